/** More cells than this need more memory than the reading process has; a register of 100,000 people has 1.3 million. */
const MOST_CELLS = 2_500_000;
/** Commas, semicolons, tabs and line ends of a text file. */
const MOST_SEPARATORS = 4_000_000;
const MEGABYTE = 1024 * 1024;
/** Everything in a container together: a register of 100,000 people unpacks to about 60 MB. */
export const LARGEST_UNPACKED = 160 * MEGABYTE;
/** About 60,000 rows of an open document: the library needs three times the memory for one that it needs for .xlsx. */
const LARGEST_OPEN_DOCUMENT = 84 * MEGABYTE;
/** Formats, relations and the like, of which even well-worn files have some hundred kilobytes. */
const LARGEST_OTHER = 16 * MEGABYTE;
/** One sheet for each household of a large village. */
const MOST_SHEETS = 2_000;
const MOST_TABLES = 200;

const OPEN_DOCUMENT = "content.xml";
const CELLS = /worksheets\/[^/]*\.(xml|bin)$|sharedstrings\.(xml|bin)$/u;
/** Parts that hold no cells and that the library reads whole. */
const OTHER = /(styles|workbook|content_types\]|metadata|manifest|meta|settings|comments\d*)\.(xml|bin)$|\.rels$|theme\//u;

/** Whether the sizes that a container's directory promises are more than a register can be. Names in small letters. */
export function promisesTooMuch(parts: ReadonlyMap<string, { readonly unpacked: number }>): boolean {
  let [sum, sheets] = [0, 0];
  for (const [name, { unpacked }] of parts) {
    sum += unpacked;
    if (name.includes("worksheets/sheet")) sheets += 1;
    if (sum > LARGEST_UNPACKED || sheets > MOST_SHEETS) return true;
    if (unpacked > (name === OPEN_DOCUMENT ? LARGEST_OPEN_DOCUMENT : OTHER.test(name) ? LARGEST_OTHER : LARGEST_UNPACKED)) return true;
  }
  return false;
}

const [LESS, COLON] = [0x3c, 0x3a];

/** How many elements begin with this letter: <c>, <c r="A1">, <x:c>, and all others of the letter, so never too few. */
function elements(part: Uint8Array, letter: number): number {
  let count = 0;
  for (let place = 1; place < part.length; place += 1) if (part[place] === letter && (part[place - 1] === LESS || part[place - 1] === COLON)) count += 1;
  return count;
}

const REPEATED = /<table:(table-row|table-cell|covered-table-cell)((?:\s[^<>]*?)?)(\/?)>/gu;
const repeatedIn = (attributes: string): number => Number(/number-(?:rows|columns)-repeated="(\d+)"/u.exec(attributes)?.[1] ?? 1);

/** How many cells with something in them an open document has, each row and cell as often as it says that it is repeated. */
function repeatedCells(content: Buffer): number {
  let [cells, rows] = [0, 1];
  for (const [, kind, attributes = "", closed] of content.toString("latin1").matchAll(REPEATED)) {
    if (kind === "table-row") rows = repeatedIn(attributes);
    else if (closed === "" || attributes.includes("office:")) cells += rows * repeatedIn(attributes);
    if (cells > MOST_CELLS) return cells;
  }
  return cells;
}

/** Whether an unpacked part holds more cells or texts than the library has memory for. The name in small letters. */
export function holdsTooMuch(name: string, part: Buffer): boolean {
  if (name === OPEN_DOCUMENT) return repeatedCells(part) > MOST_CELLS;
  if (!CELLS.test(name)) return false;
  return elements(part, name.includes("sharedstrings") ? 0x73 : 0x63) > MOST_CELLS;
}

const occurrences = (text: string, what: string, most: number): number => {
  let count = 0;
  for (let place = text.indexOf(what); place >= 0 && count <= most; place = text.indexOf(what, place + 1)) count += 1;
  return count;
};

const SEPARATORS: ReadonlySet<number> = new Set([...",;\t\n"].map((character) => character.charCodeAt(0)));

/** Whether separated text has more cells than the library has memory for. */
export function textTooMuch(text: string): boolean {
  let count = 0;
  for (let place = 0; place < text.length; place += 1) if (SEPARATORS.has(text.charCodeAt(place))) count += 1;
  return count > MOST_SEPARATORS;
}

/** The same for a web page or XML; the library looks through the whole text once for every table. */
export function markupTooMuch(text: string): boolean {
  const small = text.toLowerCase();
  return occurrences(small, "<table", MOST_TABLES) > MOST_TABLES || occurrences(small, "<t", MOST_CELLS) > MOST_CELLS || occurrences(small, "<cell", MOST_CELLS) > MOST_CELLS;
}
