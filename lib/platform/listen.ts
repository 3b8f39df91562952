import pg from "pg";
import { env } from "./env.ts";
import { changeChannel, changes } from "./announce.ts";
import { log } from "./log.ts";

/** Emitted on `changes` after a lost connection came back: watchers read again. */
export const reconnected = "reconnected";

let started = false;

/** Starts this process's one listener; it reconnects by itself. */
export function listenForChanges(): void {
  if (started) return;
  started = true;
  void connectOnce();
}

async function connectOnce(): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  const again = (): void => {
    client.removeAllListeners();
    setTimeout(() => void connectOnce(), 1_000).unref();
  };
  client.on("error", again);
  client.on("notification", (message) => {
    if (message.payload !== undefined) changes.emit(message.payload);
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${changeChannel}`);
    changes.emit(reconnected);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : "unknown" }, "change listener lost");
    again();
  }
}
