"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import type { PaperMarks } from "#lib/count/model.ts";

/** How saving stands: everything kept, on its way, no answer (trying again), or refused for good with the reason. */
export type Saving =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly waiting: number }
  | { readonly kind: "retrying"; readonly waiting: number; readonly paper: number }
  | { readonly kind: "refused"; readonly paper: number; readonly message: string; readonly signedOut: boolean };

const refusalSchema = z.object({ refusal: z.object({ kind: z.string(), messages: z.array(z.string()) }) });
const longestPause = 5_000;

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

type Waiting = { readonly paper: number; readonly marks: PaperMarks };

/** Papers sent at once when several wait: a full bundle. */
const mostTogether = 200;

/** One paper goes by its own address; several that waited for a connection go together, all or none. */
const sendPapers = (bundleId: string, pass: 1 | 2, papers: readonly Waiting[]): Promise<Answer> => {
  const address = `/api/count/bundles/${bundleId}/papers`;
  const [only] = papers;
  return papers.length === 1 && only !== undefined ? send("PUT", `${address}/${only.paper}`, { pass, marks: only.marks }) : send("POST", address, { pass, papers });
};

/**
 * Keeps papers one after another, what has piled up together, and tries again until an answer comes. A paper counts as kept only when the server said
 * so; leaving the page with papers that are not kept asks first.
 */
export function useSaver(bundleId: string, pass: 1 | 2, initial: ReadonlyMap<number, PaperMarks>) {
  const [kept, setKept] = useState<ReadonlyMap<number, PaperMarks>>(initial);
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const queue = useRef<readonly Waiting[]>([]);
  const busy = useRef(false);
  // Kept or on its way. A ref: the next key may come before the answer of the last paper is drawn.
  const given = useRef<ReadonlySet<number>>(new Set(initial.keys()));

  const work = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    let pause = 500;
    let together = true;
    while (queue.current.length > 0) {
      const batch = together ? queue.current.slice(0, mostTogether) : queue.current.slice(0, 1);
      const [paper = 0] = batch.map((one) => one.paper);
      const answer = await sendPapers(bundleId, pass, batch);
      if (answer.kind === "ok") {
        queue.current = queue.current.filter((one) => !batch.includes(one));
        setKept((known) => new Map([...known, ...batch.map((one) => [one.paper, one.marks] as const)]));
        setSaving(queue.current.length === 0 ? { kind: "idle" } : { kind: "sending", waiting: queue.current.length });
        pause = 500;
      } else if (answer.kind === "refused" && batch.length > 1 && !answer.signedOut) {
        // Which of them it was is found by sending one after another.
        together = false;
      } else if (answer.kind === "refused") {
        setSaving({ kind: "refused", paper, message: answer.message, signedOut: answer.signedOut });
        break;
      } else {
        setSaving({ kind: "retrying", waiting: queue.current.length, paper });
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, longestPause);
      }
    }
    busy.current = false;
  }, [bundleId, pass]);

  const save = useCallback((paper: number, marks: PaperMarks) => {
    queue.current = [...queue.current.filter((one) => one.paper !== paper), { paper, marks }];
    given.current = new Set([...given.current, paper]);
    setSaving((now) => (now.kind === "retrying" ? { ...now, waiting: queue.current.length } : { kind: "sending", waiting: queue.current.length }));
    void work();
  }, [work]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (queue.current.length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return { kept, saving, save, retry: () => void work(), given: (): ReadonlySet<number> => given.current };
}
