import { z } from "zod";
import order from "cnchar-order";

/**
 * The class of each stroke of the table, in the order of the custom: 横 1 (提 too), 竖 2 (竖钩 too), 撇 3, 点 4 (捺
 * too), 折 5. Letters are those of the table; every letter not named here is a bent stroke.
 */
const STROKE_CLASSES: ReadonlyMap<string, number> = new Map([
  ["j", 1], ["i", 1], ["f", 2], ["g", 2], ["s", 3], ["k", 4], ["d", 4], ["l", 4],
]);
const BENT = 5;

const orders: Readonly<Record<string, string>> = z.object({ orders: z.record(z.string(), z.string()) }).parse(order.dict).orders;

/** Characters asked for before: sorting a list of thousands asks for the same surnames again and again. */
const known = new Map<string, readonly number[] | null>();

/** The strokes of one character as classes 1-5 in writing order, or null when the table does not know it. */
export function strokesOf(character: string): readonly number[] | null {
  const before = known.get(character);
  if (before !== undefined) return before;
  const letters = Object.hasOwn(orders, character) ? orders[character] : undefined;
  const strokes = letters === undefined ? null : [...letters].map((letter) => STROKE_CLASSES.get(letter) ?? BENT);
  known.set(character, strokes);
  return strokes;
}
