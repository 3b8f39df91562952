/** A cell as the reader found it. Numbers keep what the program showed, because formats may carry leading zeros. */
export type Cell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly shown: string }
  /** A formula that came to nothing (#REF!) or was never computed: something should stand here. */
  | { readonly kind: "error" };

export const EMPTY_CELL: Cell = { kind: "empty" };
export const ERROR_CELL: Cell = { kind: "error" };

/** A row with the number that the spreadsheet program shows (from 1). Cells that were never written are missing at the end, rows without any cell may be missing whole. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** Cells merged into one; rows and columns counted from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** One sheet. Day serials count from 1904 in files of old Macintosh programs. */
export type Sheet = {
  readonly name: string;
  /** Hidden by the person who made the file: not seen when it is opened. */
  readonly hidden: boolean;
  /** In the order of their numbers. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly daysFrom1904: boolean;
};

/**
 * Why a file cannot be read. `empty`: no cell in it; `unknownType`: not a spreadsheet; `damaged`: cut off or broken;
 * `encrypted`: has a password; `tooLarge`: unpacks to more than a register can be; `quotes`: a quotation mark without its
 * second one made one cell of many rows.
 */
export type ReadProblem = "empty" | "unknownType" | "damaged" | "encrypted" | "tooLarge" | "quotes";

/** The cell's text, trimmed of nothing. Whole numbers as long as an identity number are written out, without exponent. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === "empty" || cell.kind === "error") return "";
  if (cell.kind === "text") return cell.text;
  if (/^0\d+$/u.test(cell.shown)) return cell.shown;
  return String(cell.value);
}

/** Whether nothing can be seen in the cell. */
export const isBlank = (cell: Cell | undefined): boolean => cell?.kind !== "error" && cellText(cell).trim() === "";

/** The letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return (before >= 0 ? columnLetters(before) : "") + String.fromCharCode(65 + (index % 26));
}
