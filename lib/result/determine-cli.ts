import { readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { Fault } from "./count-document.ts";
import { determine } from "./determine.ts";

/** What one text of JSON gives: the text to print, and whether it was refused. */
type Answer = { readonly text: string; readonly refused: boolean };

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = 0xfeff;
const OUTBOX_BYTES = 1 << 19;
const MOST_BYTES_OF_UNIT = 3;

function refusal(faults: readonly Fault[]): string {
  return JSON.stringify({ errors: faults });
}

/** A byte order mark, as some editors put it before the first line, is no part of the document. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

function answer(text: string, indent?: number): Answer {
  let input: unknown;
  try {
    input = JSON.parse(withoutMark(text));
  } catch (cause) {
    return { text: refusal([{ path: "", message: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}` }]), refused: true };
  }
  const result = determine(input);
  return result.ok ? { text: JSON.stringify(result.value, null, indent), refused: false } : { text: refusal(result.error), refused: true };
}

/** Lines of a stream of UTF-8, whole, whatever the size of its chunks; a last line needs no line feed. */
async function* linesOf(input: Readable): AsyncGenerator<readonly string[]> {
  let rest: Buffer[] = [];
  for await (const chunk of input) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end < 0) {
      rest.push(bytes);
      continue;
    }
    yield Buffer.concat([...rest, bytes.subarray(0, end)]).toString("utf8").split("\n");
    rest = [bytes.subarray(end + 1)];
  }
  yield [Buffer.concat(rest).toString("utf8")];
}

/** Writes, and waits until the bytes are taken: a slow reader slows the work instead of filling the memory. */
function write(output: Writable, bytes: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Collects lines as bytes: encoding each at once costs a third of joining them as text first. */
class Outbox {
  readonly #output: Writable;
  readonly #bytes = Buffer.allocUnsafe(OUTBOX_BYTES);
  #used = 0;

  constructor(output: Writable) {
    this.#output = output;
  }

  async add(line: string): Promise<void> {
    const most = line.length * MOST_BYTES_OF_UNIT + 1;
    if (this.#used + most > OUTBOX_BYTES) await this.flush();
    if (most > OUTBOX_BYTES) {
      await write(this.#output, `${line}\n`);
      return;
    }
    this.#used += this.#bytes.write(line, this.#used, "utf8");
    this.#bytes[this.#used] = LINE_FEED;
    this.#used += 1;
  }

  async flush(): Promise<void> {
    if (this.#used === 0) return;
    await write(this.#output, this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }
}

/**
 * Answers one document a line, in order; blank lines are passed over. Returns whether any was refused.
 * Answers leave at the latest at the end of every chunk read, so that a slow sender sees each at once.
 */
export async function answerLines(input: Readable, output: Writable): Promise<boolean> {
  const outbox = new Outbox(output);
  let refused = false;
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      if (line.trim() === "") continue;
      const answered = answer(line);
      refused ||= answered.refused;
      await outbox.add(answered.text);
    }
    await outbox.flush();
  }
  return refused;
}

function answerFile(path: string): Answer {
  try {
    return answer(readFileSync(path, "utf8"), 2);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    return { text: refusal([{ path: "", message: `the file ${path} cannot be read (${code})` }]), refused: true };
  }
}

const USAGE = "usage: npm run --silent determine -- FILE     or, one document a line from standard input:  npm run --silent determine -- -";

/** The command line: exit 0, or 2 when anything was refused. */
async function main(args: readonly string[]): Promise<number> {
  const [source, ...others] = args;
  if (source === undefined || others.length > 0) {
    process.stdout.write(`${refusal([{ path: "", message: USAGE }])}\n`);
    return 2;
  }
  if (source === "-") return (await answerLines(process.stdin, process.stdout)) ? 2 : 0;
  const answered = answerFile(source);
  await write(process.stdout, `${answered.text}\n`);
  return answered.refused ? 2 : 0;
}

if (import.meta.main) {
  // A reader that has seen enough (such as `head`) closes the pipe: that ends the work quietly.
  process.stdout.on("error", () => process.exit(0));
  process.exitCode = await main(process.argv.slice(2));
}
