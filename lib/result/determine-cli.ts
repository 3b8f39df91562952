import { readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { Fault } from "./count-document.ts";
import { determine } from "./determine.ts";

/** What one text of JSON gives: the text to print, and whether it was refused. */
type Answer = { readonly text: string; readonly refused: boolean };

const LINE_FEED = 0x0a;
const BATCH_CHARACTERS = 1 << 16;

function refusal(faults: readonly Fault[]): string {
  return JSON.stringify({ errors: faults });
}

function answer(text: string, indent?: number): Answer {
  let input: unknown;
  try {
    input = JSON.parse(text);
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

/** Writes and waits while the reader at the other end is slower. */
async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text)) return;
  await new Promise<void>((resolve) => output.once("drain", resolve));
}

/**
 * Answers one document a line, in order; blank lines are passed over. Returns whether any was refused.
 * Answers are written in batches, and at the end of every chunk read, so that a slow sender sees each at once.
 */
export async function answerLines(input: Readable, output: Writable): Promise<boolean> {
  let refused = false;
  for await (const lines of linesOf(input)) {
    let batch = "";
    for (const line of lines) {
      if (line.trim() === "") continue;
      const answered = answer(line);
      refused ||= answered.refused;
      batch += `${answered.text}\n`;
      if (batch.length < BATCH_CHARACTERS) continue;
      await write(output, batch);
      batch = "";
    }
    if (batch !== "") await write(output, batch);
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
