/** A person on a list, as far as telling same names apart goes. */
export type Listed = { readonly name: string; readonly birthYear: number | null };

/** The names that stand more than once on the whole list: beside these the birth year is printed. */
export function repeatedNames(people: Iterable<Listed>): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of people) {
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return repeated;
}
