import { z } from "zod";
import { id, line, version } from "#lib/platform/fields.ts";

/**
 * Why two entries are taken for one person. `sameNumber`: the same sound identity number, certain. `oneDigit`: the number
 * of one is not sound and one digit from the other's. `nameAndBirth`: name and day of birth agree, and one has no sound number.
 */
export const PAIR_KINDS = ["sameNumber", "oneDigit", "nameAndBirth"] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/**
 * Where a pair stands. `open`: both are registered (重复登记). `settled`: one village keeps him, the other does not.
 * `dropped`: each leaves him to the other, so nobody registers him. `apart`: said not to be the same person by all concerned.
 */
export const PAIR_STATES = ["open", "dropped", "settled", "apart"] as const;
export type PairState = (typeof PAIR_STATES)[number];

/** Two entries of one person, by their ids, in a fixed order. */
export type Pair = { readonly kind: PairKind; readonly state: PairState; readonly first: string; readonly second: string };

/** Whether only a person can say that it is the same one. */
export const isLikely = (kind: PairKind): boolean => kind !== "sameNumber";

/** 已在他村登记: this village does not register him, the other one does. */
export const yieldInput = z.object({ entryId: id, otherId: id, version, reason: line(200) });
/** 不是同一人: said by this village's desk. */
export const tellApartInput = z.object({ entryId: id, otherId: id, reason: line(200) });

/** What of two entries can be chosen on its own when they are made one. `number`: whose identity number stays with the kept entry. */
export const MERGE_FIELDS = ["number", "name", "paperName", "sex", "bornOn", "ethnicity", "relation", "groupNumber", "householdNumber", "registration", "exclusion", "remarks"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Which of the two entries a value is taken from. */
export const MERGE_SIDES = ["kept", "gone"] as const;
export type MergeSide = (typeof MERGE_SIDES)[number];
export type MergeChoices = Readonly<Record<MergeField, MergeSide>>;

const side = z.enum(MERGE_SIDES).optional().transform((value) => value ?? null);
const choices = z.object(Object.fromEntries(MERGE_FIELDS.map((field) => [field, side]))).optional();

/** 合并: `keptId` stays, `goneId` becomes a double of it; a field left out takes the proposed value. */
export const mergeInput = z.object({ keptId: id, keptVersion: version, goneId: id, goneVersion: version, choices, reason: line(200) });
/** 撤销合并. */
export const unmergeInput = z.object({ mergeId: id, reason: line(200) });
