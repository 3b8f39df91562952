import { z } from "zod";

const refusalSchema = z.object({ refusal: z.object({ kind: z.string(), messages: z.array(z.string()) }) });

/** Answer of a writing route: kept, refused with words, or no answer. */
export type Answer = { readonly kind: "ok"; readonly value: unknown } | { readonly kind: "refused"; readonly message: string; readonly signedOut: boolean } | { readonly kind: "unreached" };

/** Sends JSON to a writing route. A server error counts as no answer: it may pass. */
export async function send(method: "POST" | "PUT", address: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(address, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { kind: "ok", value: typeof answer === "object" && answer !== null && "value" in answer ? answer.value : null };
    const refusal = refusalSchema.safeParse(answer);
    if (!refusal.success) return { kind: "unreached" };
    return { kind: "refused", message: refusal.data.refusal.messages.join("；"), signedOut: refusal.data.refusal.kind === "signedOut" };
  } catch {
    return { kind: "unreached" };
  }
}
