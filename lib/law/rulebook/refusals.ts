import type { RuleId } from "./rulebook.ts";

/**
 * Refusals of a single field that the law makes, by their codes (words under `issues.<code>`), and the rules behind
 * them. All others are about the form itself: something missing, mistyped, or done already.
 */
export const REFUSAL_RULES: Readonly<Record<string, readonly RuleId[]>> = {
  oneChair: ["C-02"],
  reserveAbove: ["C-06"],
  seatsFirst: ["G-14"],
  electionDayPublished: ["G-23"],
  listNotPublished: ["R-08"],
  notAway: ["R-04"],
  notOutsider: ["R-05"],
  groundNotInLaw: ["R-06"],
  tooShortTime: ["R-05", "R-06"],
  listedElsewhere: ["R-07"],
  registeredTwice: ["R-07"],
  personBarred: ["N-04"],
  womenOnly: ["V-02", "G-37"],
  bundleSecondByOther: ["G-31"],
  bundleSettleByThird: ["G-31"],
  bundleReopenByOther: ["G-31"],
};

/** The rules behind a refusal; none when it is about the form alone. */
export const rulesOfRefusal = (code: string): readonly RuleId[] => (Object.hasOwn(REFUSAL_RULES, code) ? (REFUSAL_RULES[code] ?? []) : []);
