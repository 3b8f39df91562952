import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { peopleByIds, type ListedPerson } from "../election/people.ts";
import type { Law } from "../law/law.ts";
import { CANDIDATE_BARS, type CandidateBar } from "../law/parameters.ts";
import { methods, type Method } from "../committee/model.ts";
import { seatsOf } from "../committee/seats.ts";
import type { SeatPlan } from "../committee/rules.ts";
import { candidatesMeetingOf } from "./meeting-queries.ts";
import type { CandidatesMeetingFacts } from "./meeting-rules.ts";
import { nomineeSources, nomineeStates, relations, type NomineeSource, type NomineeState, type Relation } from "./model.ts";
import { primaryOf, type Primary } from "./primary-queries.ts";

/** A nomination as the room's pages show it. */
export type NomineeLine = {
  readonly id: string;
  readonly version: number;
  readonly contest: string;
  readonly rollEntryId: string;
  readonly person: ListedPerson;
  readonly source: NomineeSource;
  readonly votes: number;
  readonly state: NomineeState;
  readonly reason: string | null;
  /** How many nominated together (联名), else null. */
  readonly nominators: number | null;
  /** Whether he agreed in writing to stand, and when; null while nobody has asked. */
  readonly consent: { readonly given: boolean; readonly on: string } | null;
  /** Day on which his statement (竞职陈述) was checked. */
  readonly statementOn: string | null;
  readonly vetting: { readonly bars: readonly CandidateBar[]; readonly by: string; readonly on: string } | null;
};

export type KinshipLine = { readonly id: string; readonly first: ListedPerson; readonly second: ListedPerson; readonly relation: Relation };

/** Everything on the nomination room's pages. */
export type NominationView = {
  readonly electionId: string;
  readonly version: number;
  readonly electionDay: string;
  readonly law: Law;
  readonly method: Method | null;
  readonly seats: readonly SeatPlan[];
  /** Registered on the published list; null before it is out. */
  readonly registered: number | null;
  readonly meeting: { readonly heldOn: string; readonly place: string; readonly ballots: number } | null;
  readonly nominees: readonly NomineeLine[];
  readonly kinships: readonly KinshipLine[];
  readonly published: { readonly id: string; readonly number: string } | null;
  /** Day of the newest formal list (notice 9). */
  readonly listedOn: string | null;
  /** Ballots are printed or the vote is open. */
  readonly closed: boolean;
  readonly vote: { readonly id: string } | null;
  /** The polls were opened: nothing before them can still be mended. */
  readonly opened: boolean;
  readonly primary: Primary | null;
  /** How candidates met the villagers; null where there are none before the vote. */
  readonly introduction: CandidatesMeetingFacts | null;
  /** Newest notices 8, 8-1, 8-2. */
  readonly notices: ReadonlyMap<string, { readonly id: string; readonly number: string }>;
  readonly committeeChangeDue: boolean;
};

/** The nomination room as it stands; null when there is no such election. */
export async function nominationView(db: Reader, electionId: string): Promise<NominationView | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      version: true, ...lawFields, method: true,
      rollVersions: { select: { total: true }, orderBy: { number: "desc" }, take: 1 },
      meetings: { where: { purpose: "nomination" }, select: { heldOn: true, place: true, present: true } },
      nominees: { select: { id: true, version: true, contest: true, rollEntryId: true, name: true, source: true, votes: true, state: true, stateReason: true, bars: true, vettedBy: true, vettedOn: true, nominators: true, consent: true, consentOn: true, statementOn: true }, orderBy: [{ votes: "desc" }, { name: "asc" }] },
      kinships: { select: { id: true, entryA: true, entryB: true, relation: true } },
      votes: { where: { number: 1 }, select: { id: true, state: true, printRuns: { select: { id: true }, take: 1 } } },
      notices: { where: { code: { in: ["candidates", "electionCommittee", "nominees", "primaryMethod", "primaryResult"] } }, select: { id: true, code: true, number: true, issuedOn: true }, orderBy: { issuedAt: "asc" } },
      committeeMembers: { where: { state: "left", changeNoticeId: null, position: { not: "reserve" } }, select: { id: true }, take: 1 },
    },
  });
  if (row === null) return null;
  const people = await peopleByIds(db, electionId, [...row.nominees.map((nominee) => nominee.rollEntryId), ...row.kinships.flatMap((pair) => [pair.entryA, pair.entryB])]);
  const vote = row.votes[0];
  const meeting = row.meetings[0];
  const nominees = row.nominees.flatMap((nominee): readonly NomineeLine[] => {
    const person = people.get(nominee.rollEntryId);
    if (person === undefined) return [];
    return [{
      id: nominee.id, version: nominee.version, contest: nominee.contest, rollEntryId: nominee.rollEntryId, person, votes: nominee.votes, reason: nominee.stateReason,
      nominators: nominee.nominators, statementOn: nominee.statementOn, consent: nominee.consent === null ? null : { given: nominee.consent === "given", on: nominee.consentOn ?? "" },
      source: nomineeSources.find((source) => source === nominee.source) ?? "voters",
      state: nomineeStates.find((state) => state === nominee.state) ?? "nominated",
      vetting: nominee.vettedOn === null ? null : { on: nominee.vettedOn, by: nominee.vettedBy ?? "", bars: CANDIDATE_BARS.filter((bar) => nominee.bars.includes(bar)) },
    }];
  });
  const kinships = row.kinships.flatMap((pair): readonly KinshipLine[] => {
    const first = people.get(pair.entryA);
    const second = people.get(pair.entryB);
    return first === undefined || second === undefined ? [] : [{ id: pair.id, first, second, relation: relations.find((relation) => relation === pair.relation) ?? "parentChild" }];
  });
  return {
    electionId, version: row.version, electionDay: row.electionDay, law: electionLaw(row), nominees, kinships,
    method: methods.find((method) => method === row.method) ?? null,
    seats: await seatsOf(db, electionId),
    registered: row.rollVersions[0]?.total ?? null,
    meeting: meeting === undefined ? null : { heldOn: meeting.heldOn, place: meeting.place, ballots: meeting.present },
    published: row.notices.filter((notice) => notice.code === "candidates").at(-1) ?? null,
    listedOn: row.notices.filter((notice) => notice.code === "candidates").at(-1)?.issuedOn ?? null,
    closed: vote !== undefined && (vote.state !== "preparing" || vote.printRuns.length > 0),
    vote: vote ?? null,
    opened: vote !== undefined && vote.state !== "preparing",
    primary: await primaryOf(db, electionId),
    introduction: await candidatesMeetingOf(db, electionId),
    notices: new Map(row.notices.map(({ code, ...notice }) => [code, notice])),
    committeeChangeDue: row.committeeMembers.length > 0 && row.notices.some((notice) => notice.code === "electionCommittee"),
  };
}
