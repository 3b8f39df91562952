/**
 * The tally sign 正 (five votes), drawn stroke by stroke as a caller's hand does on the wall: horizontal, vertical,
 * short horizontal, short vertical, closing horizontal. Pure: paper and live page share it.
 */
export const STROKES_PER_SIGN = 5;

/** Complete signs that stand together on paper and screen: four, twenty votes. */
export const SIGNS_PER_GROUP = 4;

/** Side of the square, in units, in which a sign is drawn. */
export const SIGN_BOX = 100;

/** A straight stroke from one point to another in the sign's square. */
export type Stroke = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

/** The five strokes in writing order. */
export const STROKES: readonly Stroke[] = [
  { from: [12, 14], to: [88, 14] },
  { from: [52, 14], to: [52, 88] },
  { from: [52, 49], to: [82, 49] },
  { from: [27, 44], to: [27, 88] },
  { from: [5, 88], to: [95, 88] },
];

/** Votes as signs: how many are complete, and how many strokes (0 to 4) the unfinished one has. */
export type Tally = { readonly complete: number; readonly remainder: number };

/** Splits a number of votes (a whole number, 0 or more; else RangeError) into signs. */
export function tally(votes: number): Tally {
  if (!Number.isSafeInteger(votes) || votes < 0) throw new RangeError(`not a number of votes: ${votes}`);
  const remainder = votes % STROKES_PER_SIGN;
  return { complete: (votes - remainder) / STROKES_PER_SIGN, remainder };
}

/** Strokes of each sign needed for so many votes, in order: `[5, 5, 3]` for 13. */
export function signs(votes: number): readonly number[] {
  const { complete, remainder } = tally(votes);
  const full = Array.from({ length: complete }, () => STROKES_PER_SIGN);
  return remainder === 0 ? full : [...full, remainder];
}

/** The first `count` strokes (0 to 5) as SVG path data in a square of `SIGN_BOX` units. */
export function signPath(count: number): string {
  return STROKES.slice(0, count)
    .map(({ from, to }) => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`)
    .join("");
}
