import type { RegisterField } from "#lib/roll/model.ts";
import { normaliseIdentity, readIdentity } from "#lib/chinese/identity-number.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { cellText, EMPTY_CELL, type Sheet, type SheetRow } from "#lib/spreadsheet/model.ts";
import { findTable, type ColumnMapping, type ColumnSpec, type Table, type TableProblem } from "#lib/spreadsheet/table.ts";
import { REGISTER_COLUMNS } from "./columns.ts";
import { tellsGroupsByTitles, withGroups } from "./group-titles.ts";
import { EXAMPLE_PERSON, NOTES_TITLE } from "./template-marks.ts";

/** Why something of a file was not read: a sheet hidden by the person who made the file, one whose people all stand on sheets before it, one without a table of people; a row marked as an example. */
export const LEFT_OUT_REASONS = ["hidden", "repeated", "noTable", "example"] as const;
/** A sheet that was not read, or a row of it. */
export type LeftOut = { readonly sheet: string; readonly reason: (typeof LEFT_OUT_REASONS)[number]; readonly row: number | null };

/** The tables of a register: usually one; one a group in files that have a sheet for each. */
export type RegisterTables = { readonly tables: readonly Table<RegisterField>[]; readonly leftOut: readonly LeftOut[] };

type Found = Result<Table<RegisterField>, TableProblem<RegisterField>>;

const NO_SHEET: Found = err({ sheet: "", headerRow: 1, missing: [], headings: [], found: new Map(), preview: [] });
/** Groups may stand in titles instead of a column. */
const WITHOUT_GROUP: readonly ColumnSpec<RegisterField>[] = REGISTER_COLUMNS.map((spec) => (spec.field === "group" ? { ...spec, required: false } : spec));
/** Fewer sound numbers than this say nothing about whether a sheet repeats another. */
const FEWEST_NUMBERS = 5;

function tableOf(sheet: Sheet, mapping: ColumnMapping<RegisterField> | null): Found {
  const table = findTable(sheet, WITHOUT_GROUP, mapping);
  if (!table.ok) {
    const whole = findTable(sheet, REGISTER_COLUMNS, mapping);
    return whole.ok ? table : whole;
  }
  return table.value.columns.has("group") || tellsGroupsByTitles(table.value) ? ok(withGroups(table.value)) : findTable(sheet, REGISTER_COLUMNS, mapping);
}

const closest = (tables: readonly Found[]): Found => tables.reduce((best, table) => (!table.ok && !best.ok && table.error.missing.length < best.error.missing.length ? table : best), tables[0] ?? NO_SHEET);

/** A mapping made for one sheet holds for the others that have the same headings at the mapped places. */
function mappedTables(sheets: readonly Sheet[], mapping: ColumnMapping<RegisterField>): readonly Found[] {
  const places = Object.values(mapping.columns);
  const labelsAt = (sheet: Sheet): string => {
    const row = sheet.rows.find(({ number }) => number === mapping.headerRow);
    return places.map((place) => cellText(row?.cells[place]).trim()).join("\n");
  };
  const shown = closest(sheets.map((sheet) => findTable(sheet, REGISTER_COLUMNS)));
  const first = sheets.find((sheet) => !shown.ok && sheet.name === shown.error.sheet) ?? sheets.find((sheet) => tableOf(sheet, null).ok) ?? sheets[0];
  const wanted = first === undefined ? "" : labelsAt(first);
  return sheets.map((sheet) => (sheet === first || labelsAt(sheet) === wanted ? tableOf(sheet, mapping) : findTable({ ...sheet, rows: [] }, REGISTER_COLUMNS)));
}

/** The sound numbers of a table. */
function numbersOf(table: Table<RegisterField>): readonly string[] {
  const place = table.columns.get("idNumber") ?? -1;
  return table.rows.flatMap((row) => {
    const reading = readIdentity(normaliseIdentity(cellText(row.cells[place])).text);
    return reading.ok ? [reading.value.number] : [];
  });
}

