import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { copyInto, copyLine } from "../lib/database/copy.ts";
import { cellText, type SheetRow } from "../lib/spreadsheet/model.ts";
import { readSheets } from "../lib/spreadsheet/read.ts";

/** Merely parses a file and copies its rows, cell by cell as text, into a plain table: `import-yardstick.ts FILE DATABASE`. Prints the seconds. */
const [file = "", url = ""] = process.argv.slice(2);
const client = new Client({ connectionString: url });
await client.connect();
const columns = Array.from({ length: 13 }, (_unused, place) => `c${place}`);
await client.query(`CREATE TABLE plain_rows (${columns.map((column) => `${column} text`).join(", ")})`);
const bytes = readFileSync(file);
const begun = performance.now();
const sheets = readSheets(bytes);
if (!sheets.ok) throw new Error(sheets.error);
await copyInto(client, "plain_rows", columns, lines(sheets.value[0]?.rows ?? []));
console.log((performance.now() - begun) / 1_000);
await client.query("DROP TABLE plain_rows");
await client.end();

function* lines(rows: readonly SheetRow[]): Generator<string> {
  for (const row of rows) yield copyLine(columns.map((_unused, place) => cellText(row.cells[place])));
}
