import type { Database } from "../database/client.ts";
import { scopeName } from "../ledger/append.ts";
import { changes } from "../platform/announce.ts";
import { listenForChanges, reconnected } from "../platform/listen.ts";
import { log } from "../platform/log.ts";
import { liveTally, liveVoteOf, type LiveTally } from "./live.ts";

type Watcher = (tally: LiveTally) => void;

/** Watchers of one election share one reading of the count per change. */
type Room = { readonly watchers: Set<Watcher>; reading: boolean; again: boolean; readonly stop: () => void };

const rooms = new Map<string, Room>();

/** Calls back with the live tally after every change of the election's count, until the returned function is called. */
export function watchCount(db: Database, electionId: string, watcher: Watcher): () => void {
  listenForChanges();
  const room = rooms.get(electionId) ?? openRoom(db, electionId);
  room.watchers.add(watcher);
  return () => {
    room.watchers.delete(watcher);
    if (room.watchers.size > 0) return;
    room.stop();
    rooms.delete(electionId);
  };
}

function openRoom(db: Database, electionId: string): Room {
  const scope = scopeName({ kind: "election", id: electionId });
  const onChange = (): void => void tell(db, electionId, room);
  const room: Room = {
    watchers: new Set(), reading: false, again: false,
    stop: () => {
      changes.off(scope, onChange);
      changes.off(reconnected, onChange);
    },
  };
  changes.on(scope, onChange);
  changes.on(reconnected, onChange);
  rooms.set(electionId, room);
  return room;
}

/** Reads once and tells everybody; changes that come meanwhile are told together by one more reading. */
async function tell(db: Database, electionId: string, room: Room): Promise<void> {
  if (room.reading) {
    room.again = true;
    return;
  }
  room.reading = true;
  try {
    do {
      room.again = false;
      const voteId = await liveVoteOf(db, electionId);
      const tally = voteId === null ? null : await liveTally(db, voteId);
      if (tally !== null) for (const watcher of room.watchers) watcher(tally);
    } while (room.again);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : "unknown" }, "live count not read");
  } finally {
    room.reading = false;
  }
}
