import type { Transaction } from "#lib/database/client.ts";
import type { Contact } from "#lib/roll/contact.ts";
import { changedFields, recordEvent, type EventDetail, type EventValue, type RollEventKind } from "#lib/roll/events.ts";
import { abandon, type Facts } from "#lib/platform/command.ts";
import { invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { RollElection } from "#lib/roll/election.ts";
import { closeSettledReports } from "#lib/roll/houses/reports.ts";
import type { EntryContent } from "./change.ts";
import { notePostedChange, updateEntry, type LoadedEntry, type PostedChange, type ConsentChange } from "./store.ts";

/** What an entry says as flat fields, as its history tells of changes. The identity number only masked. */
export function historyFields(content: EntryContent, idMask: string | null): Readonly<Record<string, EventValue>> {
  const { heard, exclusionGround: ground, application, openFindings, ...fields } = content;
  return {
    ...fields, idNumber: idMask, heardOn: heard?.on ?? null, heardHow: heard?.how ?? null, openFindings: [...openFindings],
    document: ground?.document ?? null, issuer: ground?.issuer ?? null, paperDay: ground?.day ?? null, place: ground?.place ?? null, until: ground?.until ?? null,
    ground: application?.ground ?? null, since: application?.since ?? null, appliedOn: application?.appliedOn ?? null, certificate: application?.certificate?.issuer ?? null,
  };
}

/** What decides who is of age. */
export const lawOf = ({ election }: { readonly election: RollElection }) => ({ voterAge: election.law.values.voterAge });

/** What the chain keeps of a changed entry: standing and kinds, and commitments to what is personal. */
export const changeEntry = (entryId: string, content: EntryContent, change: PostedChange, reason: string, facts: Facts) => ({
  entryId, status: content.status, category: content.category, exclusion: content.exclusion, announced: change.kind, reason: reason === "" ? null : facts.commit(reason),
  content: facts.commit(JSON.stringify([content.name, content.sex, content.bornOn, content.groupNumber])),
});

/** A decided change of an entry: what it says afterwards, what that means for the posted list, and why. */
export type EntryChange = { readonly loaded: LoadedEntry; readonly content: EntryContent; readonly change: PostedChange; readonly reason: string };

/** What the history tells of a change besides the fields. */
export type EventOf = { readonly kind: RollEventKind; readonly facts?: EventDetail["facts"]; readonly contact?: Contact; readonly day?: string; readonly requestId?: string; readonly reason?: string };

/** Whose number the entry has after the change, when that is new. */
export type NewPerson = { readonly personId: string; readonly idMask: string | null };

/** After the list is posted every change that villagers will see needs its reason; nothing changes after election day. */
export function mayChange(election: LoadedEntry["election"], change: PostedChange, reason: string | null, posted: boolean, facts: Pick<Facts, "today">): Result<string, Refusal> {
  if (posted && facts.today > election.electionDay) return invalid(null, "electionOver");
  if (change.kind !== null && reason === null) return invalid("reason", "required");
  return ok(reason ?? "");
}

/** Saves a changed entry, what has to be announced of it, and its line of history. One that was merged into another is refused. */
export async function saveEntry(tx: Transaction, facts: Facts, { loaded, content, change, reason }: EntryChange, event: EventOf, more: { readonly person?: NewPerson | undefined; readonly consent?: ConsentChange } = {}): Promise<void> {
  const electionId = loaded.election.id;
  if (loaded.mergedIntoId !== null) abandon({ kind: "invalid", issues: [{ field: null, code: "entryMerged", params: {} }] });
  await updateEntry(tx, loaded, more.person?.personId ?? loaded.personId, content, change, more.consent);
  await notePostedChange(tx, loaded.list, change, { id: loaded.id, electionId, content, reason }, facts);
  const { kind, contact, day, requestId } = event;
  const why = event.reason ?? reason;
  await closeSettledReports(tx, facts, { id: loaded.id, before: loaded.content.openFindings, after: content.openFindings, excluded: content.exclusion !== null, note: why });
  await recordEvent(tx, facts, {
    electionId, entryId: loaded.id, kind, version: loaded.version + 1,
    detail: {
      ...changedFields(historyFields(loaded.content, loaded.idMask), historyFields(content, more.person === undefined ? loaded.idMask : more.person.idMask)),
      ...(why === "" ? {} : { reason: why }), ...(event.facts === undefined ? {} : { facts: event.facts }),
    },
    ...(contact === undefined ? {} : { contact }), ...(day === undefined ? {} : { day }), ...(requestId === undefined ? {} : { requestId }),
  });
}
