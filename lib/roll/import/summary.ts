import { z } from "zod";
import { cellText } from "#lib/spreadsheet/model.ts";
import type { ColumnMapping, TableProblem } from "#lib/spreadsheet/table.ts";
import { countRegister, type RegisterReading } from "./read-register.ts";
import { REGISTER_FAULTS, REGISTER_FIELDS, type RegisterField, type RegisterPerson } from "#lib/roll/model.ts";

const counts = z.object({
  rows: z.number(),
  eligible: z.object({ total: z.number(), men: z.number(), women: z.number(), byGroup: z.record(z.string(), z.number()) }),
  notListed: z.object({ minor: z.number(), deprived: z.number(), awayNotStated: z.number(), dead: z.number(), movedOut: z.number(), duplicate: z.number() }),
});

/** What the preview of an upload shows. No identity number in it. */
export const previewSchema = z.object({
  kind: z.literal("preview"),
  sheet: z.string(),
  counts,
  /** Rows that cannot become an entry: no name, birth or sex. */
  unusable: z.number(),
  findings: z.array(z.object({ row: z.number(), kind: z.enum(REGISTER_FAULTS), field: z.enum(REGISTER_FIELDS), params: z.record(z.string(), z.union([z.string(), z.number()])), name: z.string() })),
});
export type ImportPreview = z.infer<typeof previewSchema>;

/** What the mapping screen needs of an upload whose columns were not found. */
export const mappingSchema = z.object({
  kind: z.literal("mapping"),
  sheet: z.string(),
  headerRow: z.number(),
  missing: z.array(z.enum(REGISTER_FIELDS)),
  headings: z.array(z.object({ index: z.number(), letters: z.string(), label: z.string() })),
  found: z.array(z.object({ field: z.enum(REGISTER_FIELDS), index: z.number() })),
  rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
});
export type ImportMappingNeed = z.infer<typeof mappingSchema>;

export const summarySchema = z.discriminatedUnion("kind", [previewSchema, mappingSchema]);
export type ImportSummary = z.infer<typeof summarySchema>;

/** A mapping as kept beside an upload. */
export const keptMappingSchema = z.object({ headerRow: z.number(), columns: z.partialRecord(z.enum(REGISTER_FIELDS), z.number()) });

/** Columns that a mapping names; places left empty are left out. */
export function mappingOf(headerRow: number, columns: Readonly<Record<string, number | null>>): ColumnMapping<RegisterField> {
  const chosen = REGISTER_FIELDS.flatMap((field) => {
    const index = columns[field];
    return index === undefined || index === null ? [] : [[field, index] as const];
  });
  return { headerRow, columns: Object.fromEntries(chosen) };
}

/** Whether a row holds enough to stand on the roll. A certain duplicate never does: his own row stands there. */
export const isUsable = (person: RegisterPerson): person is UsablePerson =>
  person.name !== "" && person.birthDate !== null && person.sex !== null && person.exclusion !== "duplicate" && person.status !== "unclear";

export type UsablePerson = RegisterPerson & { readonly birthDate: string; readonly sex: "male" | "female"; readonly status: Exclude<RegisterPerson["status"], "unclear"> };

/** The preview of a register that was read. */
export function previewOf(reading: RegisterReading): ImportPreview {
  const names = new Map(reading.persons.map((person) => [person.row, person.name]));
  return {
    kind: "preview",
    sheet: reading.table.sheet.name,
    counts: countRegister(reading.persons),
    unusable: reading.persons.filter((person) => !isUsable(person) && person.exclusion !== "duplicate").length,
    findings: reading.findings.map(({ row, kind, field, params }) => ({ row, kind, field, params: { ...params }, name: names.get(row) ?? "" })),
  };
}

/** Runs of digits that may be an identity or telephone number are hidden in the rows shown for mapping. */
const hideNumbers = (text: string): string => text.replace(/[\d０-９]{7,}[\dXx]?/gu, (digits) => digits.slice(0, 3) + "*".repeat(digits.length - 3));

/** What the mapping screen shows of a table that was not recognised. */
export function mappingNeedOf(problem: TableProblem<RegisterField>): ImportMappingNeed {
  return {
    kind: "mapping",
    sheet: problem.sheet,
    headerRow: problem.headerRow,
    missing: [...problem.missing],
    headings: problem.headings.slice(0, 60).map((heading) => ({ ...heading, label: heading.label.slice(0, 60) })),
    found: [...problem.found].map(([field, index]) => ({ field, index })),
    rows: problem.preview.slice(0, 15).map((row) => ({ number: row.number, cells: row.cells.slice(0, 30).map((cell) => hideNumbers(cellText(cell)).slice(0, 40)) })),
  };
}
