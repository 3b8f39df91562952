import type { Fault } from "./count-document.ts";
import { determine } from "./determine.ts";

/** What one text of JSON gives: the text to print, and whether it was refused. */
export type Answer = { readonly text: string; readonly refused: boolean };

/** The answers to a block of lines, as the bytes to print. */
export type BlockAnswer = { readonly bytes: Uint8Array; readonly refused: boolean };

export const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = 0xfeff;
const MOST_BYTES_OF_UNIT = 3;
/** An answer is two to three times as long as its question. */
const BYTES_PER_BYTE = 3;

/** How the command line refuses: the faults, in the place of an outcome. */
export function refusalText(faults: readonly Fault[]): string {
  return JSON.stringify({ errors: faults });
}

/** A byte order mark, as some editors put it before the first line, is no part of the document. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** The outcome of a count given as text, or the refusal. */
export function answerText(text: string, indent?: number): Answer {
  let input: unknown;
  try {
    input = JSON.parse(withoutMark(text));
  } catch (cause) {
    return { text: refusalText([{ path: "", message: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}` }]), refused: true };
  }
  const result = determine(input);
  return result.ok ? { text: JSON.stringify(result.value, null, indent), refused: false } : { text: refusalText(result.error), refused: true };
}

/**
 * Answers the lines of a block in order, one line each; blank lines are passed over. Every answer is encoded at once:
 * joining them as text first costs three times as much.
 */
export function answerBlock(block: Buffer): BlockAnswer {
  let bytes = Buffer.allocUnsafe(block.length * BYTES_PER_BYTE + 1);
  let used = 0;
  let refused = false;
  for (const line of block.toString("utf8").split("\n")) {
    if (line.trim() === "") continue;
    const answer = answerText(line);
    refused ||= answer.refused;
    const most = used + answer.text.length * MOST_BYTES_OF_UNIT + 1;
    if (most > bytes.length) {
      const longer = Buffer.allocUnsafe(most * 2);
      bytes.copy(longer, 0, 0, used);
      bytes = longer;
    }
    used += bytes.write(answer.text, used, "utf8");
    bytes[used] = LINE_FEED;
    used += 1;
  }
  return { bytes: bytes.subarray(0, used), refused };
}
