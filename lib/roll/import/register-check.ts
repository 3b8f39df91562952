import { isDay, type Day } from "#lib/calendar/day.ts";
import { lawFor } from "#lib/law/law.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { countRegister, readRegister, type RegisterCounts } from "./read-register.ts";
import type { RegisterFault, RegisterField } from "#lib/roll/model.ts";
import { findingWords } from "./words.ts";

/** What `register:check` prints: counts and findings in the order of the rows. */
export type RegisterCheck = RegisterCounts & {
  readonly findings: readonly { readonly row: number; readonly kind: RegisterFault; readonly field: RegisterField; readonly message: string }[];
};

/** Why nothing could be checked: which argument or part of the file, and what to do. */
export type CheckError = { readonly path: "file" | "electionDay"; readonly message: string };

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Age and list rules of the national law in force on election day: a register is checked before any village's own method is known. */
function voterAgeOn(electionDay: Day): number {
  const law = lawFor({ firstVoteOn: electionDay, province: null, parameters: {} });
  if (!law.ok) throw new Error("the national law merges without refusal");
  return law.value.values.voterAge;
}

/** Checks a register for election day. `t` speaks the namespace `roll`. */
export function checkRegister(bytes: Uint8Array, electionDay: string, t: Translate): Result<RegisterCheck, readonly CheckError[]> {
  if (!isDay(electionDay)) return err([{ path: "electionDay", message: t("check.electionDay") }]);
  const sheets = readSheets(bytes);
  if (!sheets.ok) return err([{ path: "file", message: t(`check.${sheets.error}`) }]);
  const register = readRegister(sheets.value, { electionDay, law: { voterAge: voterAgeOn(electionDay) } });
  if (!register.ok) {
    const columns = register.error.missing.map((field) => t(`columns.${field}`)).join("、");
    return err([{ path: "file", message: t("check.columnsMissing", { sheet: register.error.sheet, columns }) }]);
  }
  const { persons, findings, table } = register.value;
  if (persons.length === 0) return err([{ path: "file", message: t("check.noRows", { sheet: table.sheet.name }) }]);
  return ok({
    ...countRegister(persons),
    findings: findings.map((finding) => ({ row: finding.row, kind: finding.kind, field: finding.field, message: findingWords(t, finding) })),
  });
}
