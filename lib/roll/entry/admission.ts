import { Prisma } from "#lib/database/generated/client.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import type { Facts } from "#lib/platform/command.ts";
import { restand } from "./rules.ts";
import { lawOf, saveEntry, type EventOf } from "./save.ts";
import { loadEntry, postedChange, type LoadedEntry } from "./store.ts";
import { applicationSchema, consentSchema, type ApplicationEvidence, type Consent } from "./evidence.ts";

/** An entry with the consent that it has now. */
export type Applicant = { readonly loaded: LoadedEntry; readonly consent: Consent | null };

/** Reads an entry of the command's own election with its consent; null when it lies elsewhere. */
export async function loadApplicant(tx: Reader, entryId: string, facts: Facts): Promise<Applicant | null> {
  const loaded = await loadEntry(tx, entryId, facts);
  if (loaded === null) return null;
  const row = await tx.rollEntry.findUniqueOrThrow({ where: { id: entryId }, select: { consent: true } });
  const consent = consentSchema.safeParse(row.consent);
  return { loaded, consent: consent.success ? consent.data : null };
}

/** Whether the list is posted and election day is over: then nothing of it changes any more. */
export const isClosed = ({ loaded }: Applicant, today: string): boolean => loaded.list !== null && today > loaded.election.electionDay;

async function setConsent(tx: Transaction, { loaded }: Applicant, takesPart: true | null, consent: Consent | typeof Prisma.DbNull, event: EventOf, reason: string, facts: Facts): Promise<void> {
  const application = loaded.content.application ?? (consent === Prisma.DbNull || !("ground" in consent) ? null : { ground: consent.ground, since: consent.since, appliedOn: consent.appliedOn, certificate: null });
  const content = restand(loaded.content, { takesPart, application }, loaded.election.electionDay, lawOf(loaded));
  await saveEntry(tx, facts, { loaded, content, change: postedChange(loaded.list, content), reason }, event, { consent });
}

/** The meeting consented: the entry's standing follows, with what has to be announced where a list is posted. */
export const admit = (tx: Transaction, applicant: Applicant, consent: Consent, facts: Facts): Promise<void> =>
  setConsent(tx, applicant, true, consent, { kind: "admitted", day: consent.consentedOn, facts: { by: consent.meeting } }, "村民会议或者村民代表会议同意参加选举", facts);

/** The record of the meeting was corrected, and it did not consent after all. */
export const withdrawAdmission = (tx: Transaction, applicant: Applicant, facts: Facts): Promise<void> =>
  setConsent(tx, applicant, null, Prisma.DbNull, { kind: "admissionWithdrawn" }, "会议记录已更正，会议没有同意参加选举", facts);

/** Somebody of the third category who waits for a meeting's consent. */
export type Waiting = { readonly id: string; readonly name: string; readonly groupNumber: number; readonly birthYear: number; /** As the registrar recorded it; null: not yet. */ readonly application: Pick<ApplicationEvidence, "ground" | "since" | "appliedOn"> | null };

/** Everybody who waits for a meeting's consent, and the people of `also`, in the order of groups and names. */
export async function waitingForConsent(db: Reader, electionId: string, also: readonly string[] = []): Promise<readonly Waiting[]> {
  const rows = await db.rollEntry.findMany({
    where: { electionId, category: 3, OR: [{ status: "notApproved" }, { id: { in: [...also] } }] },
    select: { id: true, name: true, groupNumber: true, bornOn: true, application: true },
    orderBy: [{ groupNumber: "asc" }, { name: "asc" }],
  });
  return rows.map(({ bornOn, application, ...row }) => {
    const read = applicationSchema.safeParse(application);
    return { ...row, birthYear: Number(bornOn.slice(0, 4)), application: read.success ? { ground: read.data.ground, since: read.data.since, appliedOn: read.data.appliedOn } : null };
  });
}
