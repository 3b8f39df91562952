/** Votes of one 正, and the 正 that custom groups together on the tally board. */
export const strokesPerMark = 5;
export const marksPerGroup = 20;

/** A count of votes as tally marks: full groups of twenty 正, then single 正, then the strokes of an unfinished one. */
export type Tally = { readonly groups: number; readonly marks: number; readonly strokes: number };

/** Splits a whole number of votes, at least 0. */
export function tallyOf(votes: number): Tally {
  const perGroup = strokesPerMark * marksPerGroup;
  const rest = votes % perGroup;
  return { groups: (votes - rest) / perGroup, marks: (rest - (rest % strokesPerMark)) / strokesPerMark, strokes: rest % strokesPerMark };
}

/** The five strokes of 正 in writing order (横竖横竖横), as SVG path pieces in a square of 12 units. */
const strokePaths = ["M1.5 2H10.5", "M6 2V10.5", "M6 6H10", "M3 5.5V10.5", "M0.8 10.5H11.2"] as const;

/** The path of `marks` finished 正 followed by one of `strokes` strokes (0 to 4), each in its own square of 12 units. */
export function tallyPath(marks: number, strokes: number): string {
  const mark = (place: number, drawn: number): string =>
    strokePaths
      .slice(0, drawn)
      .map((path) => shifted(path, place * 13))
      .join("");
  const full = Array.from({ length: marks }, (_, place) => mark(place, strokesPerMark)).join("");
  return full + mark(marks, strokes);
}

/** Width in units of that many marks, the unfinished one included. */
export function tallyWidth(marks: number, strokes: number): number {
  return (marks + (strokes > 0 ? 1 : 0)) * 13;
}

/** Moves a piece to the right: of the absolute commands used here, M and H begin with x. */
function shifted(path: string, by: number): string {
  return path.replace(/([MH])([\d.]+)/g, (_, command: string, x: string) => `${command}${Math.round((Number(x) + by) * 10) / 10}`);
}
