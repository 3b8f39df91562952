import { resolvePerson, type Resolved } from "#lib/election/people.ts";
import type { Reader } from "#lib/database/client.ts";
import { invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, unreachable, type Result } from "#lib/platform/result.ts";
import { rollElection, type RollElection } from "#lib/roll/election.ts";
import type { ObjectionKind } from "./model.ts";
import { publicationFor } from "./queries.ts";

/** What an objection asks about whom, wherever it came in. */
type Asked = { readonly electionId: string; readonly asks: ObjectionKind; readonly about: string; readonly aboutGroup: number | null };

type Subject = { readonly entryId: string | null; readonly name: string; readonly group: number | null };

/** People on the register of this name who do not stand on the list. */
const unlisted = (db: Reader, electionId: string, name: string, group: number | null) =>
  db.rollEntry.findMany({ where: { electionId, published: false, name, ...(group === null ? {} : { groupNumber: group }) }, select: { id: true, name: true, groupNumber: true }, take: 2 });

/** Who is meant: a listed person to be removed or corrected, or a person to be added who is on the register or on none. */
function subjectOf(kind: ObjectionKind, typed: string, group: number | null, listed: Resolved, register: Awaited<ReturnType<typeof unlisted>>): Result<Subject, Refusal> {
  if (kind === "add") {
    const [only] = register;
    if (only !== undefined && register.length === 1) return ok({ entryId: only.id, name: only.name, group: only.groupNumber });
    if (register.length > 1) return invalid("aboutGroup", "severalOfThatName");
    // A namesake may be missing while another of that name is listed: only the same group makes it the same person.
    const same = listed.kind === "one" && (group === null || group === listed.person.groupNumber);
    return same ? invalid("about", "personOnList") : ok({ entryId: null, name: typed, group });
  }
  switch (listed.kind) {
    case "one":
      return ok({ entryId: listed.person.id, name: listed.person.name, group: listed.person.groupNumber });
    case "several":
      return invalid("about", "severalOfThatName");
    case "none":
      return invalid("about", "notOnList");
    default:
      return unreachable(listed);
  }
}

/** What decides whether an objection can be received. */
export type Reception = {
  readonly election: RollElection;
  readonly subject: Result<Subject, Refusal>;
  /** Day of the publication that it is against; null while nothing is posted. */
  readonly againstOn: string | null;
  readonly number: number;
  /** The same objection about the same person, still open. */
  readonly pending: number | null;
};

/** Reads what decides whether an objection can be received; null when there is no such election. */
export async function loadReception(tx: Reader, asked: Asked): Promise<Reception | null> {
  const { electionId, asks, about, aboutGroup } = asked;
  const election = await rollElection(tx, electionId);
  if (election === null) return null;
  const listed = await resolvePerson(tx, electionId, about);
  const register = asks === "add" ? await unlisted(tx, electionId, about, aboutGroup) : [];
  const subject = subjectOf(asks, about, aboutGroup, listed, register);
  const entryId = subject.ok ? subject.value.entryId : null;
  const newest = await tx.objection.findFirst({ where: { electionId }, orderBy: { number: "desc" }, select: { number: true } });
  const pending = entryId === null ? null : await tx.objection.findFirst({ where: { electionId, kind: asks, rollEntryId: entryId, state: "open" }, select: { number: true } });
  return { election, subject, againstOn: await publicationFor(tx, electionId, entryId), number: (newest?.number ?? 0) + 1, pending: pending?.number ?? null };
}

/** An objection that can be received: against which publication, about whom, under which number. */
export type Admitted = { readonly electionId: string; readonly againstOn: string; readonly number: number; readonly subject: Subject };

/** Whether an objection can be received, apart from its five days. */
export function admit({ election, subject, againstOn, number, pending }: Reception, receivedOn: string, today: string): Result<Admitted, Refusal> {
  if (againstOn === null) return invalid(null, "listNotPosted");
  if (receivedOn > today) return invalid("receivedOn", "inFuture");
  if (receivedOn < againstOn) return invalid("receivedOn", "beforePosting");
  if (!subject.ok) return subject;
  if (pending !== null) return invalid("about", "objectionOpenAlready", { number: pending });
  return ok({ electionId: election.id, againstOn, number, subject: subject.value });
}

/** The columns that an admitted objection has wherever it came in. */
export const objectionColumns = ({ electionId, number, againstOn, subject }: Admitted) => ({
  electionId, number, againstOn, rollEntryId: subject.entryId, subjectName: subject.name, subjectGroup: subject.group,
});

/** What the ledger says openly of a received objection. */
export const receptionEntry = (id: string, { number, againstOn, subject }: Admitted, input: { readonly asks: ObjectionKind; readonly receivedOn: string }) => ({
  objectionId: id, number, kind: input.asks, entryId: subject.entryId, againstOn, receivedOn: input.receivedOn,
});

/** What the ledger commits to. */
export const receptionContent = ({ subject }: Admitted, input: { readonly statement: string; readonly objector: string }): string =>
  JSON.stringify([subject.name, subject.group, input.statement, input.objector]);
