import type { Transaction } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import type { Resolved } from "../election/people.ts";
import type { Issue } from "../platform/refusal.ts";

/** What every command here must know of the case. */
export async function caseOf(tx: Transaction, electionId: string) {
  const row = await tx.election.findUnique({
    where: { id: electionId },
    select: {
      version: true, ...lawFields, seats: { select: { contest: true } }, rollVersions: { select: { total: true }, orderBy: { number: "desc" }, take: 1 },
      meetings: { where: { purpose: "nomination" }, select: { present: true } },
      votes: { select: { state: true, printRuns: { select: { id: true }, take: 1 } }, orderBy: { number: "asc" }, take: 1 },
      notices: { where: { code: "candidates" }, select: { issuedOn: true }, orderBy: { issuedAt: "desc" }, take: 1 },
      method: true,
      nominees: { where: { primaryVotes: { some: {} } }, distinct: ["contest"], select: { contest: true } },
    },
  });
  if (row === null) return null;
  const vote = row.votes[0];
  return {
    version: row.version, electionDay: row.electionDay, law: electionLaw(row), contests: new Set(row.seats.map((seat) => seat.contest)),
    registered: row.rollVersions[0]?.total ?? null,
    ballots: row.meetings[0]?.present ?? null,
    /** Ballots are printed or the vote is open: the list can no longer change. */
    closed: vote !== undefined && (vote.state !== "preparing" || vote.printRuns.length > 0),
    /** Day of the newest formal list (notice 9). */
    listedOn: row.notices[0]?.issuedOn ?? null,
    selfNomination: row.method === "selfNomination",
    /** Offices about which a primary was held: their nominees stand. */
    decided: new Set(row.nominees.map((nominee) => nominee.contest)),
  };
}

/** Refuses a field that names nobody, or several people. */
export function personIssue(field: string, resolved: Resolved): Issue | null {
  switch (resolved.kind) {
    case "one":
      return null;
    case "none":
      return { field, code: "notOnList", params: {} };
    case "several":
      return { field, code: "severalPeople", params: { people: resolved.people.map((person) => `${person.name}（${person.groupNumber}组，${person.birthYear}）`).join("、") } };
  }
}

/** The chain of the election that a nominee belongs to. */
export const scopeOfNominee = async (input: { readonly nomineeId: string }, db: Transaction) => {
  const row = await db.nominee.findUnique({ where: { id: input.nomineeId }, select: { electionId: true } });
  return row === null ? null : ({ kind: "election", id: row.electionId } as const);
};

/** A nominee of the election that the command is about, with the case; null when he lies elsewhere. */
export const nomineeIn = async (tx: Transaction, nomineeId: string, electionId: string) => {
  const found = await caseOf(tx, electionId);
  const nominee = await tx.nominee.findFirst({ where: { id: nomineeId, electionId }, select: { id: true, electionId: true, contest: true, rollEntryId: true, name: true, version: true, state: true } });
  return found === null || nominee === null ? null : { found, nominee };
};
