import { ageOn, type Day } from "#lib/calendar/day.ts";
import type { Exclusion, RollCategory, RollLaw, RollStatus } from "./model.ts";

/** What decides whether a person is listed. */
export type Standing = {
  readonly birthDate: Day | null;
  readonly category: RollCategory;
  /** Category 2: said that he takes part (本人表示参加). Category 3: the meeting consented (会议同意). */
  readonly takesPart: boolean | null;
  readonly exclusion: Exclusion | null;
};

/**
 * Whether a person is on the list (参加选举的村民名单) on election day, and if not, why. Age is counted on election day
 * (选举日), the birthday included. Articles 13 and 14 of the 2018 text, 16 and 17 of the 2025 text.
 */
export function statusOn(standing: Standing, electionDay: Day, law: RollLaw): RollStatus {
  const { birthDate, category, takesPart, exclusion } = standing;
  if (exclusion === "dead" || exclusion === "movedOut" || exclusion === "duplicate") return "excluded";
  if (birthDate === null) return "unclear";
  if (ageOn(birthDate, electionDay) < law.voterAge) return "minor";
  if (exclusion !== null) return "excluded";
  if (category === 2 && takesPart !== true) return "notStated";
  if (category === 3 && takesPart !== true) return "notApproved";
  return "listed";
}
