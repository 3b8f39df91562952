import writeExcelFile from "write-excel-file/node";

/** One sheet to write: a heading row, then rows of text and whole numbers. Widths are in characters. */
export type SheetToWrite = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/**
 * Writes an .xlsx file. Text stays text whatever it looks like: identity numbers keep their digits and nothing becomes
 * a formula. The heading row stays in sight when scrolling.
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const file = writeExcelFile(
    sheets.map(({ name, headings, widths, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: headings.map((_, index) => ({ width: widths[index] ?? 14 })),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
        ...rows.map((row) => row.map((value) => (value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String }))),
      ],
    })),
  );
  return new Uint8Array(await file.toBuffer());
}
