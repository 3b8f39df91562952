import { randomUUID } from "node:crypto";
import { pinyinKeys } from "#lib/chinese/pinyin.ts";
import type { Database } from "#lib/database/client.ts";
import type { TestCase } from "./case.ts";

/** One person of a published list. */
export type ListedOne = { readonly name: string; readonly sex?: "male" | "female"; readonly group?: number; readonly bornOn?: string };

/** Publishes a list of these people straight in the database; answers the roll entry of each, in order. */
export async function publishList(db: Database, one: TestCase, people: readonly ListedOne[], publishedOn = "2026-03-21"): Promise<readonly string[]> {
  const versionId = randomUUID();
  const rows = people.map((person) => ({ sex: "male" as const, group: 1, bornOn: "1970-05-01", ...person, id: randomUUID(), personId: randomUUID() }));
  const men = rows.filter((row) => row.sex === "male").length;
  await db.person.createMany({ data: rows.map((row) => ({ id: row.personId, townshipId: one.townshipId })) });
  await db.rollEntry.createMany({
    data: rows.map((row) => {
      const keys = pinyinKeys(row.name);
      return {
        id: row.id, electionId: one.electionId, driveId: one.driveId, personId: row.personId, name: row.name, sex: row.sex, bornOn: row.bornOn,
        groupNumber: row.group, category: 1, livesHere: true, status: "listed", openFindings: [], pinyin: `${keys.full} ${keys.initials}`, published: true,
      };
    }),
  });
  await db.rollVersion.create({
    data: {
      id: versionId, electionId: one.electionId, number: 1, electionDay: one.electionDay, publishedOn, publishedAt: new Date(`${publishedOn}T02:00:00Z`),
      total: rows.length, men, women: rows.length - men, byGroup: {}, sha256: "0".repeat(64),
      entries: { create: rows.map((row, index) => ({ rollEntryId: row.id, ordinal: index + 1, name: row.name, sex: row.sex, groupNumber: row.group, birthYear: Number(row.bornOn.slice(0, 4)) })) },
    },
  });
  return rows.map((row) => row.id);
}
