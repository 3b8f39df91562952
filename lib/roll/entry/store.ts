import { z } from "zod";
import { maskIdentity, readIdentity, type SoundIdentity } from "#lib/chinese/identity-number.ts";
import { sexes } from "#lib/election/model.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { Prisma } from "#lib/database/generated/client.ts";
import { abandon, type Facts } from "#lib/platform/command.ts";
import { identityHash, seal, unseal } from "#lib/platform/crypto.ts";
import { applicationSchema, groundSchema } from "./evidence.ts";
import { changeOfPosted, type EntryContent, type ListedFace, type RollChangeKind } from "./change.ts";
import { HEARD_WAYS } from "#lib/roll/contact.ts";
import { EXCLUSIONS, ROLL_CATEGORIES, ROLL_STATUSES } from "#lib/roll/model.ts";
import { personContext, searchKeys } from "#lib/roll/person-keys.ts";
import { carriesOut } from "#lib/roll/objections/carry-out.ts";
import { rollElection, type RollElection } from "#lib/roll/election.ts";

const entrySelect = {
  id: true, electionId: true, personId: true, name: true, paperName: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true,
  category: true, livesHere: true, takesPart: true, heardOn: true, heardHow: true, exclusion: true, exclusionNote: true, exclusionGround: true, application: true, status: true, openFindings: true, remarks: true, published: true, version: true, consent: true, mergedIntoId: true,
  person: { select: { idCipher: true, idHash: true, idMask: true } },
} as const;

const contentSchema = z.object({
  name: z.string(), paperName: z.string().nullable(), sex: z.enum(sexes), bornOn: z.string(), ethnicity: z.string().nullable(), relation: z.string().nullable(), groupNumber: z.number(),
  householdNumber: z.string().nullable(), category: z.union(ROLL_CATEGORIES.map((one) => z.literal(one))), livesHere: z.boolean(), takesPart: z.boolean().nullable(),
  heardOn: z.string().nullable(), heardHow: z.enum(HEARD_WAYS).nullable(),
  exclusion: z.enum(EXCLUSIONS).nullable(), exclusionNote: z.string().nullable(), exclusionGround: groundSchema.nullable(), application: applicationSchema.nullable(), status: z.enum(ROLL_STATUSES), openFindings: z.array(z.string()), remarks: z.string().nullable(),
}).transform(({ heardOn, heardHow, ...rest }): EntryContent => ({ ...rest, heard: heardOn === null || heardHow === null ? null : { on: heardOn, how: heardHow } }));

/** An entry as commands load it, with the number of its person when there is one. */
export type LoadedEntry = {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
  readonly published: boolean;
  readonly content: EntryContent;
  /** Sound number of the person; null when there is none, or a faulty one. */
  readonly identity: SoundIdentity | null;
  /** Its masked form; also of a number that is faulty. */
  readonly idMask: string | null;
  readonly election: RollElection;
  readonly list: PostedList | null;
  /** The entry it was merged into as a double; it is changed no more then, but by undoing that. */
  readonly mergedIntoId: string | null;
};

/** The list as posted, for an election that has one; with what was decided about this entry since and not yet announced. */
export type PostedList = { readonly versionId: string; readonly pending: RollChangeKind | null; readonly posted: { readonly listed: boolean; readonly face: ListedFace } };

/** Reads an entry of the command's own election; null when it lies elsewhere. */
export async function loadEntry(tx: Reader, entryId: string, facts: Pick<Facts, "place">): Promise<LoadedEntry | null> {
  return (await loadEntries(tx, [entryId], facts)).get(entryId) ?? null;
}

/** Reads entries of the command's own election, by id, in few statements however many they are; those that lie elsewhere are missing. */
export async function loadEntries(tx: Reader, entryIds: readonly string[], facts: Pick<Facts, "place">): Promise<ReadonlyMap<string, LoadedEntry>> {
  const { electionId } = facts.place;
  const election = electionId === undefined ? null : await rollElection(tx, electionId);
  if (election === null) return new Map();
  const rows = await tx.rollEntry.findMany({ where: { id: { in: [...entryIds] }, electionId: election.id }, select: entrySelect });
  const lists = await postedLists(tx, election.id, rows);
  return new Map(
    rows.map((row) => [row.id, {
      id: row.id, personId: row.personId, version: row.version, published: row.published, content: contentSchema.parse(row),
      identity: row.person.idHash === null ? null : soundNumber(row.person.idCipher, row.personId), idMask: row.person.idMask,
      election, list: lists?.get(row.id) ?? null, mergedIntoId: row.mergedIntoId,
    }]),
  );
}

function soundNumber(cipher: Uint8Array | null, personId: string): SoundIdentity | null {
  if (cipher === null) return null;
  const identity = readIdentity(unseal(cipher, personContext(personId)).toString("utf8"));
  return identity.ok ? identity.value : null;
}

const faceSchema = z.object({ before: z.object({ name: z.string(), sex: z.string(), groupNumber: z.number() }) });

type ListedEntry = ListedFace & { readonly id: string; readonly published: boolean };

