import { readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { answerBlock, answerText, LINE_FEED, refusalText, type Answer } from "./answer.ts";

/** Blocks of whole lines of a stream, whatever the size of its chunks; the last line needs no line feed. */
async function* blocksOf(input: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of input) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end < 0) {
      rest.push(bytes);
      continue;
    }
    yield Buffer.concat([...rest, bytes.subarray(0, end)]);
    rest = [bytes.subarray(end + 1)];
  }
  yield Buffer.concat(rest);
}

/** Writes, and waits until the bytes are taken: a slow reader slows the work instead of filling the memory. */
function write(output: Writable, bytes: Uint8Array | string): Promise<void> {
  if (bytes.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Answers one document a line, in order; blank lines are passed over. Returns whether any was refused. The answers to
 * whatever has arrived leave at once, so that a slow sender is not kept waiting.
 */
export async function answerLines(input: Readable, output: Writable): Promise<boolean> {
  let refused = false;
  for await (const block of blocksOf(input)) {
    const answer = answerBlock(block);
    refused ||= answer.refused;
    await write(output, answer.bytes);
  }
  return refused;
}

function answerFile(path: string): Answer {
  try {
    return answerText(readFileSync(path, "utf8"), 2);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    return { text: refusalText([{ path: "", message: `the file ${path} cannot be read (${code})` }]), refused: true };
  }
}

const USAGE = "usage: npm run --silent determine -- FILE     or, one document a line from standard input:  npm run --silent determine -- -";

/** The command line: exit 0, or 2 when anything was refused. */
async function main(args: readonly string[]): Promise<number> {
  const [source, ...others] = args;
  if (source === undefined || others.length > 0) {
    process.stdout.write(`${refusalText([{ path: "", message: USAGE }])}\n`);
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
