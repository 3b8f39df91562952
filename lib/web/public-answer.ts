import { z } from "zod";
import { seal, unseal } from "../platform/crypto.ts";

/** How long an answer can be looked at again: then its address says nothing any more. */
const validMs = 10 * 60_000;

const envelope = z.object({ at: z.number(), answer: z.unknown() });

/**
 * An answer as an address can carry it to the page that shows it, readable by this program alone, so that a form works
 * without scripts and neither the browser's history nor a log tells what was asked.
 */
export const sealAnswer = (context: string, answer: unknown, now: Date): string =>
  Buffer.from(seal(JSON.stringify({ at: now.getTime(), answer }), `answer:${context}`).cipher).toString("base64url");

/** Opens an answer made for the same context within ten minutes; null for anything else. */
export function openAnswer<Answer>(context: string, sealed: unknown, schema: z.ZodType<Answer>, now: Date): Answer | null {
  if (typeof sealed !== "string" || !/^[\w-]{40,4000}$/.test(sealed)) return null;
  try {
    const parsed = envelope.parse(JSON.parse(unseal(Buffer.from(sealed, "base64url"), `answer:${context}`).toString("utf8")));
    const answer = schema.safeParse(parsed.answer);
    return answer.success && now.getTime() - parsed.at <= validMs ? answer.data : null;
  } catch {
    // Altered, made elsewhere or under an older key: as good as none.
    return null;
  }
}
