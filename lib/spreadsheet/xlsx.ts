import { err, ok, type Result } from "#lib/platform/result.ts";
import { MOST_COLUMNS, MOST_ROWS, put, textCells, type OnProgress } from "./cells.ts";
import { EMPTY_CELL, type Cell, type Merge, type ReadProblem, type Sheet, type SheetRow } from "./model.ts";
import { asUtf8, attribute, nameCode, readText, walkXml } from "./xml.ts";
import { partSize, unpack, type Container } from "./zip.ts";
import { paddings, type Paddings } from "./xlsx-styles.ts";

const ROW = nameCode("row"), CELL = nameCode("c"), VALUE = nameCode("v"), TEXT = nameCode("t"), PHONETIC = nameCode("rPh"), MERGE = nameCode("mergeCell");
const R = nameCode("r"), S = nameCode("s"), REF = nameCode("ref"), ITEM = nameCode("si");
const RELATION = nameCode("Relationship"), ID = nameCode("Id"), SMALL_ID = nameCode("id"), TARGET = nameCode("Target"), TYPE = nameCode("Type");
const SHEET = nameCode("sheet"), NAME = nameCode("name"), STATE = nameCode("state"), PROPERTIES = nameCode("workbookPr"), DATE1904 = nameCode("date1904");
const EVERY = 500;

type Relations = ReadonlyMap<string, { readonly target: string; readonly type: string }>;

/** Relations of a part, with targets as names within the container. */
function relationsOf(container: Container, name: string): Relations {
  const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/") + 1) : "";
  const part = unpack(container, `${folder}_rels/${name.slice(folder.length)}.rels`);
  const found = new Map<string, { target: string; type: string }>();
  if (!part.ok) return found;
  const bytes = asUtf8(part.value);
  const open = (tag: number, from: number, to: number): void => {
    const [id, target] = [attribute(bytes, from, to, ID), attribute(bytes, from, to, TARGET)];
    if (tag !== RELATION || id === null || target === null) return;
    found.set(id, { target: target.startsWith("/") ? target.slice(1) : new URL(target, `x:///${folder}`).pathname.slice(1), type: attribute(bytes, from, to, TYPE) ?? "" });
  };
  walkXml(bytes, { open, close: () => undefined, text: () => undefined });
  return found;
}

