import type { Duplex } from "node:stream";
import { escapeIdentifier, type Client, type Connection, type Submittable } from "pg";

/** A value of a column in COPY's text format. `Buffer` is bytea; a list of plain words is text[]. */
export type CopyValue = string | number | boolean | null | Buffer | readonly string[];

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const SPECIAL = /[\\\t\n\r]/u;
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/gu, (character) => ESCAPES[character] ?? character) : text);

function written(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  return escaped(`{${value.map((word) => `"${word.replace(/["\\]/gu, "\\$&")}"`).join(",")}}`);
}

/** One row as a line of COPY's text format. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (const value of values) line += `${written(value)}\t`;
  return `${line.slice(0, -1)}\n`;
}

/** What a connection can do besides what its types tell. */
type CopyConnection = { readonly stream: Duplex; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void; sendCopyFail: (reason: string) => void };

const canCopy = (connection: Connection): connection is Connection & CopyConnection =>
  "sendCopyFromChunk" in connection && "endCopyFrom" in connection && "sendCopyFail" in connection;

/** Lines are sent in pieces of about this many characters. */
const PIECE = 256 * 1024;

/** COPY … FROM STDIN as one query of a `pg` client. */
class CopyIn implements Submittable {
  private readonly statement: string;
  private readonly lines: Iterator<string>;
  private readonly settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void };
  private failed = false;

  constructor(statement: string, lines: Iterator<string>, settle: CopyIn["settle"]) {
    this.statement = statement;
    this.lines = lines;
    this.settle = settle;
  }

  submit(connection: Connection): void {
    connection.query(this.statement);
  }

  handleCopyInResponse(connection: Connection): void {
    if (!canCopy(connection)) throw new Error("this version of pg cannot copy");
    this.send(connection).catch((error: unknown) => {
      this.failed = true;
      connection.sendCopyFail("the rows could not be made");
      this.settle.reject(error);
    });
  }

  private async send(connection: CopyConnection): Promise<void> {
    let piece = "";
    for (let line = this.lines.next(); line.done !== true; line = this.lines.next()) {
      piece += line.value;
      if (piece.length < PIECE) continue;
      connection.sendCopyFromChunk(Buffer.from(piece));
      piece = "";
      if (connection.stream.writableNeedDrain) await new Promise<void>((resolve) => connection.stream.once("drain", resolve));
    }
    if (piece !== "") connection.sendCopyFromChunk(Buffer.from(piece));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The end of the statement; ready-for-query follows.
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.settle.resolve();
  }

  handleError(error: unknown): void {
    this.failed = true;
    this.settle.reject(error);
  }
}

/** Puts rows into a table in the fastest way that PostgreSQL has. Rejects with the database's error; nothing is kept then. */
export function copyInto(client: Client, table: string, columns: readonly string[], lines: Iterable<string>): Promise<void> {
  const statement = `COPY ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(", ")}) FROM STDIN`;
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, lines[Symbol.iterator](), { resolve, reject }));
  });
}
