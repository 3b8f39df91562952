"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { newRequestId } from "#components/form/request-id.ts";
import { send } from "#components/form/send-json.ts";
import { createOutbox, type Outbox, type OutboxView, type Shelf } from "./outbox.ts";

/** One outbox per account and village for as long as the program is open, whichever of its pages is shown. */
const outboxes = new Map<string, Outbox>();

const nothing: OutboxView = { waiting: [], troubles: [], sending: { kind: "idle" }, uploaded: new Set(), taken: [], marks: new Map(), versions: new Map(), foreign: 0, keeps: true };

function shelfOf(): Shelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function outboxOf(accountId: string, electionId: string): Outbox {
  const known = outboxes.get(`${accountId}:${electionId}`);
  if (known !== undefined) return known;
  const made = createOutbox({
    accountId, electionId, shelf: shelfOf(), newId: newRequestId,
    deliver: (visits) => send("POST", `/api/roll/${electionId}/visits`, { items: visits.flatMap((visit) => visit.items), newcomers: visits.flatMap((visit) => visit.newcomers) }),
  });
  outboxes.set(`${accountId}:${electionId}`, made);
  return made;
}

/** The outbox of this account on this device; null until the browser runs the page. Sends what an earlier visit left, and at once when the network is back. */
export function useOutbox(accountId: string, electionId: string): { readonly outbox: Outbox | null; readonly view: OutboxView } {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => {
    const own = outboxOf(accountId, electionId);
    setOutbox(own);
    own.retry();
    const again = (): void => own.retry();
    const seen = (): void => {
      if (document.visibilityState === "visible") own.retry();
    };
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [accountId, electionId]);
  const view = useSyncExternalStore(outbox?.subscribe ?? quiet, outbox?.view ?? empty, empty);
  return { outbox, view };
}

const quiet = () => () => undefined;
const empty = (): OutboxView => nothing;
