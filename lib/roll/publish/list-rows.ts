import { createHash } from "node:crypto";
import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { missingGlyphs } from "#lib/documents/glyphs.ts";
import { repeatedNames } from "#lib/documents/same-names.ts";
import { surnameOf } from "#lib/chinese/person-name.ts";
import { bySurnameStrokes } from "#lib/chinese/surname-order.ts";
import { orderNames, type NameOrder } from "./name-order.ts";
import type { DocumentData } from "#lib/documents/kinds.ts";

/** What of a person the list keeps; months only since they are kept. */
export type ListFace = { readonly name: string; readonly sex: "male" | "female"; readonly groupNumber: number; readonly birthYear: number; readonly birthMonth: number | null };

/** One person of the list as it is frozen, in the order of posting. */
export type ListRow = ListFace & { readonly id: string; readonly paperName: string | null };

const rowsSchema = z.array(
  z.object({
    id: z.string(), name: z.string(), paperName: z.string().nullable(), sex: z.enum(["male", "female"]), groupNumber: z.number(), birthYear: z.number(), birthMonth: z.number(),
    householdNumber: z.string().nullable(), sourceRow: z.number().nullable(),
  }),
);

/** Stands on papers for a character that their fonts lack, to be completed by hand (缺字符). */
const MISSING_MARK = "〓";

/** Everybody whose standing is "listed", in the order of the list. */
export async function listRows(db: Reader, electionId: string, order: NameOrder = "household"): Promise<readonly ListRow[]> {
  const rows = rowsSchema.parse(
    await db.$queryRaw`SELECT id, name, "paperName", sex, "groupNumber", left("bornOn", 4)::int AS "birthYear", substr("bornOn", 6, 2)::int AS "birthMonth", "householdNumber", "sourceRow"
      FROM "RollEntry" WHERE "electionId" = ${electionId} AND status = 'listed'`,
  );
  return orderNames(rows, order);
}

/** Surname characters whose strokes the table does not know: these names stand last in their group. */
export const unknownStrokes = (rows: readonly Pick<ListRow, "name">[]): readonly string[] => bySurnameStrokes([...new Set(rows.map(({ name }) => surnameOf(name)))]).unknownCharacters;

/** How a name stands on papers: as registered for papers, else with a mark for each character that no font has. */
export function nameOnPaper(row: { readonly name: string; readonly paperName: string | null }): string {
  const name = row.paperName ?? row.name;
  const missing = new Set(missingGlyphs(name));
  return missing.size === 0 ? name : [...name].map((character) => (missing.has(character) ? MISSING_MARK : character)).join("");
}

/** Characters that would be replaced on the paper, each once, and the people whose names hold them, with their group. */
export function unprintable(rows: readonly ListRow[]): { readonly characters: readonly string[]; readonly people: readonly string[] } {
  const characters = missingGlyphs(rows.map((row) => row.paperName ?? row.name).join(""));
  if (characters.length === 0) return { characters, people: [] };
  const people = rows.filter((row) => characters.some((character) => (row.paperName ?? row.name).includes(character)));
  return { characters, people: people.map((row) => `${row.name}（${row.groupNumber}组）`) };
}

/** A person of a list with the number that he has on it. */
export type NumberedFace = Omit<ListFace, "birthYear"> & { readonly number: number; readonly birthYear: number | null };

/** SHA-256 of a list: one line a person, with number, name, sex, group and birth as far as the list keeps it. */
export function listHash(rows: readonly NumberedFace[]): string {
  const hash = createHash("sha256");
  for (const { number, name, sex, groupNumber, birthYear, birthMonth } of rows) {
    hash.update(`${number}\t${name}\t${sex}\t${groupNumber}\t${birthYear ?? ""}${birthMonth === null ? "" : `-${birthMonth}`}\n`);
  }
  return hash.digest("hex");
}

/** People in the order of a list, numbered from 1. */
export const numberedFrom1 = <Row extends object>(rows: readonly Row[]): readonly (Row & { readonly number: number })[] => rows.map((row, index) => ({ ...row, number: index + 1 }));

/** Counts of a list for its version: total, men, women, by group. */
export function listCounts(rows: readonly Pick<ListRow, "sex" | "groupNumber">[]) {
  const groups = Map.groupBy(rows, (row) => row.groupNumber);
  const men = rows.filter((row) => row.sex === "male").length;
  return { total: rows.length, men, women: rows.length - men, byGroup: Object.fromEntries([...groups].map(([group, members]) => [String(group), members.length])) };
}

/** 第三村民小组; people whose group is not known yet stand under a heading of their own. */
export const groupTitle = (groupNumber: number, numeral: (value: number) => string): string => (groupNumber === 0 ? "小组待定" : `第${numeral(groupNumber)}村民小组`);

type Born = { readonly name: string; readonly birthYear: number | null; readonly birthMonth: number | null };

/**
 * What tells people of one name apart: the birth year beside names that occur more than once on the whole list, and the
 * month where the year is the same too. Null for everybody else.
 */
export function tellApart<Row extends Born>(rows: readonly Row[]): ReadonlyMap<Row, { readonly birthYear: number; readonly birthMonth: number | null }> {
  const repeated = repeatedNames(rows);
  const years = new Map<string, number>();
  const yearOf = ({ name, birthYear }: Born): string => `${name}\t${birthYear ?? ""}`;
  for (const row of rows) if (repeated.has(row.name)) years.set(yearOf(row), (years.get(yearOf(row)) ?? 0) + 1);
  const marks = rows.flatMap((row) => {
    const { name, birthYear, birthMonth } = row;
    return repeated.has(name) && birthYear !== null ? [[row, { birthYear, birthMonth: (years.get(yearOf(row)) ?? 0) > 1 ? birthMonth : null }] as const] : [];
  });
  return new Map(marks);
}

/** The groups of notice 4. */
export function paperGroups(rows: readonly ListRow[], numeral: (value: number) => string): DocumentData<"voterList">["groups"] {
  const marks = tellApart(rows);
  return [...Map.groupBy(rows, (row) => row.groupNumber)].map(([group, members]) => ({
    title: groupTitle(group, numeral),
    voters: members.map((row) => ({ name: nameOnPaper(row), sex: row.sex, birthYear: marks.get(row)?.birthYear ?? null, birthMonth: marks.get(row)?.birthMonth ?? null })),
  }));
}
