import { EventEmitter } from "node:events";
import type { Database } from "../database/client.ts";
import { log } from "./log.ts";

/** Channel on which committed changes are told, one scope name a message. */
export const changeChannel = "cunxuan_change";

const coalesceMs = 150;
const waiting = new Map<string, NodeJS.Timeout>();

/** Tells every process, after the commit and at most once per 150 ms, that something of this scope changed. */
export function announce(db: Database, scope: string): void {
  if (waiting.has(scope)) return;
  const timer = setTimeout(() => {
    waiting.delete(scope);
    db.$executeRaw`SELECT pg_notify(${changeChannel}, ${scope})`.catch((error: unknown) => {
      log.warn({ scope, error: error instanceof Error ? error.name : "unknown" }, "announcement failed");
    });
  }, coalesceMs);
  timer.unref();
  waiting.set(scope, timer);
}

/** Changes heard in this process: event name is the scope. Fed by `listenForChanges`. */
export const changes = new EventEmitter().setMaxListeners(0);
