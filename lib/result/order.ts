import { OFFICES, type Office } from "#lib/law/parameters.ts";

/** Rank of an office: 0 is the highest, 主任. */
export function rankOf(office: Office): number {
  return OFFICES.indexOf(office);
}

/** UTF-16 puts characters beyond the basic plane before U+E000; code points do not. */
function codePointWeight(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** Order of ids by code point. */
export function compareIds(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = codePointWeight(left.charCodeAt(index)) - codePointWeight(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Most votes first, then by id. */
export function compareVotes(left: { readonly person: string; readonly votes: number }, right: { readonly person: string; readonly votes: number }): number {
  return right.votes - left.votes || compareIds(left.person, right.person);
}

/** Splits a list, sorted by `key`, into its runs of equal keys. */
export function runsOf<Item>(sorted: readonly Item[], key: (item: Item) => number): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let previous: number | null = null;
  for (const item of sorted) {
    const current = key(item);
    const run = runs.at(-1);
    if (run !== undefined && current === previous) run.push(item);
    else runs.push([item]);
    previous = current;
  }
  return runs;
}
