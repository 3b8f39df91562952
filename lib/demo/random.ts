/** A stream of whole numbers that a seed fixes: the same demonstration every time. Not for secrets. */
export type Dice = {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** One of a non-empty list. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** Dice from a seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}