const targetOf = (relations: Relations, kind: string): string | undefined => [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;

/** The name of the part that is the workbook; null when the container holds no workbook in XML. */
export function workbookPart(container: Container): string | null {
  const named = targetOf(relationsOf(container, ""), "officeDocument") ?? "xl/workbook.xml";
  return [named, "xl/workbook.xml"].find((name) => /\.xml$/iu.test(name) && /workbook/iu.test(name) && container.parts.has(name.toLowerCase())) ?? null;
}

type SheetEntry = { readonly name: string; readonly relation: string; readonly hidden: boolean };
type Workbook = { readonly sheets: readonly SheetEntry[]; readonly daysFrom1904: boolean };

function readWorkbook(container: Container, part: string): Result<Workbook, ReadProblem> {
  const unpacked = unpack(container, part);
  if (!unpacked.ok) return unpacked;
  const bytes = asUtf8(unpacked.value);
  const sheets: SheetEntry[] = [];
  let daysFrom1904 = false;
  const open = (tag: number, from: number, to: number): void => {
    if (tag === PROPERTIES) daysFrom1904 = /^(1|true)$/iu.test(attribute(bytes, from, to, DATE1904) ?? "");
    if (tag !== SHEET) return;
    sheets.push({ name: attribute(bytes, from, to, NAME) ?? "", relation: attribute(bytes, from, to, SMALL_ID) ?? "", hidden: /hidden/iu.test(attribute(bytes, from, to, STATE) ?? "") });
  };
  return walkXml(bytes, { open, close: () => undefined, text: () => undefined }) ? ok({ sheets, daysFrom1904 }) : err("damaged");
}

/** Characters that XML cannot hold are written _x000D_ by office programs. */
const writtenOut = (text: string): string => (text.includes("_x") ? text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

/** The texts that cells point at. */
function sharedTexts(container: Container, name: string | undefined): Result<readonly Cell[], ReadProblem> {
  if (name === undefined) return ok([]);
  const part = unpack(container, name);
  if (!part.ok) return part;
  const bytes = asUtf8(part.value);
  const cells: Cell[] = [];
  let text = "";
  let within = 0;
  let phonetic = 0;
  const whole = walkXml(bytes, {
    open: (tag) => { if (tag === ITEM) text = ""; else if (tag === TEXT) within += 1; else if (tag === PHONETIC) phonetic += 1; },
    close: (tag) => { if (tag === ITEM) cells.push(text === "" ? EMPTY_CELL : { kind: "text", text: writtenOut(text) }); else if (tag === TEXT) within -= 1; else if (tag === PHONETIC) phonetic -= 1; },
    text: (from, to, literal) => { if (within > 0 && phonetic === 0) text += literal ? bytes.toString("utf8", from, to) : readText(bytes, from, to); },
  });
  return whole ? ok(cells) : err("damaged");
}

/** The column, from 0, of a reference like AB12; -1 when it names none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 20_000) return column;
  }
  return column - 1;
}

function mergeOf(reference: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(reference);
  const [, left = "", top = "", right = "", bottom = ""] = found ?? [];
  const merge = { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
  return found === null || merge.top < 0 || merge.bottom < merge.top || merge.right < merge.left ? null : merge;
}

type SheetTools = { readonly shared: readonly Cell[]; readonly padding: Paddings; readonly cellOf: (text: string) => Cell; readonly onBytes: (done: number) => void };

/** The value of one cell by the kind that its tag states. */
function cellValue(kind: string | null, style: string | null, text: string, tools: SheetTools): Cell {
  if (text === "" || kind === "e") return EMPTY_CELL;
  switch (kind) {
    case "s": return tools.shared[Number(text)] ?? EMPTY_CELL;
    case "inlineStr":
    case "str": return tools.cellOf(writtenOut(text));
    case "d": return tools.cellOf(text);
    case "b": return tools.cellOf(text.trim() === "1" || text.trim() === "true" ? "是" : "否");
    default: {
      const value = Number(text);
      if (!Number.isFinite(value)) return tools.cellOf(text);
      const zeros = style === null ? 0 : (tools.padding.get(style) ?? 0);
      return { kind: "number", value, shown: zeros === 0 ? "" : String(value).padStart(zeros, "0") };
    }
  }
}

type SheetCells = { readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[]; readonly tooMany: boolean };

function readCells(bytes: Buffer, tools: SheetTools): SheetCells | null {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let cells: Cell[] = [];
  let [number, column, within, phonetic] = [0, -1, 0, 0];
  let [kind, style, text]: [string | null, string | null, string] = [null, null, ""];
  const openRow = (from: number, to: number): void => {
    const stated = Number(attribute(bytes, from, to, R) ?? "");
    number = Number.isInteger(stated) && stated > number ? stated : number + 1;
    cells = [];
    column = -1;
    if (rows.length % EVERY === 0) tools.onBytes(from);
  };
  const openCell = (from: number, to: number): void => {
    const reference = attribute(bytes, from, to, R);
    const stated = reference === null ? -1 : columnOf(reference);
    column = stated > column ? stated : column + 1;
    kind = attribute(bytes, from, to, TYPE_OF_CELL);
    style = attribute(bytes, from, to, S);
    text = "";
  };
  const whole = walkXml(bytes, {
    open: (tag, from, to) => {
      if (tag === CELL) openCell(from, to);
      else if (tag === VALUE || tag === TEXT) within += 1;
      else if (tag === ROW) openRow(from, to);
      else if (tag === PHONETIC) phonetic += 1;
      else if (tag === MERGE) {
        const merge = mergeOf(attribute(bytes, from, to, REF) ?? "");
        if (merge !== null) merges.push(merge);
      }
    },
    close: (tag) => {
      if (tag === VALUE || tag === TEXT) within -= 1;
      else if (tag === CELL) {
        const cell = column < MOST_COLUMNS ? cellValue(kind, style, text, tools) : EMPTY_CELL;
        if (cell.kind !== "empty") put(cells, column, cell);
      } else if (tag === ROW) {
        if (cells.length > 0 && rows.length <= MOST_ROWS) rows.push({ number, cells });
      } else if (tag === PHONETIC) phonetic -= 1;
    },
    text: (from, to, literal) => { if (within > 0 && phonetic === 0) text += literal ? bytes.toString("utf8", from, to) : readText(bytes, from, to); },
  });
  return whole ? { rows, merges, tooMany: rows.length > MOST_ROWS } : null;
}

const TYPE_OF_CELL = nameCode("t");

/** Reads the sheets of an .xlsx workbook one after another; of each only the unpacked part and its cells are held. */
export function readXlsx(container: Container, part: string, onProgress: OnProgress, largest: number): Result<readonly Sheet[], ReadProblem> {
  const workbook = readWorkbook(container, part);
  if (!workbook.ok) return workbook;
  const relations = relationsOf(container, part);
  const shared = targetOf(relations, "sharedStrings");
  const places = workbook.value.sheets.flatMap((sheet) => {
    const relation = relations.get(sheet.relation);
    return relation !== undefined && relation.type.endsWith("/worksheet") ? [{ ...sheet, target: relation.target }] : [];
  });
  if (places.length === 0) return err("damaged");
  const total = places.reduce((sum, { target }) => sum + partSize(container, target), 0);
  if (total + partSize(container, shared ?? "") > largest) return err("tooLarge");
  const texts = sharedTexts(container, shared);
  if (!texts.ok) return texts;
  const tools = { shared: texts.value, padding: paddings(container, targetOf(relations, "styles")), cellOf: textCells() };
  const sheets: Sheet[] = [];
  let before = 0;
  for (const { name, hidden, target } of places) {
    const unpacked = unpack(container, target);
    if (!unpacked.ok) return unpacked;
    const start = before;
    const cells = readCells(asUtf8(unpacked.value), { ...tools, onBytes: (done) => onProgress(start + done, total) });
    if (cells === null) return err("damaged");
    if (cells.tooMany) return err("tooLarge");
    sheets.push({ name, hidden, rows: cells.rows, merges: cells.merges, daysFrom1904: workbook.value.daysFrom1904 });
    before += unpacked.value.length;
  }
  onProgress(total, total);
  return ok(sheets);
}
