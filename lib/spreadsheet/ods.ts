import { err, ok, type Result } from "#lib/platform/result.ts";
import { MOST_COLUMNS, MOST_ROWS, put, textCells, type OnProgress } from "./cells.ts";
import { EMPTY_CELL, type Cell, type Merge, type ReadProblem, type Sheet, type SheetRow } from "./model.ts";
import { asUtf8, attribute, nameCode, readText, walkXml } from "./xml.ts";
import { partSize, unpack, type Container } from "./zip.ts";

const CONTENT = "content.xml";
const TABLE = nameCode("table"), ROW = nameCode("table-row"), CELL = nameCode("table-cell"), COVERED = nameCode("covered-table-cell"), PARAGRAPH = nameCode("p"), ANNOTATION = nameCode("annotation");
const SPACES = nameCode("s"), TAB = nameCode("tab"), BREAK = nameCode("line-break"), STYLE = nameCode("style"), TABLE_PROPERTIES = nameCode("table-properties");
const NAME = nameCode("name"), STYLE_NAME = nameCode("style-name"), DISPLAY = nameCode("display"), COUNT = nameCode("c");
const ROWS_REPEATED = nameCode("number-rows-repeated"), COLUMNS_REPEATED = nameCode("number-columns-repeated"), ROWS_SPANNED = nameCode("number-rows-spanned"), COLUMNS_SPANNED = nameCode("number-columns-spanned");
const VALUE_TYPE = nameCode("value-type"), VALUE = nameCode("value"), DATE_VALUE = nameCode("date-value"), BOOLEAN_VALUE = nameCode("boolean-value");
const EVERY = 500;

/** Whether the container says that its parts are encrypted. */
function isEncrypted(container: Container): boolean {
  const manifest = unpack(container, "META-INF/manifest.xml");
  return manifest.ok && manifest.value.includes("encryption-data");
}

type Walk = { sheets: Sheet[]; rows: SheetRow[]; merges: Merge[]; cells: Cell[]; name: string; hidden: boolean; number: number; rowsRepeated: number; column: number; depth: number; tooMany: boolean };
type CellHead = { readonly kind: string; readonly value: string | null; readonly times: number };

const whole = (text: string | null, least: number): number => {
  const value = Number(text ?? least);
  return Number.isInteger(value) && value >= least ? Math.min(value, 2_000_000) : least;
};

function valueOf({ kind, value }: CellHead, shown: string, cellOf: (text: string) => Cell): Cell {
  switch (kind) {
    case "float": case "percentage": case "currency": {
      const number = value === null || value === "" ? Number.NaN : Number(value);
      return Number.isFinite(number) ? { kind: "number", value: number, shown } : cellOf(shown);
    }
    case "date": return cellOf(value ?? shown);
    case "boolean": return cellOf(value === "true" ? "是" : "否");
    default: return cellOf(shown);
  }
}

function endRow(walk: Walk): void {
  if (walk.cells.length > 0) {
    for (let again = 0; again < walk.rowsRepeated && !walk.tooMany; again += 1) {
      walk.rows.push({ number: walk.number + again, cells: walk.cells });
      walk.tooMany = walk.rows.length > MOST_ROWS;
    }
  }
  walk.number += walk.rowsRepeated;
}

function endCell(walk: Walk, head: CellHead, cell: Cell): void {
  if (cell.kind !== "empty") for (let again = 0; again < head.times && walk.column + again < MOST_COLUMNS; again += 1) put(walk.cells, walk.column + again, cell);
  walk.column += head.times;
}

