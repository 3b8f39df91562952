import type { Reader } from "#lib/database/client.ts";
import { defineCommand } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { listAsOf } from "#lib/roll/publish/as-of.ts";
import { EXPORT_FILES, exportChoice, EXPORT_LASTS_MS, exportInput, NEEDS_POSTING, TAKES_DAY, type ExportChoice, type ExportFile } from "./model.ts";

/** How many people's data a file holds; null when it needs a list that was not posted by then. */
async function peopleIn(db: Reader, electionId: string, file: ExportFile, { group, day }: Pick<ExportChoice, "group" | "day">): Promise<number | null> {
  const inGroup = group === null ? {} : { groupNumber: group };
  if (TAKES_DAY.has(file)) {
    const list = await listAsOf(db, electionId, day);
    return list === null ? null : list.rows.filter((row) => group === null || row.groupNumber === group).length;
  }
  if (!NEEDS_POSTING.has(file)) return db.rollEntry.count({ where: { electionId, ...inGroup } });
  const posted = await db.rollVersion.count({ where: { electionId } });
  return posted === 0 ? null : db.rollEntry.count({ where: { electionId, published: true, ...inGroup } });
}

/**
 * Takes a file out of the roll (导出). Who took what, of how many people and when is recorded and written on the file; the
 * ledger keeps it too. The file itself is made when it is fetched, by the same account within the hour.
 */
export const exportRoll = defineCommand({
  name: "roll.export",
  action: "roll.write",
  input: exportInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, file, group, day }, facts) => {
    const of = day ?? facts.today;
    return { day: of, people: await peopleIn(tx, electionId, file, { group, day: of }), before: await tx.rollExport.count({ where: { electionId } }) };
  },
  decide: ({ day, people, before }, { electionId, file, group, sheet }, facts) => {
    if (people === null) return invalid(TAKES_DAY.has(file) ? "day" : "file", "listNotPosted");
    if (people === 0) return invalid(group === null ? "file" : "group", "nobodyToExport");
    return ok({ id: facts.newId(), electionId, file, number: before + 1, choice: { group, day, sheet: sheet.key }, people });
  },
  save: async (tx, { id, electionId, file, number, choice, people }, facts) => {
    const [kind = "", format = ""] = file.split(".");
    await tx.rollExport.create({ data: { id, electionId, number, kind, format, choice, people, at: facts.now, accountId: facts.actor.accountId, byName: facts.actor.name } });
    return { electionId, exportId: id };
  },
  entry: ({ id, file, number, choice, people }) => ({ exportId: id, number, file, group: choice.group, day: choice.day, people }),
});

/** An export as its file is made and its line is shown. */
export type RollExport = { readonly id: string; readonly electionId: string; readonly number: number; readonly file: ExportFile; readonly choice: ExportChoice; readonly people: number; readonly at: Date; readonly byName: string };

const fields = { id: true, electionId: true, number: true, kind: true, format: true, choice: true, people: true, at: true, byName: true } as const;

function exportOf<Row extends { readonly kind: string; readonly format: string; readonly choice: unknown }>({ kind, format, choice, ...row }: Row) {
  const file = EXPORT_FILES.find((known) => known === `${kind}.${format}`);
  if (file === undefined) throw new Error(`no such export: ${kind}.${format}`);
  return { ...row, file, choice: exportChoice.parse(choice) };
}

/** An export that this account may still fetch; null for anybody else's, and after an hour. */
export async function ownExport(db: Reader, electionId: string, exportId: string, accountId: string, now: Date): Promise<RollExport | null> {
  const row = await db.rollExport.findFirst({ where: { id: exportId, electionId, accountId, at: { gt: new Date(now.getTime() - EXPORT_LASTS_MS) } }, select: fields });
  return row === null ? null : exportOf(row);
}

/** The newest exports of a roll, for its page. */
export async function recentExports(db: Reader, electionId: string, most = 20): Promise<readonly RollExport[]> {
  return (await db.rollExport.findMany({ where: { electionId }, orderBy: { number: "desc" }, take: most, select: fields })).map(exportOf);
}
