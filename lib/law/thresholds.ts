/**
 * The law's shares, as whole-number comparisons. 过半数 is strictly more than half, 三分之一以上 and 不得少于三分之一
 * include the number itself (民法典 1259). Arguments are counts: whole numbers, never negative.
 */

/** 过半数: more than half. Turnout, election, recall and every meeting's decision (2025 law, 18, 19, 26, 30, 32). */
export function moreThanHalf(part: number, of: number): boolean {
  return 2 * part > of;
}

/** 不得少于三分之一: the least for winning a run-off (2025 law, 18), for asking for a recall (19) and for women among the representatives (29). */
export function atLeastOneThird(part: number, of: number): boolean {
  return 3 * part >= of;
}

/** 三分之二以上: quorum of representatives' and group meetings, and of households in the assembly (2025 law, 26, 30, 32). */
export function atLeastTwoThirds(part: number, of: number): boolean {
  return 3 * part >= 2 * of;
}

/** 五分之四以上: representatives among the members of the representatives' meeting (2025 law, 29). */
export function atLeastFourFifths(part: number, of: number): boolean {
  return 5 * part >= 4 * of;
}

/** 五分之一以上: electors who may ask for a recall (2025 law, 19). */
export function atLeastOneFifth(part: number, of: number): boolean {
  return 5 * part >= of;
}

/** 十分之一以上: villagers who may ask for an assembly (2025 law, 25). */
export function atLeastOneTenth(part: number, of: number): boolean {
  return 10 * part >= of;
}

/** Fewest votes that are more than half. */
export function leastMajority(of: number): number {
  return Math.floor(of / 2) + 1;
}

/** Fewest votes that are not less than a third. */
export function leastThird(of: number): number {
  return Math.ceil(of / 3);
}

/** Fewest people or households that are two thirds. */
export function leastTwoThirds(of: number): number {
  return Math.ceil((2 * of) / 3);
}

/** Fewest members that are four fifths. */
export function leastFourFifths(of: number): number {
  return Math.ceil((4 * of) / 5);
}
