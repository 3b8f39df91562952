import type { Reader } from "#lib/database/client.ts";
import { summarySchema, type ImportSummary } from "./summary.ts";

/** One line of the history of imports. */
export type ImportLine = { readonly id: string; readonly fileName: string; readonly state: string; readonly createdAt: Date; readonly rows: number | null };

/** The imports of an election, newest first. */
export async function importHistory(db: Reader, electionId: string): Promise<readonly ImportLine[]> {
  const rows = await db.rollImport.findMany({ where: { electionId }, orderBy: { createdAt: "desc" }, take: 30, select: { id: true, fileName: true, state: true, createdAt: true, summary: true } });
  return rows.map(({ summary, ...row }) => {
    const parsed = summarySchema.safeParse(summary);
    return { ...row, rows: parsed.success && parsed.data.kind === "preview" ? parsed.data.counts.rows : null };
  });
}

/** One upload with what was found in it. */
export type ImportDetail = { readonly id: string; readonly fileName: string; readonly state: string; readonly summary: ImportSummary };

/** An upload of this election; null when there is none of that id. */
export async function importDetail(db: Reader, electionId: string, importId: string): Promise<ImportDetail | null> {
  const row = await db.rollImport.findFirst({ where: { id: importId, electionId }, select: { id: true, fileName: true, state: true, summary: true } });
  return row === null ? null : { ...row, summary: summarySchema.parse(row.summary) };
}
