"use client";

import { useEffect, useRef, useState } from "react";
import { send, type Answer } from "#components/form/send-json.ts";
import { createSender, type Sending } from "#components/form/sender.ts";
import type { PaperMarks } from "#lib/count/model.ts";

type Waiting = { readonly paper: number; readonly marks: PaperMarks };

/** How saving stands: everything kept, on its way, no answer (trying again), or refused for good with the reason. */
export type Saving = Sending<Waiting>;

/** Papers sent at once when several wait: a full bundle. */
const mostTogether = 200;
const longestPause = 5_000;

/** One paper goes by its own address; several that waited for a connection go together, all or none. */
const sendPapers = (bundleId: string, pass: 1 | 2, papers: readonly Waiting[]): Promise<Answer> => {
  const address = `/api/count/bundles/${bundleId}/papers`;
  const [only] = papers;
  return papers.length === 1 && only !== undefined ? send("PUT", `${address}/${only.paper}`, { pass, marks: only.marks }) : send("POST", address, { pass, papers });
};

/** Keeps papers one after another, what has piled up together. Leaving the page with papers that are not kept asks first. */
export function useSaver(bundleId: string, pass: 1 | 2, initial: ReadonlyMap<number, PaperMarks>) {
  const [kept, setKept] = useState<ReadonlyMap<number, PaperMarks>>(initial);
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  // Kept or on its way. A ref: the next key may come before the answer of the last paper is drawn.
  const given = useRef<ReadonlySet<number>>(new Set(initial.keys()));
  const [sender] = useState(() =>
    createSender<Waiting>([], {
      deliver: (papers) => sendPapers(bundleId, pass, papers),
      mostTogether,
      longestPause,
      delivered: (papers) => setKept((known) => new Map([...known, ...papers.map((one) => [one.paper, one.marks] as const)])),
      told: setSaving,
    }),
  );
  const save = (paper: number, marks: PaperMarks): void => {
    given.current = new Set([...given.current, paper]);
    sender.put({ paper, marks }, (other) => other.paper === paper);
  };

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (sender.waiting().length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [sender]);

  return { kept, saving, save, retry: sender.retry, given: (): ReadonlySet<number> => given.current };
}
