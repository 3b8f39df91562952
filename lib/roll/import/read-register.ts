import type { Day } from "#lib/calendar/day.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import { columnLetters, type Sheet, type SheetRow } from "#lib/spreadsheet/model.ts";
import type { ColumnMapping, Table, TableProblem } from "#lib/spreadsheet/table.ts";
import { findDuplicates, type Duplicate } from "./duplicate-rows.ts";
import type { RegisterField, RegisterFinding, RegisterPerson, RollLaw } from "#lib/roll/model.ts";
import { readRow, tellsOfPerson, type RowReading } from "./read-row.ts";
import { inLayoutOf, registerTables, type LeftOut } from "./register-tables.ts";

/** A register read: every person row, and what was found, by row. */
export type RegisterReading = {
  /** The first table; the others of `tables` are sheets joined to it. */
  readonly table: Table<RegisterField>;
  readonly tables: readonly Table<RegisterField>[];
  readonly leftOut: readonly LeftOut[];
  readonly persons: readonly RegisterPerson[];
  /** The cells of each person's row by his `index`, in the layout of `table`: merged cells and group titles written in. */
  readonly rows: readonly SheetRow[];
  readonly findings: readonly RegisterFinding[];
};

/** Counts of a register: who would be listed on election day, and who not, by kind. */
export type RegisterCounts = {
  readonly rows: number;
  readonly eligible: { readonly total: number; readonly men: number; readonly women: number; readonly byGroup: Readonly<Record<string, number>> };
  readonly notListed: Readonly<Record<"minor" | "deprived" | "awayNotStated" | "dead" | "movedOut" | "duplicate", number>>;
};

type ReadOptions = {
  readonly electionDay: Day;
  readonly law: RollLaw;
  readonly mapping?: ColumnMapping<RegisterField> | null;
  /** Hears how many rows of how many have been read. */
  readonly onProgress?: (rows: number, total: number) => void;
};

/** Rows between two reports of progress. */
const EVERY = 500;

type Rows = { readonly readings: readonly RowReading[]; readonly rows: readonly SheetRow[] };

function readRows(tables: readonly Table<RegisterField>[], { electionDay, law, onProgress }: ReadOptions): Rows {
  const total = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const [first] = tables;
  const readings: RowReading[] = [];
  const rows: SheetRow[] = [];
  let done = 0;
  for (const table of tables) {
    const sheet = tables.length > 1 ? table.sheet.name : "";
    const inLayout = inLayoutOf(first ?? table, table);
    for (const row of table.rows) {
      if (done % EVERY === 0) onProgress?.(done, total);
      done += 1;
      if (!tellsOfPerson(table, row)) continue;
      readings.push(readRow(table, row, { index: readings.length, sheet, electionDay, law }));
      rows.push(inLayout(row));
    }
  }
  onProgress?.(total, total);
  return { readings, rows };
}

function duplicateFinding({ row, index, sheet }: RegisterPerson, { own, certain }: Duplicate, column: string): RegisterFinding {
  const named = sheet === "" ? {} : { sheet, ownSheet: own.sheet };
  return { row, index, sheet, kind: certain ? "duplicate" : "likelyDuplicate", field: "idNumber", params: { row, cell: `${column}${row}`, ownRow: own.row, ...named } };
}

/**
 * Reads a household register into persons with their standing on election day, and findings; several sheets with tables
 * of people (one a group) are joined. Refuses only when required columns cannot be found; then a mapping given by a
 * person helps.
 */
export function readRegister(sheets: readonly Sheet[], options: ReadOptions): Result<RegisterReading, TableProblem<RegisterField>> {
  const found = registerTables(sheets, options.mapping ?? null);
  if (!found.ok) return found;
  const { tables, leftOut } = found.value;
  const [table] = tables;
  if (table === undefined) throw new Error("a register has a table");
  const { readings, rows } = readRows(tables, options);
  const duplicates = new Map(findDuplicates(readings.map(({ person }) => person)).map((duplicate) => [duplicate.index, duplicate]));
  const columns = new Map(tables.map((one) => [one.sheet.name, columnLetters(one.columns.get("idNumber") ?? 0)]));
  const columnOf = ({ sheet }: RegisterPerson): string => columns.get(sheet === "" ? table.sheet.name : sheet) ?? "A";
  const persons = readings.map(({ person }) => (duplicates.get(person.index)?.certain === true ? { ...person, exclusion: "duplicate" as const, status: "excluded" as const } : person));
  const findings = readings.flatMap(({ person, findings: own }): readonly RegisterFinding[] => {
    const duplicate = duplicates.get(person.index);
    return duplicate === undefined ? own : [...own, duplicateFinding(person, duplicate, columnOf(person))];
  });
  return ok({ table, tables, leftOut, persons, rows, findings });
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