function visitorOf(bytes: Buffer, onBytes: (done: number) => void) {
  const cellOf = textCells();
  const hiddenStyles = new Set<string>();
  const walk: Walk = { sheets: [], rows: [], merges: [], cells: [], name: "", hidden: false, number: 1, rowsRepeated: 1, column: 0, depth: 0, tooMany: false };
  let [style, shown, paragraphs, remarks, inCell, inParagraph] = ["", "", 0, 0, 0, 0];
  let head: CellHead = { kind: "", value: null, times: 1 };
  const openTable = (from: number, to: number): void => {
    walk.depth += 1;
    if (walk.depth > 1) return;
    Object.assign(walk, { rows: [], merges: [], number: 1, name: attribute(bytes, from, to, NAME) ?? "", hidden: hiddenStyles.has(attribute(bytes, from, to, STYLE_NAME) ?? "") });
  };
  const openRow = (from: number, to: number): void => {
    Object.assign(walk, { cells: [], column: 0, rowsRepeated: whole(attribute(bytes, from, to, ROWS_REPEATED), 1) });
    if (walk.rows.length % EVERY === 0) onBytes(from);
  };
  const openCell = (from: number, to: number): void => {
    inCell += 1;
    [shown, paragraphs] = ["", 0];
    const value = attribute(bytes, from, to, DATE_VALUE) ?? attribute(bytes, from, to, BOOLEAN_VALUE) ?? attribute(bytes, from, to, VALUE);
    head = { kind: attribute(bytes, from, to, VALUE_TYPE) ?? "", value, times: whole(attribute(bytes, from, to, COLUMNS_REPEATED), 1) };
    const [rows, columns] = [whole(attribute(bytes, from, to, ROWS_SPANNED), 1), whole(attribute(bytes, from, to, COLUMNS_SPANNED), 1)];
    const [top, left] = [walk.number - 1, walk.column];
    if (rows > 1 || columns > 1) walk.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  };
  const open = (tag: number, from: number, to: number): void => {
    switch (tag) {
      case STYLE: style = attribute(bytes, from, to, NAME) ?? ""; break;
      case TABLE_PROPERTIES: if (attribute(bytes, from, to, DISPLAY) === "false") hiddenStyles.add(style); break;
      case TABLE: openTable(from, to); break;
      case ROW: if (walk.depth === 1) openRow(from, to); break;
      case CELL: case COVERED: if (walk.depth === 1) openCell(from, to); break;
      case ANNOTATION: remarks += 1; break;
      case PARAGRAPH: inParagraph += 1; if (inCell > 0 && remarks === 0) { shown += paragraphs === 0 ? "" : "\n"; paragraphs += 1; } break;
      case SPACES: if (inCell > 0 && remarks === 0) shown += " ".repeat(Math.min(100, whole(attribute(bytes, from, to, COUNT), 1))); break;
      case TAB: case BREAK: if (inCell > 0 && remarks === 0) shown += tag === TAB ? "\t" : "\n"; break;
    }
  };
  const close = (tag: number): void => {
    switch (tag) {
      case TABLE:
        if (walk.depth === 1) walk.sheets.push({ name: walk.name, hidden: walk.hidden, rows: walk.rows, merges: walk.merges, daysFrom1904: false });
        walk.depth -= 1;
        break;
      case ROW: if (walk.depth === 1) endRow(walk); break;
      case CELL: case COVERED:
        if (walk.depth !== 1) break;
        inCell -= 1;
        // What lies under a merged cell is not shown by the program and does not count.
        endCell(walk, head, tag === COVERED ? EMPTY_CELL : valueOf(head, shown, cellOf));
        break;
      case ANNOTATION: remarks -= 1; break;
      case PARAGRAPH: inParagraph -= 1; break;
    }
  };
  const text = (from: number, to: number, literal: boolean): void => {
    if (inCell > 0 && inParagraph > 0 && remarks === 0) shown += literal ? bytes.toString("utf8", from, to) : readText(bytes, from, to);
  };
  return { walk, visitor: { open, close, text } };
}

/** Whether a container is a table of an open document (.ods). */
export function isOpenDocument(container: Container): boolean {
  const kind = unpack(container, "mimetype");
  return container.parts.has(CONTENT) && (!kind.ok || kind.value.includes("spreadsheet"));
}

/** Reads the sheets of an .ods workbook. Rows and cells that the file says are repeated are never written out beyond a register's size. */
export function readOds(container: Container, onProgress: OnProgress, largest: number): Result<readonly Sheet[], ReadProblem> {
  if (isEncrypted(container)) return err("encrypted");
  const size = partSize(container, CONTENT);
  if (size > largest) return err("tooLarge");
  const unpacked = unpack(container, CONTENT);
  if (!unpacked.ok) return unpacked;
  const bytes = asUtf8(unpacked.value);
  const { walk, visitor } = visitorOf(bytes, (done) => onProgress(done, size));
  if (!walkXml(bytes, visitor)) return err("damaged");
  if (walk.tooMany) return err("tooLarge");
  onProgress(size, size);
  return ok(walk.sheets);
}
