import { z } from "zod";
import { acceptances, day, flag, id, line, list, optionalDay, optionalLine, optionalWhole, personName, version, whole } from "#lib/platform/fields.ts";
import { sexes } from "#lib/election/model.ts";
import { APPLICATION_GROUNDS } from "./entry/evidence.ts";
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

/** How much of the village a file tells of: all of it, its groups whole, or single people. Who is missing from a part is not gone. */
export const IMPORT_EXTENTS = ["whole", "groups", "part"] as const;
export type ImportExtent = (typeof IMPORT_EXTENTS)[number];
export const confirmImportInput = z.object({ importId: id, extent: z.enum(IMPORT_EXTENTS).optional() });

/** Of the entries shown that somebody worked on by hand, those that take the register's content after all. */
export const chooseKeptInput = z.object({
  importId: id,
  shown: z.string().regex(/^\d{1,7}( \d{1,7}){0,199}$/u).transform((places) => places.split(" ").map(Number)),
  take: list(whole(1, 9_999_999)),
});

const category = z.union([z.enum(["1", "2", "3"]).transform(Number), z.number()]).pipe(z.union(ROLL_CATEGORIES.map((one) => z.literal(one))));
/** A day that may be left out altogether. */
const dayOrNone = optionalDay.optional().transform((value) => value ?? null);

/** What a person types about one entry. An empty identity number leaves the one on record as it is; a sound one fills sex and birth. */
const entryFields = {
  name: personName,
  paperName: optionalLine(50),
  idNumber: optionalLine(40),
  sex: z.union([z.enum(sexes), z.literal("").transform(() => null)]).optional().transform((value) => value ?? null),
  bornOn: dayOrNone,
  ethnicity: optionalLine(20),
  relation: optionalLine(20),
  groupNumber: whole(1, 999),
  householdNumber: optionalLine(30),
  category,
  remarks: optionalLine(200),
};

export const addInput = z.object({ electionId: id, ...entryFields, reason: optionalLine(200) });
export const correctInput = z.object({ entryId: id, version, ...entryFields, settled: flag, reason: optionalLine(200) });

/** 排除: kept off the list with its kind, what happened, and the paper it rests on. */
export const excludeInput = z.object({
  entryId: id, version, exclusion: z.enum(EXCLUSIONS), note: line(200),
  document: optionalLine(60), issuer: optionalLine(60), paperDay: dayOrNone, place: optionalLine(60), until: dayOrNone, acceptances,
});
/** Takes an exclusion back (恢复), e.g. rights restored. */
export const readmitInput = z.object({ entryId: id, version, reason: line(200) });
/** The findings that a person checked against the papers: the entry stays as it is. */
export const settleInput = z.object({ entryId: id, version, kinds: list(line(40)), reason: line(200) });
/** 第三类: his own application with its ground, and the home village's certificate. */
export const applicationInput = z.object({ entryId: id, version, ground: z.enum(APPLICATION_GROUNDS), since: day, appliedOn: day, certificateIssuer: optionalLine(60), certificateDay: dayOrNone });
/** 经村民选举委员会确认: groups that a province lets the election committee itself register. */
export const confirmInput = z.object({ entryId: id, version, confirmedOn: day });
/** Shows an identity number in full, for a reason. */
export const viewIdentityInput = z.object({ entryId: id, reason: line(200) });
