import type { Sex } from "#lib/chinese/identity-number.ts";
import type { Day } from "#lib/calendar/day.ts";

/** The columns of a household register (户籍人口花名册) that the import knows. */
export const REGISTER_FIELDS = [
  "sequence", "group", "household", "name", "relation", "sex", "ethnicity", "idNumber", "birthDate", "participation", "residence", "phone", "remark",
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

/**
 * The legal categories of 登记参加选举的村民: 1 household here and living here; 2 household here, living elsewhere, and
 * says that he takes part; 3 household elsewhere (Article 13 of the 2018 text, 16 of the 2025 text).
 */
export const ROLL_CATEGORIES = [1, 2, 3] as const;
export type RollCategory = (typeof ROLL_CATEGORIES)[number];

/** Why somebody on the register is not on the list: 剥夺政治权利, 死亡, 迁出, 重复, 已在他村登记, 无法联系, 不能行使选举权利. */
export const EXCLUSIONS = ["deprived", "dead", "movedOut", "duplicate", "registeredElsewhere", "unreachable", "unable"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Standing of an entry on election day: on the list, or why not. `notApproved`: category 3 without the meeting's consent. */
export const ROLL_STATUSES = ["listed", "minor", "notStated", "notApproved", "excluded", "unclear"] as const;
export type RollStatus = (typeof ROLL_STATUSES)[number];

/** Faults of a register. `repairable:*` are mended by the import and only reported; every other one needs a person. */
export const REGISTER_FAULTS = [
  "repairable:space", "repairable:fullwidth", "repairable:lowerX",
  "idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15", "birthMismatch", "sexMismatch",
  "duplicate", "likelyDuplicate", "dead", "movedOut",
  "nameMissing", "nameUnusual", "birthUnknown", "sexUnknown", "groupUnknown", "residenceUnknown", "notApproved",
] as const;
export type RegisterFault = (typeof REGISTER_FAULTS)[number];

/** One fault of one row, told with the cell that it stands in. `params` fill the words of `roll.faults.<kind>`. */
export type RegisterFinding = {
  readonly row: number;
  /** Place of the person in the register, from 0: rows of several sheets may have the same number. */
  readonly index: number;
  /** Name of the sheet when the register has several, else "". */
  readonly sheet: string;
  readonly kind: RegisterFault;
  readonly field: RegisterField;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A person as one row of the register tells of him, mended. Numbers that are not sound are kept as written. */
export type RegisterPerson = {
  /** Row as the spreadsheet program shows it. */
  readonly row: number;
  /** Place in the register, from 0, over all its sheets. */
  readonly index: number;
  /** Name of the sheet when the register has several, else "". */
  readonly sheet: string;
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: Day | null;
  readonly idNumber: string;
  readonly idSound: boolean;
  /** "3" for 第三村民小组; a group's own name when it has no number; null when the cell is empty. */
  readonly group: string | null;
  readonly household: string;
  readonly relation: string;
  readonly ethnicity: string;
  readonly phone: string;
  readonly remark: string;
  readonly category: RollCategory;
  readonly livesHere: boolean;
  readonly takesPart: boolean | null;
  readonly exclusion: Exclusion | null;
  readonly status: RollStatus;
};

/** What the law says that decides who is listed. */
export type RollLaw = { readonly voterAge: number };
