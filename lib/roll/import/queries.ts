import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { REGISTER_FAULTS, type RegisterFault, type RegisterFinding } from "#lib/roll/model.ts";
import { stagedFindings } from "./faulty-rows.ts";
import type { ReadingProgress } from "./progress.ts";
import { isInterrupted, progressOf } from "./reading-state.ts";
import { isMended, summarySchema, type ImportSummary } from "./summary.ts";

/** States of an upload, as the database has them. */
export const IMPORT_STATES = ["reading", "mapping", "preview", "failed", "confirmed", "discarded"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
const stateSchema = z.enum(IMPORT_STATES);

/** One line of the history of imports. */
export type ImportLine = { readonly id: string; readonly fileName: string; readonly state: ImportState; readonly createdAt: Date; readonly rows: number | null };

/** The imports of an election, newest first. */
export async function importHistory(db: Reader, electionId: string): Promise<readonly ImportLine[]> {
  const rows = await db.rollImport.findMany({ where: { electionId }, orderBy: { createdAt: "desc" }, take: 30, select: { id: true, fileName: true, state: true, createdAt: true, summary: true } });
  return rows.map(({ summary, state, ...row }) => {
    const parsed = summarySchema.safeParse(summary);
    return { ...row, state: stateSchema.parse(state), rows: parsed.success && parsed.data.kind === "preview" ? parsed.data.counts.rows : null };
  });
}

/** One upload: how far its reading is, or what was found in it. */
export type ImportDetail = {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly summary: ImportSummary;
  readonly progress: ReadingProgress;
  readonly interrupted: boolean;
  /** Says itself that it is a part of the village: faulty rows, mended. */
  readonly part: boolean;
  /** Election day for which its rows were judged. */
  readonly electionDay: string | null;
};

/** An upload of this election; null when there is none of that id. */
export async function importDetail(db: Reader, electionId: string, importId: string, now: Date): Promise<ImportDetail | null> {
  const row = await db.rollImport.findFirst({ where: { id: importId, electionId }, select: { id: true, fileName: true, state: true, summary: true, progress: true, beatAt: true, part: true, electionDay: true } });
  if (row === null) return null;
  const { id, fileName, part, electionDay } = row;
  return { id, fileName, part, electionDay, state: stateSchema.parse(row.state), summary: summarySchema.parse(row.summary), progress: progressOf(row), interrupted: isInterrupted(row, now) };
}

/** How many rows the preview shows on a page. */
export const IMPORT_PAGE = 50;

/** A row with what was found in it. */
export type FoundRow = { readonly row: number; readonly sheet: string; readonly name: string; readonly findings: readonly RegisterFinding[] };

const kindList = z.enum(REGISTER_FAULTS);

/** One page of the rows in which something was found; with a kind those that have it, else those that a person has to mend. */
export async function foundRows(db: Reader, importId: string, kind: RegisterFault | null, page: number): Promise<{ readonly rows: readonly FoundRow[]; readonly page: number; readonly pages: number }> {
  const where = kind === null ? { importId, cells: { not: null } } : { importId, findings: { array_contains: [{ kind }] } };
  const total = await db.rollImportRow.count({ where });
  const pages = Math.max(1, Math.ceil(total / IMPORT_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const rows = await db.rollImportRow.findMany({ where, orderBy: { place: "asc" }, skip: (at - 1) * IMPORT_PAGE, take: IMPORT_PAGE, select: { place: true, row: true, sheet: true, name: true, findings: true } });
  return {
    rows: rows.map(({ place, row, sheet, name, findings }) => ({ row, sheet, name, findings: stagedFindings.parse(findings).filter((one) => (kind === null ? !isMended(one.kind) : one.kind === kind)).map((finding) => ({ ...finding, row, sheet, index: place - 1 })) })),
    page: at,
    pages,
  };
}

/** A kind of finding by its name in an address. */
export const faultNamed = (text: unknown): RegisterFault | null => {
  const parsed = kindList.safeParse(text);
  return parsed.success ? parsed.data : null;
};
