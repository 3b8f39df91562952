import type { Client } from "pg";
import { z } from "zod";
import { copyInto } from "#lib/database/copy.ts";
import type { RegisterFinding } from "#lib/roll/model.ts";
import { cellDay } from "#lib/spreadsheet/days.ts";
import { cellText } from "#lib/spreadsheet/model.ts";
import type { ReadingJob } from "./job.ts";
import type { ReadingProgress } from "./progress.ts";
import { readUpload, type ReadUpload } from "./read-upload.ts";
import { toRemember } from "./remembered-columns.ts";
import { MARK_HEADING, MARK_LENGTH, readMark, type RowMark } from "./row-mark.ts";
import { STAGED_COLUMNS, stagedLine, type RowToStage } from "./staged-row.ts";
import { sealHeadings, unsealUpload } from "./stored-register.ts";
import { mappingOf, previewOf, type ImportSummary } from "./summary.ts";

/** Told how far a reading is. */
export type Report = (progress: ReadingProgress) => void;

/** Rows between two reports. */
const EVERY = 500;

/** What becomes of the upload. `keepFile`: the file is needed again. */
type Ending = { readonly state: "mapping" | "preview" | "failed"; readonly summary: ImportSummary; readonly keepFile: boolean; readonly part: boolean; readonly headings: Buffer | null };

/**
 * Reads an upload that waits and stages its rows, all or nothing: whoever discards it meanwhile, or asks for it to be
 * read again, finds nothing of this reading.
 */
export async function stageRegister(client: Client, job: ReadingJob, report: Report): Promise<void> {
  const waiting = await client.query(`SELECT "fileCipher" AS cipher FROM "RollImport" WHERE id = $1 AND attempt = $2 AND state = 'reading'`, [job.importId, job.attempt]);
  const [row] = z.array(z.object({ cipher: z.instanceof(Buffer) })).parse(waiting.rows);
  if (row === undefined) return;
  report({ step: "opening", done: 0, total: 1 });
  const read = readUpload(unsealUpload(job.importId, row.cipher), job, report);
  if (read.ok) return stageRows(client, job, read.value, report);
  await finish(client, job, { state: read.error.kind, summary: read.error, keepFile: read.error.kind === "mapping", part: false, headings: null });
}

/** Writes the outcome, unless the upload is no longer waiting for this reading. */
async function finish(client: Client, job: ReadingJob, { state, summary, keepFile, part, headings }: Ending): Promise<boolean> {
  const answer = await client.query(
    `UPDATE "RollImport" SET state = $3, summary = $4, part = $5, "headingsCipher" = $6, "electionDay" = $7, progress = NULL, "beatAt" = NULL,
       "fileCipher" = CASE WHEN $8 THEN "fileCipher" END, "fileKey" = CASE WHEN $8 THEN "fileKey" END
     WHERE id = $1 AND attempt = $2 AND state = 'reading'`,
    [job.importId, job.attempt, state, JSON.stringify(summary), part, headings, job.electionDay, keepFile],
  );
  return answer.rowCount === 1;
}

async function stageRows(client: Client, job: ReadingJob, upload: ReadUpload, report: Report): Promise<void> {
  const rows = await rowsOf(client, job, upload);
  await client.query("BEGIN");
  try {
    await client.query(`DELETE FROM "RollImportRow" WHERE "importId" = $1`, [job.importId]);
    await copyInto(client, "RollImportRow", STAGED_COLUMNS, linesOf(job, rows, upload.reading.persons.length, report));
    const kept = await finish(client, job, { state: "preview", summary: previewOf(upload.reading, upload.by), keepFile: true, part: rows.part, headings: sealHeadings(job.importId, rows.headings) });
    if (kept) {
      await remember(client, job, upload);
      await client.query("SELECT roll_import_compare($1)", [job.importId]);
    }
    await client.query(kept ? "COMMIT" : "ROLLBACK");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Columns that somebody named by hand are known when such a file comes again in this township. */
async function remember(client: Client, job: ReadingJob, { reading: { table } }: ReadUpload): Promise<void> {
  if (job.mapping === null) return;
  const heading = table.sheet.rows.find(({ number }) => number === table.headerRow);
  const known = heading === undefined ? null : toRemember(heading.cells.map(cellText), mappingOf(job.mapping.headerRow, job.mapping.columns).columns);
  if (known === null) return;
  await client.query(
    `INSERT INTO "RegisterMapping" ("townshipId", headings, columns, "savedBy", "savedAt") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ("townshipId", headings) DO UPDATE SET columns = EXCLUDED.columns, "savedBy" = EXCLUDED."savedBy", "savedAt" = EXCLUDED."savedAt"`,
    [job.townshipId, known.headings, JSON.stringify(known.columns), job.accountId, job.at],
  );
}

function* linesOf({ importId, at: readAt }: ReadingJob, { at }: Rows, total: number, report: Report): Generator<string> {
  const milliseconds = Date.parse(readAt);
  for (let index = 0; index < total; index += 1) {
    if (index % EVERY === 0) report({ step: "staging", done: index, total });
    yield stagedLine(importId, milliseconds, at(index));
  }
  report({ step: "staging", done: total, total });
}

/** The rows to stage, one at a time; the headings of their cells; and whether the file is the mended part of another. */
type Rows = { readonly at: (index: number) => RowToStage; readonly headings: readonly string[]; readonly part: boolean };

async function rowsOf(client: Client, job: ReadingJob, { reading }: ReadUpload): Promise<Rows> {
  const { table, persons } = reading;
  const findings = Map.groupBy(reading.findings, ({ index }: RegisterFinding) => index);
  const width = Math.max(0, ...table.headings.map(({ index }) => index + 1));
  const headings = Array.from({ length: width }, (_, index) => table.headings.find((heading) => heading.index === index)?.label ?? "");
  const markPlace = headings.indexOf(MARK_HEADING);
  const textAt = (index: number, column: number): string => {
    const cell = reading.rows[index]?.cells[column];
    // Handed back, a date is text like all else: as a day, not as the serial number that stands behind it in the file.
    const day = column === table.columns.get("birthDate") && cell?.kind === "number" ? cellDay(cell, table.sheet.daysFrom1904) : null;
    return day ?? cellText(cell);
  };
  const marks = markPlace < 0 ? [] : persons.map(({ index }) => readMark(textAt(index, markPlace)));
  const uploads = await uploadsOf(client, job.electionId, marks);
  const at = (index: number): RowToStage => {
    const person = persons[index];
    if (person === undefined) throw new Error(`no person at ${index}`);
    const mark = marks[index];
    const importId = uploads.get(mark?.upload ?? "");
    return {
      place: index + 1, person, findings: findings.get(index) ?? [], cells: () => headings.map((_, column) => textAt(index, column)),
      mends: mark == null || importId === undefined ? null : { importId, place: mark.place },
    };
  };
  return { at, headings, part: marks.filter((mark) => mark !== null).length * 2 > persons.length };
}

/** Earlier uploads of the same election, by the beginning of their id. */
async function uploadsOf(client: Client, electionId: string, marks: readonly (RowMark | null)[]): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(marks.flatMap((mark) => mark?.upload ?? []))];
  if (named.length === 0) return new Map();
  const found = await client.query(`SELECT id FROM "RollImport" WHERE "electionId" = $1 AND left(id, $2) = ANY ($3)`, [electionId, MARK_LENGTH, named]);
  return new Map(z.array(z.object({ id: z.string() })).parse(found.rows).map(({ id }) => [id.slice(0, MARK_LENGTH), id]));
}
