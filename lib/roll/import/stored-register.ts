import type { Reader } from "#lib/database/client.ts";
import type { RollElection } from "#lib/roll/election.ts";
import { seal, unseal, type Sealed } from "#lib/platform/crypto.ts";
import { err, type Result } from "#lib/platform/result.ts";
import type { ReadProblem } from "#lib/spreadsheet/model.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import type { ColumnMapping, TableProblem } from "#lib/spreadsheet/table.ts";
import { readRegister, type RegisterReading } from "./read-register.ts";
import { keptMappingSchema } from "./summary.ts";
import type { RegisterField } from "#lib/roll/model.ts";

/** Why an uploaded file gives no register: unreadable, or columns that a person has to name. */
export type RegisterProblem = { readonly kind: "unreadable"; readonly problem: ReadProblem } | { readonly kind: "columns"; readonly problem: TableProblem<RegisterField> };

/** Reads an uploaded file for an election. */
export function readUpload(bytes: Uint8Array, election: RollElection, mapping: ColumnMapping<RegisterField> | null): Result<RegisterReading, RegisterProblem> {
  const sheets = readSheets(bytes);
  if (!sheets.ok) return err({ kind: "unreadable", problem: sheets.error });
  const register = readRegister(sheets.value, { electionDay: election.electionDay, law: { voterAge: election.law.values.voterAge }, mapping });
  return register.ok ? register : err({ kind: "columns", problem: register.error });
}

const context = (importId: string): string => `roll-import:${importId}`;

/** Encrypts an upload until it is confirmed or discarded. */
export const sealUpload = (importId: string, bytes: Uint8Array): Sealed => seal(bytes, context(importId));

/** An upload that still waits, decrypted and read again with its mapping. Null when it is gone or not readable any more. */
export async function waitingRegister(db: Reader, importId: string, election: RollElection): Promise<RegisterReading | null> {
  const row = await db.rollImport.findUnique({ where: { id: importId }, select: { electionId: true, fileCipher: true, mapping: true } });
  if (row === null || row.electionId !== election.id || row.fileCipher === null) return null;
  const mapping = keptMappingSchema.safeParse(row.mapping);
  const reading = readUpload(unseal(row.fileCipher, context(importId)), election, mapping.success ? plainMapping(mapping.data) : null);
  return reading.ok ? reading.value : null;
}

/** An upload that still waits, decrypted. */
export async function waitingBytes(db: Reader, importId: string): Promise<Uint8Array | null> {
  const row = await db.rollImport.findUnique({ where: { id: importId }, select: { fileCipher: true } });
  return row?.fileCipher == null ? null : unseal(row.fileCipher, context(importId));
}

/** Drops places that were left empty, so that the mapping has only fields with a place. */
function plainMapping(kept: { readonly headerRow: number; readonly columns: Readonly<Partial<Record<RegisterField, number | undefined>>> }): ColumnMapping<RegisterField> {
  const columns: Partial<Record<RegisterField, number>> = {};
  for (const [field, index] of Object.entries(kept.columns)) if (index !== undefined) Object.assign(columns, { [field]: index });
  return { headerRow: kept.headerRow, columns };
}
