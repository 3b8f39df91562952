import { err, ok, type Result } from "#lib/platform/result.ts";
import { isBlank, type ReadProblem } from "#lib/spreadsheet/model.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import type { TableProblem } from "#lib/spreadsheet/table.ts";
import type { RegisterField } from "#lib/roll/model.ts";
import type { ReadingJob } from "./job.ts";
import type { ReadingProgress } from "./progress.ts";
import { readRegister, type RegisterReading } from "./read-register.ts";
import { remembered } from "./remembered-columns.ts";
import { layoutOf, mappingOf, type ImportMappingNeed, type ImportPreview, type ReadingProblem } from "./summary.ts";

/** A file that gives no rows: of no use, or with columns that a person has to name. */
export type Unread = { readonly kind: "failed"; readonly problem: ReadingProblem } | ImportMappingNeed;

/** A register read, and how its columns were found. */
export type ReadUpload = { readonly reading: RegisterReading; readonly by: ImportPreview["by"] };

const CODES: Readonly<Record<ReadProblem, ReadingProblem>> = { empty: "registerEmpty", unknownType: "wrongFileType", damaged: "registerDamaged", encrypted: "registerEncrypted", tooLarge: "registerTooLarge", quotes: "registerQuotes" };

const failed = (problem: ReadingProblem): { readonly ok: false; readonly error: Unread } => err({ kind: "failed", problem });

/** Reads an upload with the columns that a person named for it, else as its headings were named in the township before, else as its headings say. */
export function readUpload(bytes: Uint8Array, job: ReadingJob, report: (progress: ReadingProgress) => void): Result<ReadUpload, Unread> {
  const sheets = readSheets(bytes);
  if (!sheets.ok) return failed(CODES[sheets.error]);
  const known = job.mapping === null ? remembered(sheets.value, job.remembered) : null;
  const mapping = job.mapping === null ? known : mappingOf(job.mapping.headerRow, job.mapping.columns);
  const options = { electionDay: job.electionDay, law: { voterAge: job.voterAge }, onProgress: (done: number, total: number) => report({ step: "reading", done, total }) };
  const register = readRegister(sheets.value, { ...options, mapping });
  if (!register.ok) return known === null ? unrecognised(register.error) : readAsHeaded(sheets.value, options);
  if (register.value.persons.length === 0) return failed("registerNobody");
  return ok({ reading: register.value, by: job.mapping !== null ? "hand" : known !== null ? "memory" : "headings" });
}

/** Without the columns remembered: what was remembered does not fit this file after all. */
function readAsHeaded(sheets: Parameters<typeof readRegister>[0], options: Parameters<typeof readRegister>[1]): Result<ReadUpload, Unread> {
  const register = readRegister(sheets, { ...options, mapping: null });
  return register.ok ? ok({ reading: register.value, by: "headings" }) : unrecognised(register.error);
}

function unrecognised(problem: TableProblem<RegisterField>): Result<ReadUpload, Unread> {
  // Prose, program text and the like: no choice of columns could make a register of it.
  if (Math.max(0, ...problem.preview.map((row) => row.cells.filter((cell) => !isBlank(cell)).length)) < problem.missing.length) return failed("registerNoTable");
  const { missing, sheet, headerRow, headings, found, preview } = problem;
  return err({ kind: "mapping", missing: [...missing], ...layoutOf({ sheet, headerRow, headings, found, first: preview }) });
}
