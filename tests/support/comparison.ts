const COMPARE: Readonly<Record<string, (left: bigint, right: bigint) => boolean>> = {
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
};

/** `2 x 1145` as a number. */
function product(text: string): bigint {
  return text.split(" x ").reduce((total, factor) => total * BigInt(factor), 1n);
}

/**
 * Whether a comparison that a finding shows (`2 x 1145 > 2288`, `3 <= 5 <= 7`) is true as anybody would reckon it; null
 * when the text is no comparison of whole numbers.
 */
export function comparisonHolds(text: string): boolean | null {
  const parts = text.split(/ (>=|<=|>|<) /);
  const terms = parts.filter((_part, index) => index % 2 === 0);
  if (terms.length < 2 || !terms.every((term) => /^-?\d+( x \d+)*$/.test(term))) return null;
  const numbers = terms.map(product);
  return parts.every((operator, index) => {
    if (index % 2 === 0) return true;
    const left = numbers[(index - 1) / 2];
    const right = numbers[(index + 1) / 2];
    return left !== undefined && right !== undefined && COMPARE[operator]?.(left, right) === true;
  });
}
