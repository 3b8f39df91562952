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

/** What stands behind a name that occurs more than once: （1951年生）, with the month where it is told; null: nothing. */
export function birthNote({ birthYear, birthMonth }: { readonly birthYear: number | null; readonly birthMonth?: number | null | undefined }): string | null {
  if (birthYear === null) return null;
  return birthMonth == null ? `（${birthYear}年生）` : `（${birthYear}年${birthMonth}月生）`;
}
