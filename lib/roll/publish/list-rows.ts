import { createHash } from "node:crypto";
import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { missingGlyphs } from "#lib/documents/glyphs.ts";
import { repeatedNames } from "#lib/documents/same-names.ts";
import type { DocumentData } from "#lib/documents/kinds.ts";

/** One person of the list as it is frozen, in the order of posting: by group, within it as in the register. */
export type ListRow = { readonly id: string; readonly name: string; readonly paperName: string | null; readonly sex: "male" | "female"; readonly groupNumber: number; readonly birthYear: number };

const rowsSchema = z.array(z.object({ id: z.string(), name: z.string(), paperName: z.string().nullable(), sex: z.enum(["male", "female"]), groupNumber: z.number(), birthYear: z.number() }));

/** Stands on papers for a character that their fonts lack, to be completed by hand (缺字符). */
const MISSING_MARK = "〓";

/** Everybody whose standing is "listed", in the order of the list. */
export async function listRows(db: Reader, electionId: string): Promise<readonly ListRow[]> {
  return rowsSchema.parse(
    await db.$queryRaw`SELECT id, name, "paperName", sex, "groupNumber", left("bornOn", 4)::int AS "birthYear" FROM "RollEntry"
      WHERE "electionId" = ${electionId} AND status = 'listed' ORDER BY "groupNumber", "sourceRow" NULLS LAST, name, id`,
  );
}

/** Names of people of this roll who stand on a posted list of another election of the same drive. */
export async function listedElsewhere(db: Reader, electionId: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw`SELECT e.name FROM "RollEntry" e JOIN "RollEntry" o ON o."driveId" = e."driveId" AND o."personId" = e."personId" AND o.published AND o."electionId" <> e."electionId"
    WHERE e."electionId" = ${electionId} AND e.status = 'listed' ORDER BY e.name LIMIT 100`;
  return z.array(z.object({ name: z.string() })).parse(rows).map(({ name }) => name);
}

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

/** SHA-256 of the frozen list: one line a person. */
export function listHash(rows: readonly ListRow[]): string {
  const hash = createHash("sha256");
  rows.forEach((row, index) => hash.update(`${index + 1}\t${row.name}\t${row.sex}\t${row.groupNumber}\t${row.birthYear}\n`));
  return hash.digest("hex");
}

/** Counts of a list for its version: total, men, women, by group. */
export function listCounts(rows: readonly ListRow[]) {
  const groups = Map.groupBy(rows, (row) => row.groupNumber);
  const men = rows.filter((row) => row.sex === "male").length;
  return { total: rows.length, men, women: rows.length - men, byGroup: Object.fromEntries([...groups].map(([group, members]) => [String(group), members.length])) };
}

/** 第三村民小组; people whose group is not known yet stand under a heading of their own. */
export const groupTitle = (groupNumber: number, numeral: (value: number) => string): string => (groupNumber === 0 ? "小组待定" : `第${numeral(groupNumber)}村民小组`);

/** The groups of notice 4. The birth year stands only beside names that occur more than once. */
export function paperGroups(rows: readonly ListRow[], numeral: (value: number) => string): DocumentData<"voterList">["groups"] {
  const repeated = repeatedNames(rows);
  return [...Map.groupBy(rows, (row) => row.groupNumber)].map(([group, members]) => ({
    title: groupTitle(group, numeral),
    voters: members.map((row) => ({ name: nameOnPaper(row), sex: row.sex, birthYear: repeated.has(row.name) ? row.birthYear : null })),
  }));
}
