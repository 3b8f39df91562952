/** What a registrar hears at a door and leaves to the desk: 死亡, 迁出, 册外人员. */
export const HOUSE_REPORTS = ["died", "movedOut", "newPerson"] as const;
export type HouseReportKind = (typeof HOUSE_REPORTS)[number];

/** The reports that speak of somebody on the register. */
export const PERSON_REPORTS = ["died", "movedOut"] as const satisfies readonly HouseReportKind[];
export type PersonReport = (typeof PERSON_REPORTS)[number];

/** Most people that one household's report of people on no register may speak of. */
export const MOST_NEWCOMERS = 20;

/**
 * How far a person has been checked (见到人、听到声、留下记录): reported to the desk, seen, heard, sought without success, not
 * yet sought; `notDue`: under age or kept off the list, so that nobody has to be sought.
 */
export const PERSON_STATES = ["reported", "seen", "heard", "notReached", "open", "notDue"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** A person of a household as the phone shows him. No identity number, not even masked. */
export type HousePerson = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sex: "male" | "female";
  readonly birthYear: number;
  readonly relation: string | null;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly category: 1 | 2 | 3;
  readonly livesHere: boolean;
  readonly takesPart: boolean | null;
  readonly status: string;
  readonly exclusion: string | null;
  /** Whether he was ever seen, heard himself, or sought. */
  readonly seen: boolean;
  readonly heard: boolean;
  readonly tried: boolean;
  /** The newest contact. */
  readonly last: { readonly day: string; readonly byName: string } | null;
  /** Open reports about him at the desk. */
  readonly reports: readonly PersonReport[];
};

/** A household of a group, in the order of the register, its head first. */
export type Household = {
  /** Id of its first person: names it on the phone without saying whose it is. */
  readonly id: string;
  readonly groupNumber: number;
  readonly number: string | null;
  readonly people: readonly HousePerson[];
  /** Open reports of people on no register. */
  readonly newcomers: number;
};

/** How far a group has been visited. `done`: households in which nobody is left to be seen or heard. */
export type GroupProgress = {
  readonly groupNumber: number;
  readonly houses: number;
  readonly done: number;
  readonly people: number;
  readonly seen: number;
  readonly heard: number;
  readonly reported: number;
  readonly notReached: number;
  readonly open: number;
  /** Who visited it, the newest first. */
  readonly visitors: readonly { readonly name: string; readonly day: string; readonly people: number }[];
};
