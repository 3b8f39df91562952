import { z } from "zod";
import { cellText } from "#lib/spreadsheet/model.ts";
import type { ColumnMapping, Heading } from "#lib/spreadsheet/table.ts";
import type { SheetRow } from "#lib/spreadsheet/model.ts";
import { countRegister, type RegisterReading } from "./read-register.ts";
import { LEFT_OUT_REASONS } from "./register-tables.ts";
import { REGISTER_FAULTS, REGISTER_FIELDS, type RegisterFault, type RegisterField, type RegisterPerson } from "#lib/roll/model.ts";

const counts = z.object({
  rows: z.number(),
  eligible: z.object({ total: z.number(), men: z.number(), women: z.number(), byGroup: z.record(z.string(), z.number()) }),
  notListed: z.object({ minor: z.number(), deprived: z.number(), awayNotStated: z.number(), dead: z.number(), movedOut: z.number(), duplicate: z.number() }),
});

/** Which column holds what, and the first rows of the file to look at: what the page that names columns needs. */
const layout = {
  sheet: z.string(),
  headerRow: z.number(),
  headings: z.array(z.object({ index: z.number(), letters: z.string(), label: z.string() })),
  found: z.array(z.object({ field: z.enum(REGISTER_FIELDS), index: z.number() })),
  rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
};

/** What the preview of an upload shows besides its rows. No identity number in it. */
export const previewSchema = z.object({
  kind: z.literal("preview"),
  counts,
  /** Rows that cannot become an entry: no name, birth or sex. */
  unusable: z.number(),
  /** Findings by kind. */
  faults: z.partialRecord(z.enum(REGISTER_FAULTS), z.number()),
  /** Rows that a person has to mend: the workbook that is handed back. */
  faultyRows: z.number(),
  /** How the columns were found: by their headings, as somebody said, or as somebody of the township said last time. */
  by: z.enum(["headings", "hand", "memory"]),
  /** Sheets of the file that were not read, and rows marked as examples. */
  leftOut: z.array(z.object({ sheet: z.string(), reason: z.enum(LEFT_OUT_REASONS), row: z.number().nullable().default(null) })),
  ...layout,
});
export type ImportPreview = z.infer<typeof previewSchema>;

/** What the mapping screen needs of an upload whose columns were not found. */
export const mappingSchema = z.object({ kind: z.literal("mapping"), missing: z.array(z.enum(REGISTER_FIELDS)), ...layout });
export type ImportMappingNeed = z.infer<typeof mappingSchema>;

/** Why a file gave no register; the codes are those of `issues.*`. */
export const READING_PROBLEMS = ["registerEmpty", "wrongFileType", "registerDamaged", "registerEncrypted", "tooLarge", "registerTooLarge", "registerQuotes", "registerNobody", "registerNoTable"] as const;
export type ReadingProblem = (typeof READING_PROBLEMS)[number];

export const summarySchema = z.discriminatedUnion("kind", [previewSchema, mappingSchema, z.object({ kind: z.literal("reading") }), z.object({ kind: z.literal("failed"), problem: z.enum(READING_PROBLEMS) })]);
export type ImportSummary = z.infer<typeof summarySchema>;

/** A mapping as kept beside an upload. */
export const keptMappingSchema = z.object({ headerRow: z.number(), columns: z.partialRecord(z.enum(REGISTER_FIELDS), z.number()) });

/** Columns that a mapping names; places left empty are left out. */
export function mappingOf(headerRow: number, columns: Readonly<Partial<Record<RegisterField, number | null | undefined>>>): ColumnMapping<RegisterField> {
  const chosen = REGISTER_FIELDS.flatMap((field) => {
    const index = columns[field];
    return index === undefined || index === null ? [] : [[field, index] as const];
  });
  return { headerRow, columns: Object.fromEntries(chosen) };
}

/** Whether a row holds enough to stand on the roll. A certain duplicate never does: his own row stands there. */
export const isUsable = (person: RegisterPerson): boolean =>
  person.name !== "" && person.birthDate !== null && person.sex !== null && person.exclusion !== "duplicate" && person.status !== "unclear";

/** Whether the import mended it by itself; every other fault needs a person. */
export const isMended = (kind: RegisterFault): boolean => kind.startsWith("repairable:");

/** The preview of a register that was read. */
export function previewOf(reading: RegisterReading, by: ImportPreview["by"]): ImportPreview {
  const { persons, findings, table } = reading;
  const faults: Partial<Record<RegisterFault, number>> = {};
  for (const { kind } of findings) faults[kind] = (faults[kind] ?? 0) + 1;
  return {
    kind: "preview",
    counts: countRegister(persons),
    unusable: persons.filter((person) => !isUsable(person) && person.exclusion !== "duplicate").length,
    faults,
    faultyRows: new Set(findings.filter(({ kind }) => !isMended(kind)).map(({ index }) => index)).size,
    by,
    leftOut: reading.leftOut.map((one) => ({ ...one })),
    ...layoutOf({ sheet: table.sheet.name, headerRow: table.headerRow, headings: table.headings, found: table.columns, first: table.sheet.rows.slice(0, 15) }),
  };
}

/** Runs of digits that may be an identity or telephone number are hidden in the rows shown for mapping. */
const hideNumbers = (text: string): string => text.replace(/[\d０-９]{7,}[\dXx]?/gu, (digits) => digits.slice(0, 3) + "*".repeat(digits.length - 3));

type LayoutParts = { readonly sheet: string; readonly headerRow: number; readonly headings: readonly Heading[]; readonly found: ReadonlyMap<RegisterField, number>; readonly first: readonly SheetRow[] };

/** What the page that names columns shows of a file. */
export function layoutOf({ sheet, headerRow, headings, found, first }: LayoutParts): Omit<ImportMappingNeed, "kind" | "missing"> {
  return {
    sheet,
    headerRow,
    headings: headings.slice(0, 60).map((heading) => ({ ...heading, label: hideNumbers(heading.label).slice(0, 60) })),
    found: [...found].map(([field, index]) => ({ field, index })),
    rows: first.slice(0, 15).map((row) => ({ number: row.number, cells: row.cells.slice(0, 30).map((cell) => hideNumbers(cellText(cell)).slice(0, 40)) })),
  };
}
