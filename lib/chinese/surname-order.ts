import { surnameOf } from "./person-name.ts";
import { strokesOf } from "./strokes.ts";

/** A place that the committee fixed by hand for a surname whose strokes the table does not know: strokes 1-5 in writing order. */
export type ManualStrokes = ReadonlyMap<string, readonly number[]>;

/** Names in the custom's order, and the characters whose strokes nobody has given yet. */
export type SurnameOrder = { readonly ordered: readonly string[]; readonly unknownCharacters: readonly string[] };

/** One character's rank: number of strokes first, then stroke by stroke 横 1 竖 2 撇 3 点 4 折 5. Unknown goes last. */
function compareCharacters(first: string, second: string, manual: ManualStrokes): number {
  if (first === second) return 0;
  const left = manual.get(first) ?? strokesOf(first);
  const right = manual.get(second) ?? strokesOf(second);
  if (left === null || right === null) return left === right ? byCodePoint(first, second) : left === null ? 1 : -1;
  if (left.length !== right.length) return left.length - right.length;
  const place = left.findIndex((stroke, index) => stroke !== right[index]);
  return place === -1 ? byCodePoint(first, second) : (left[place] ?? 0) - (right[place] ?? 0);
}

const byCodePoint = (first: string, second: string): number => (first.codePointAt(0) ?? 0) - (second.codePointAt(0) ?? 0);

function compareTexts(first: string, second: string, manual: ManualStrokes): number {
  const left = [...first];
  const right = [...second];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const order = compareCharacters(left[place] ?? "", right[place] ?? "", manual);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/**
 * Puts names in the order of surname strokes (以姓氏笔画为序): fewer strokes first, then stroke by stroke; within a
 * surname by the given name in the same way. Equal names keep their order.
 */
export function bySurnameStrokes(names: readonly string[], manual: ManualStrokes = new Map()): SurnameOrder {
  const ordered = names.toSorted((first, second) => compareNames(first, second, manual));
  const characters = new Set(names.flatMap((name) => [...name]).filter((character) => /\p{Script=Han}/u.test(character)));
  return { ordered, unknownCharacters: [...characters].filter((character) => !manual.has(character) && strokesOf(character) === null) };
}

/** Compares two names for sorting by surname strokes. */
export function compareNames(first: string, second: string, manual: ManualStrokes = new Map()): number {
  const left = surnameOf(first);
  const right = surnameOf(second);
  return compareTexts(left, right, manual) || compareTexts(first.slice(left.length), second.slice(right.length), manual);
}