/** What villagers have seen of these entries, by id; null while no list is posted. */
async function postedLists(tx: Reader, electionId: string, entries: readonly ListedEntry[]): Promise<ReadonlyMap<string, PostedList> | null> {
  const version = await tx.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true } });
  if (version === null) return null;
  const waiting = await tx.rollChange.findMany({ where: { rollEntryId: { in: entries.map(({ id }) => id) }, noticeId: null }, select: { rollEntryId: true, kind: true, detail: true } });
  const pendingOf = new Map(waiting.map((change) => [change.rollEntryId, change]));
  return new Map(
    entries.map((entry) => {
      const pending = pendingOf.get(entry.id);
      const kind = pending === undefined ? null : z.enum(["add", "remove", "correct"]).parse(pending.kind);
      const seen = faceSchema.safeParse(pending?.detail);
      const { name, sex, groupNumber } = entry;
      const face = seen.success ? seen.data.before : { name, sex, groupNumber };
      return [entry.id, { versionId: version.id, pending: kind, posted: { listed: kind !== "add" && (entry.published || kind === "remove"), face } }];
    }),
  );
}

/** The posted list as somebody meets it who is not on the roll yet; null while none is posted. */
export async function postedListForNew(tx: Reader, electionId: string): Promise<PostedList | null> {
  const version = await tx.rollVersion.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true } });
  return version === null ? null : { versionId: version.id, pending: null, posted: { listed: false, face: { name: "", sex: "", groupNumber: 0 } } };
}

/** Somebody of the township with this number, and whether he stands on this roll already. */
export type NumberHolder = { readonly personId: string; readonly entryId: string | null };

/** Finds who has a number. */
export async function holderOf(tx: Reader, election: RollElection, identity: SoundIdentity): Promise<NumberHolder | null> {
  const person = await tx.person.findUnique({ where: { townshipId_idHash: { townshipId: election.townshipId, idHash: identityHash(identity.number) } }, select: { id: true } });
  if (person === null) return null;
  const entry = await tx.rollEntry.findUnique({ where: { electionId_personId: { electionId: election.id, personId: person.id } }, select: { id: true } });
  return { personId: person.id, entryId: entry?.id ?? null };
}

/** The person of an entry after its number was typed: the holder of that number, else a new person. */
export async function personWith(tx: Transaction, election: RollElection, identity: SoundIdentity | null, holder: NumberHolder | null, facts: Facts): Promise<string> {
  if (holder !== null) return holder.personId;
  const id = facts.newId();
  const sealed = identity === null ? null : seal(identity.number, personContext(id));
  await tx.person.create({
    data: {
      id, townshipId: election.townshipId, idCipher: sealed?.cipher ?? null, idHash: identity === null ? null : identityHash(identity.number),
      idMask: identity === null ? null : maskIdentity(identity.number), idKey: sealed?.keyId ?? null,
    },
  });
  return id;
}

/** What a saved change means for the posted list. */
export type PostedChange = { readonly kind: RollChangeKind | null; readonly published: boolean };

/** Compares an entry as it will be with what villagers have seen. Without a posted list nothing is announced. */
export function postedChange(list: PostedList | null, after: EntryContent): PostedChange {
  if (list === null) return { kind: null, published: false };
  const listed = after.status === "listed";
  const kind = changeOfPosted(list.posted, { listed, face: after });
  return { kind, published: list.posted.listed && listed };
}

/** Writes what has to be announced of an entry; an earlier unannounced change of the same entry is replaced. */
export async function notePostedChange(tx: Transaction, list: PostedList | null, change: PostedChange, entry: { readonly id: string; readonly electionId: string; readonly content: EntryContent; readonly reason: string }, facts: Facts): Promise<void> {
  if (list === null) return;
  await tx.rollChange.deleteMany({ where: { rollEntryId: entry.id, noticeId: null } });
  if (change.kind === null) return;
  const { name, sex, groupNumber, bornOn } = entry.content;
  const after = { name, sex, groupNumber, birthYear: Number(bornOn.slice(0, 4)), birthMonth: Number(bornOn.slice(5, 7)) };
  await tx.rollChange.create({
    data: {
      id: facts.newId(), electionId: entry.electionId, versionId: list.versionId, rollEntryId: entry.id, kind: change.kind, reason: entry.reason,
      detail: { after, before: { ...list.posted.face } }, at: facts.now, byName: facts.actor.name,
      objectionId: await carriesOut(tx, entry.electionId, change.kind, { id: entry.id, name }),
    },
  });
}

/** The columns of an entry's content. */
export function contentColumns({ heard, exclusionGround, application, openFindings, ...content }: EntryContent) {
  return {
    ...content, heardOn: heard?.on ?? null, heardHow: heard?.how ?? null, exclusionGround: exclusionGround ?? Prisma.DbNull, application: application ?? Prisma.DbNull,
    openFindings: [...openFindings], pinyin: searchKeys(content.name),
  };
}

/** Evidence of a meeting's consent, or that there is none any more. */
export type ConsentChange = Readonly<Record<string, string | undefined>> | typeof Prisma.DbNull | undefined;

/** Saves an entry that was loaded at `version`; somebody else's change in between is a conflict. */
export async function updateEntry(tx: Transaction, loaded: LoadedEntry, personId: string, content: EntryContent, change: PostedChange, consent?: ConsentChange): Promise<void> {
  const { count } = await tx.rollEntry.updateMany({
    where: { id: loaded.id, version: loaded.version },
    data: { ...contentColumns(content), personId, published: change.published, version: loaded.version + 1, ...(consent === undefined ? {} : { consent }) },
  });
  if (count !== 1) abandon({ kind: "conflict" });
}
