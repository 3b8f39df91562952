import type { z } from "zod";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { abandon, defineCommand, type Facts } from "#lib/platform/command.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import { REPORT_FINDINGS } from "#lib/roll/entry/contact-rules.ts";
import { saveEntry, type EntryChange } from "#lib/roll/entry/save.ts";
import { excluded, restanding } from "#lib/roll/entry/standing.ts";
import { loadEntry, type LoadedEntry } from "#lib/roll/entry/store.ts";
import { settleReportInput } from "./inputs.ts";
import { PERSON_REPORTS, type PersonReport } from "./model.ts";

/** The exclusion that a report brings when it is so. */
const EXCLUSION_OF = { died: "dead", movedOut: "movedOut" } as const satisfies Readonly<Record<PersonReport, string>>;

/** Exclusions that such a report adds nothing to. */
const OFF_THE_ROLL: readonly string[] = ["dead", "movedOut", "duplicate"];

type Loaded = { readonly report: { readonly id: string; readonly electionId: string; readonly kind: string; readonly state: string; readonly version: number }; readonly entry: LoadedEntry | null };
type Typed = z.output<typeof settleReportInput>;

async function loadReport(tx: Reader, reportId: string, facts: Facts): Promise<Loaded | null> {
  const row = await tx.houseReport.findUnique({ where: { id: reportId }, select: { id: true, electionId: true, kind: true, state: true, version: true, entryId: true } });
  if (row === null || row.electionId !== facts.place.electionId) return null;
  const { entryId, ...report } = row;
  return { report, entry: entryId === null ? null : await loadEntry(tx, entryId, facts) };
}

/** What settling changes of the person's entry: the finding goes, and when the report is so he is not listed. */
function changeOf(kind: PersonReport, entry: LoadedEntry, { settlement, note }: Typed, facts: Facts): Result<EntryChange, Refusal> {
  if (settlement === "confirmed" && !OFF_THE_ROLL.includes(entry.content.exclusion ?? "")) return excluded(entry, entry.version, { exclusion: EXCLUSION_OF[kind], note, ground: null }, facts);
  const openFindings = entry.content.openFindings.filter((one) => one !== REPORT_FINDINGS[kind]);
  return restanding(entry, entry.version, { openFindings }, note, facts);
}

async function settle(tx: Transaction, { report }: Loaded, { settlement, note }: Typed, facts: Facts): Promise<void> {
  const { count } = await tx.houseReport.updateMany({
    where: { id: report.id, version: report.version, state: "open" },
    data: { state: settlement, settledAt: facts.now, settledBy: facts.actor.name, note, version: report.version + 1 },
  });
  if (count !== 1) abandon({ kind: "conflict" });
}

/**
 * Settles what was heard at a door. Confirmed, somebody who died or moved out is kept off the list in the same step; people
 * on no register are entered by the desk on their own papers, and the report only closed.
 */
export const settleReport = defineCommand({
  name: "roll.settleReport",
  action: "roll.write",
  input: settleReportInput,
  scope: async ({ reportId }, db) => {
    const row = await db.houseReport.findUnique({ where: { id: reportId }, select: { electionId: true } });
    return row === null ? null : { kind: "election" as const, id: row.electionId };
  },
  load: (tx, { reportId }, facts) => loadReport(tx, reportId, facts),
  decide: (loaded, typed, facts): Result<{ readonly loaded: Loaded; readonly typed: Typed; readonly change: EntryChange | null }, Refusal> => {
    const { report, entry } = loaded;
    if (report.state !== "open") return invalid(null, "alreadyDone");
    if (report.version !== typed.version) return conflict;
    const kind = PERSON_REPORTS.find((one) => one === report.kind);
    if (kind === undefined || entry === null) return ok({ loaded, typed, change: null });
    const change = changeOf(kind, entry, typed, facts);
    return change.ok ? ok({ loaded, typed, change: change.value }) : change;
  },
  save: async (tx, { loaded, typed, change }, facts) => {
    await settle(tx, loaded, typed, facts);
    if (change !== null) {
      const leaves = change.content.exclusion !== change.loaded.content.exclusion;
      await saveEntry(tx, facts, change, { kind: leaves ? "excluded" : "reportSettled", facts: { report: loaded.report.kind, settlement: typed.settlement } });
    }
    return { electionId: loaded.report.electionId, reportId: loaded.report.id };
  },
  entry: ({ loaded, typed, change }, _, facts) => ({
    reportId: loaded.report.id, kind: loaded.report.kind, settlement: typed.settlement, note: facts.commit(typed.note),
    entryId: change?.loaded.id ?? null, status: change?.content.status ?? null, announced: change?.change.kind ?? null,
  }),
});
