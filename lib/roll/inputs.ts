import { z } from "zod";
import { acceptances, day, flag, id, line, optionalLine, optionalWhole, personName, version, whole } from "#lib/platform/fields.ts";
import { sexes } from "#lib/election/model.ts";
import { EXCLUSIONS, REGISTER_FIELDS, ROLL_CATEGORIES } from "./model.ts";

/** Largest register file taken in: a village's is about 0.3 MB, a township's 10 MB. */
export const LARGEST_REGISTER_BYTES = 20 * 1024 * 1024;

/** A name of a file without control characters and paths. */
const fileName = z.string().transform((name) => (name.split(/[/\\]/u).at(-1) ?? "").replace(/\p{Cc}/gu, "").slice(-120) || "register");

export const uploadInput = z.object({
  electionId: id,
  fileName,
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= LARGEST_REGISTER_BYTES, { params: { code: "tooLarge" } }),
});

/** Places of the columns, as a person chose them: from 0, or left out. */
const columnPlaces = z.object(Object.fromEntries(REGISTER_FIELDS.map((field) => [field, optionalWhole(0, 16_383).optional().transform((place) => place ?? null)])));

export const mappingInput = z.object({ importId: id, headerRow: whole(1, 15), columns: columnPlaces });
export const importInput = z.object({ importId: id });

const category = z.union([z.enum(["1", "2", "3"]).transform(Number), z.number()]).pipe(z.union(ROLL_CATEGORIES.map((one) => z.literal(one))));
const yesNoUnknown = z.enum(["yes", "no", "unknown"]).optional().transform((value) => (value === "yes" ? true : value === "no" ? false : null));

/** What a person types about one entry. An empty identity number leaves the one on record as it is. */
const entryFields = {
  name: personName,
  paperName: optionalLine(50),
  idNumber: optionalLine(40),
  sex: z.enum(sexes),
  bornOn: day,
  ethnicity: optionalLine(20),
  relation: optionalLine(20),
  groupNumber: whole(1, 999),
  householdNumber: optionalLine(30),
  category,
  takesPart: yesNoUnknown,
  remarks: optionalLine(200),
};

export const addInput = z.object({ electionId: id, ...entryFields, reason: optionalLine(200) });
export const correctInput = z.object({ entryId: id, version, ...entryFields, settled: flag, reason: optionalLine(200) });

/** 排除: kept off the list with its kind and reason. */
export const excludeInput = z.object({ entryId: id, version, exclusion: z.enum(EXCLUSIONS), note: line(200) });
/** Takes an exclusion back (恢复), e.g. rights restored. */
export const readmitInput = z.object({ entryId: id, version, reason: line(200) });
/** 第二类: whether somebody away says that he takes part. */
export const participationInput = z.object({ entryId: id, version, takesPart: z.enum(["yes", "no"]).transform((value) => value === "yes") });

export const publishInput = z.object({ electionId: id, acceptances });
export const supplementInput = z.object({ electionId: id });
