/** Near relatives of a person, by id. */
export type KinOf = (person: string) => ReadonlySet<string>;

const NOBODY: ReadonlySet<string> = new Set();

/** Looks relatives up from pairs; nobody has any when the law has no rule on them. */
export function kinFrom(pairs: readonly (readonly [string, string])[], ruled: boolean): KinOf {
  if (!ruled) return () => NOBODY;
  const relatives = new Map<string, Set<string>>();
  const add = (person: string, relative: string) => {
    const known = relatives.get(person);
    if (known === undefined) relatives.set(person, new Set([relative]));
    else known.add(relative);
  };
  for (const [one, other] of pairs) {
    add(one, other);
    add(other, one);
  }
  return (person) => relatives.get(person) ?? NOBODY;
}

/**
 * How many of the people could sit together without two relatives among them, counted no further than `enough`.
 * Some largest set holds the person with fewest relatives or one of those relatives, so only these are tried.
 */
export function mostTogether(people: readonly string[], kinOf: KinOf, enough: number): number {
  let best = 0;
  const visit = (candidates: readonly string[], seated: number): void => {
    best = Math.max(best, seated);
    if (best >= enough || seated + candidates.length <= best) return;
    const relativesAmong = (person: string) => candidates.filter((other) => kinOf(person).has(other));
    let fewest = candidates.map((person) => [person, relativesAmong(person)] as const);
    fewest = fewest.sort((left, right) => left[1].length - right[1].length).slice(0, 1);
    for (const [person, relatives] of fewest) {
      for (const chosen of [person, ...relatives]) {
        const kin = kinOf(chosen);
        visit(candidates.filter((other) => other !== chosen && !kin.has(other)), seated + 1);
      }
    }
  };
  visit(people, 0);
  return best;
}
