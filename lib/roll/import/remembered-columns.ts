import { createHash } from "node:crypto";
import { cellText, type Sheet } from "#lib/spreadsheet/model.ts";
import type { ColumnMapping } from "#lib/spreadsheet/table.ts";
import { REGISTER_FIELDS, type RegisterField } from "#lib/roll/model.ts";
import type { RememberedColumns } from "./job.ts";

/** Headings stand in one of the first rows. */
const HEADER_ROWS = 15;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const plain = (label: string): string => label.normalize("NFKC").replace(/\s+/gu, "");

/** A row of data was named as the heading when it holds numbers or dates: nothing of it may be remembered. */
const looksLikeData = (labels: readonly string[]): boolean => labels.some((label) => /\d{6,}/u.test(label) || /^\d{4}\D\d{1,2}\D\d{1,2}/u.test(label));

/** The set of headings as it is remembered: without regard to their order. */
const keyOf = (labels: readonly string[]): string => digest([...new Set(labels)].toSorted().join("\n"));

/** What is remembered when a person has named the columns of a file, by the cells of its heading row; null when that is no heading. */
export function toRemember(cells: readonly string[], columns: ColumnMapping<RegisterField>["columns"]): RememberedColumns | null {
  const labels = cells.map(plain);
  const written = labels.filter((label) => label !== "");
  if (written.length < 2 || looksLikeData(written)) return null;
  const hashes = REGISTER_FIELDS.flatMap((field) => {
    const label = labels[columns[field] ?? -1];
    return label === undefined || label === "" ? [] : [[field, digest(label)] as const];
  });
  return { headings: keyOf(written), columns: Object.fromEntries(hashes) };
}

/** The mapping of a file whose headings somebody has named before; null when none of its first rows has such headings. */
export function remembered(sheets: readonly Sheet[], known: readonly RememberedColumns[]): ColumnMapping<RegisterField> | null {
  if (known.length === 0) return null;
  const byKey = new Map(known.map((one) => [one.headings, one]));
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, HEADER_ROWS)) {
      const labels = row.cells.map((cell) => plain(cellText(cell)));
      const memory = byKey.get(keyOf(labels.filter((label) => label !== "")));
      if (memory !== undefined) return { headerRow: row.number, columns: placesOf(memory, labels) };
    }
  }
  return null;
}

function placesOf(memory: RememberedColumns, labels: readonly string[]): ColumnMapping<RegisterField>["columns"] {
  const places = new Map(labels.map((label, index) => [digest(label), index]));
  return Object.fromEntries(REGISTER_FIELDS.flatMap((field) => {
    const hash = memory.columns[field];
    const index = hash === undefined ? undefined : places.get(hash);
    return index === undefined ? [] : [[field, index] as const];
  }));
}
