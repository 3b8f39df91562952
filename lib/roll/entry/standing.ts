import type { Reader, Transaction } from "#lib/database/client.ts";
import type { Facts } from "#lib/platform/command.ts";
import { conflict, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { Exclusion } from "#lib/roll/model.ts";
import type { ExclusionGround } from "./evidence.ts";
import { restand, type StandingChange } from "./rules.ts";
import { changeEntry, lawOf, mayChange, saveEntry, type EntryChange, type EventOf } from "./save.ts";
import { loadEntry, postedChange, type LoadedEntry } from "./store.ts";

/** The entry that a command names. */
export const loadOne = (tx: Reader, { entryId }: { readonly entryId: string }, facts: Facts) => loadEntry(tx, entryId, facts);

/** What the short changes of standing share: version, posted list, the reason after posting. */
export function restanding(loaded: LoadedEntry, version: number, change: StandingChange, reason: string, facts: Facts): Result<EntryChange, Refusal> {
  if (loaded.version !== version) return conflict;
  const content = restand(loaded.content, change, loaded.election.electionDay, lawOf(loaded));
  const posted = postedChange(loaded.list, content);
  const allowed = mayChange(loaded.election, posted, reason, loaded.list !== null, facts);
  return allowed.ok ? ok({ loaded, content, change: posted, reason }) : allowed;
}

/** Saves a change of one entry and says where it lies. */
export async function saved(tx: Transaction, facts: Facts, change: EntryChange, event: EventOf, more?: Parameters<typeof saveEntry>[4]) {
  await saveEntry(tx, facts, change, event, more);
  return { electionId: change.loaded.election.id, entryId: change.loaded.id };
}

/** What the chain keeps of it. */
export const entryOf = ({ loaded, content, change, reason }: EntryChange, facts: Facts) => changeEntry(loaded.id, content, change, reason, facts);

/** Findings that an exclusion settles by itself: the report that brought it. */
const SETTLED_BY: Readonly<Record<string, readonly string[]>> = { dead: ["reportedDead", "goneFromRegister"], movedOut: ["reportedMovedOut", "goneFromRegister"] };

/** An entry kept off the list: what it says afterwards. The paper's needs are checked by `groundIssue` before. */
export function excluded(loaded: LoadedEntry, version: number, why: { readonly exclusion: Exclusion; readonly note: string; readonly ground: ExclusionGround | null }, facts: Facts): Result<EntryChange, Refusal> {
  const { exclusion, note, ground } = why;
  const openFindings = loaded.content.openFindings.filter((kind) => !(SETTLED_BY[exclusion] ?? []).includes(kind));
  const told = ground !== null && Object.values(ground).some((value) => value !== null) ? ground : null;
  return restanding(loaded, version, { exclusion, exclusionNote: note, exclusionGround: told, openFindings }, note, facts);
}
