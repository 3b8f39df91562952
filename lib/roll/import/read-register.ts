import type { Day } from "#lib/calendar/day.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { columnLetters, type Sheet } from "#lib/spreadsheet/model.ts";
import { findTable, type ColumnMapping, type Table, type TableProblem } from "#lib/spreadsheet/table.ts";
import { REGISTER_COLUMNS } from "./columns.ts";
import { findDuplicates } from "./duplicate-rows.ts";
import type { RegisterField, RegisterFinding, RegisterPerson, RollLaw } from "#lib/roll/model.ts";
import { readRow, tellsOfPerson } from "./read-row.ts";

/** A register read: every person row, and what was found, by row. */
export type RegisterReading = {
  readonly table: Table<RegisterField>;
  readonly persons: readonly RegisterPerson[];
  readonly findings: readonly RegisterFinding[];
};

/** Counts of a register: who would be listed on election day, and who not, by kind. */
export type RegisterCounts = {
  readonly rows: number;
  readonly eligible: { readonly total: number; readonly men: number; readonly women: number; readonly byGroup: Readonly<Record<string, number>> };
  readonly notListed: Readonly<Record<"minor" | "deprived" | "awayNotStated" | "dead" | "movedOut" | "duplicate", number>>;
};

/** The sheet that holds the register: the first whose table is complete, else the first one, to be mapped by a person. */
function findRegister(sheets: readonly Sheet[], mapping: ColumnMapping<RegisterField> | null): Result<Table<RegisterField>, TableProblem<RegisterField>> {
  const tables = sheets.map((sheet) => findTable(sheet, REGISTER_COLUMNS, mapping));
  const complete = tables.find((table) => table.ok && table.value.rows.length > 0) ?? tables.find((table) => table.ok);
  const closest = tables.reduce((best, table) => (!table.ok && !best.ok && table.error.missing.length < best.error.missing.length ? table : best), tables[0] ?? noSheet);
  return complete ?? closest;
}

const noSheet = err<TableProblem<RegisterField>>({ sheet: "", headerRow: 1, missing: [], headings: [], found: new Map(), preview: [] });

/**
 * Reads a household register into persons with their standing on election day, and findings. Refuses only when required
 * columns cannot be found; then a mapping given by a person helps.
 */
export function readRegister(
  sheets: readonly Sheet[],
  options: { readonly electionDay: Day; readonly law: RollLaw; readonly mapping?: ColumnMapping<RegisterField> | null },
): Result<RegisterReading, TableProblem<RegisterField>> {
  const found = findRegister(sheets, options.mapping ?? null);
  if (!found.ok) return found;
  const table = found.value;
  const readings = table.rows.filter((row) => tellsOfPerson(table, row)).map((row) => readRow(table, row, options.electionDay, options.law));
  const duplicates = new Map(findDuplicates(readings.map(({ person }) => person)).map((duplicate) => [duplicate.row, duplicate]));
  const place = columnLetters(table.columns.get("idNumber") ?? 0);
  const persons = readings.map(({ person }) => (duplicates.get(person.row)?.certain === true ? { ...person, exclusion: "duplicate" as const, status: "excluded" as const } : person));
  const findings = readings.flatMap(({ person, findings: own }): readonly RegisterFinding[] => {
    const duplicate = duplicates.get(person.row);
    if (duplicate === undefined) return own;
    const kind = duplicate.certain ? "duplicate" : "likelyDuplicate";
    return [...own, { row: person.row, kind, field: "idNumber", params: { row: person.row, cell: `${place}${person.row}`, ownRow: duplicate.ownRow } }];
  });
  return ok({ table, persons, findings });
}

const countOf = (persons: readonly RegisterPerson[], test: (person: RegisterPerson) => boolean): number => persons.filter(test).length;

/** Counts the persons of a register. Groups are in the order of their numbers; those with names follow. */
export function countRegister(persons: readonly RegisterPerson[]): RegisterCounts {
  const listed = persons.filter((person) => person.status === "listed");
  const groups = [...Map.groupBy(listed, (person) => person.group ?? "?")].toSorted(([first], [second]) => compareGroups(first, second));
  const excluded = (kind: RegisterPerson["exclusion"]): number => countOf(persons, (person) => person.status === "excluded" && person.exclusion === kind);
  return {
    rows: persons.length,
    eligible: {
      total: listed.length,
      men: countOf(listed, (person) => person.sex === "male"),
      women: countOf(listed, (person) => person.sex === "female"),
      byGroup: Object.fromEntries(groups.map(([group, members]) => [group, members.length])),
    },
    notListed: {
      minor: countOf(persons, (person) => person.status === "minor"),
      deprived: excluded("deprived"),
      awayNotStated: countOf(persons, (person) => person.status === "notStated"),
      dead: excluded("dead"),
      movedOut: excluded("movedOut"),
      duplicate: excluded("duplicate"),
    },
  };
}

/** Groups with numbers in number order, then those with names. */
export function compareGroups(first: string, second: string): number {
  const left = /^\d+$/u.test(first) ? Number(first) : Number.POSITIVE_INFINITY;
  const right = /^\d+$/u.test(second) ? Number(second) : Number.POSITIVE_INFINITY;
  if (left !== right) return left - right;
  return first < second ? -1 : first > second ? 1 : 0;
}