/** The tables without those whose people all stand in tables before them: the group's own sheets behind one of the whole village. */
function withoutRepeated(tables: readonly Table<RegisterField>[]): { readonly kept: readonly Table<RegisterField>[]; readonly repeated: readonly Table<RegisterField>[] } {
  if (tables.length < 2) return { kept: tables, repeated: [] };
  const seen = new Set<string>();
  const repeated = tables.filter((table) => {
    const numbers = numbersOf(table);
    if (numbers.length >= FEWEST_NUMBERS && numbers.every((number) => seen.has(number))) return true;
    for (const number of numbers) seen.add(number);
    return false;
  });
  return { kept: tables.filter((table) => !repeated.includes(table)), repeated };
}

/** Finds every table of people in a workbook. Hidden sheets count only when no other has one. Refuses with the closest one when none is complete. */
export function registerTables(sheets: readonly Sheet[], mapping: ColumnMapping<RegisterField> | null): Result<RegisterTables, TableProblem<RegisterField>> {
  const found = mapping === null ? sheets.map((sheet) => tableOf(sheet, null)) : mappedTables(sheets, mapping);
  const complete = found.flatMap((table) => (table.ok ? [table.value] : []));
  const peopled = complete.filter(({ rows }) => rows.length > 0);
  const shown = peopled.filter(({ sheet }) => !sheet.hidden);
  const chosen = shown.length > 0 ? shown : peopled.length > 0 ? peopled : complete.slice(0, 1);
  if (chosen.length === 0) {
    const problem = closest(found);
    return problem.ok ? err(NO_SHEET.ok ? { sheet: "", headerRow: 1, missing: [], headings: [], found: new Map(), preview: [] } : NO_SHEET.error) : problem;
  }
  const { kept, repeated } = withoutRepeated(chosen);
  const reasonOf = (sheet: Sheet): LeftOut["reason"] => (repeated.some((table) => table.sheet === sheet) ? "repeated" : sheet.hidden && peopled.some((table) => table.sheet === sheet) ? "hidden" : "noTable");
  const unread = sheets.filter((sheet) => !kept.some((table) => table.sheet === sheet) && !explainsTemplate(sheet)).map((sheet) => ({ sheet: sheet.name, reason: reasonOf(sheet), row: null }));
  return ok({ tables: kept, leftOut: [...unread, ...kept.flatMap(examplesOf)] });
}

const explainsTemplate = (sheet: Sheet): boolean => cellText(sheet.rows[0]?.cells[0]) === NOTES_TITLE;

/** The example rows of a table that may be people after all: everything but the template's own. */
function examplesOf({ sheet, examples, columns }: Table<RegisterField>): readonly LeftOut[] {
  const numberOf = (row: SheetRow): string => cellText(row.cells[columns.get("idNumber") ?? -1]);
  return examples.filter((row) => numberOf(row) !== EXAMPLE_PERSON.idNumber).map((row) => ({ sheet: sheet.name, reason: "example", row: row.number }));
}

/** A row of one table in the layout of another: the same fields, else the same headings, below each other. */
export function inLayoutOf(first: Table<RegisterField>, table: Table<RegisterField>): (row: SheetRow) => SheetRow {
  if (first === table) return (row) => row;
  const fieldAt = new Map([...first.columns].map(([field, index]) => [index, field]));
  const width = Math.max(0, ...first.headings.map(({ index }) => index + 1));
  const places = Array.from({ length: width }, (_, index) => {
    const field = fieldAt.get(index);
    const label = first.headings.find((heading) => heading.index === index)?.label ?? "";
    return (field === undefined ? undefined : table.columns.get(field)) ?? table.headings.find((heading) => label !== "" && heading.label === label)?.index;
  });
  return (row) => ({ number: row.number, cells: places.map((place) => (place === undefined ? EMPTY_CELL : (row.cells[place] ?? EMPTY_CELL))) });
}
