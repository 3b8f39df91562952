import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import type { NoticeSetFacts } from "./overview.ts";

const count = (rows: readonly { readonly electionId: string; readonly _count: number }[]): ReadonlyMap<string, number> => new Map(rows.map((row) => [row.electionId, row._count]));

/** How often something stands per election, in one query for all of them. */
async function tallies(db: Reader, electionIds: readonly string[], votes: readonly string[]) {
  const ids = { electionId: { in: [...electionIds] } };
  const ofVotes = { voteId: { in: [...votes] }, state: "approved" };
  const by: ["electionId"] = ["electionId"];
  return {
    left: await db.committeeMember.groupBy({ by, where: { ...ids, state: "left", changeNoticeId: null, position: { not: "reserve" } }, _count: true }).then(count),
    listChanges: await db.rollChange.groupBy({ by, where: { ...ids, noticeId: null }, _count: true }).then(count),
    decisions: await db.objection.groupBy({ by, where: { ...ids, state: { in: ["granted", "refused"] }, noticeId: null }, _count: true }).then(count),
    dayChanges: await db.dayChange.groupBy({ by, where: { ...ids, state: "approved", noticeId: null }, _count: true }).then(count),
    roamingVoters: await db.roamingVoter.groupBy({ by, where: ofVotes, _count: true }).then(count),
    proxies: await db.proxy.groupBy({ by, where: ofVotes, _count: true }).then(count),
    scribes: await db.scribeAssignment.groupBy({ by, where: ofVotes, _count: true }).then(count),
  };
}

/** The set's facts of several elections; the number of queries does not grow with theirs. */
export async function noticeSetFacts(db: Reader, electionIds: readonly string[]): Promise<ReadonlyMap<string, NoticeSetFacts>> {
  const rows = await db.election.findMany({
    where: { id: { in: [...electionIds] } },
    select: {
      id: true, method: true, ...lawFields, primary: { select: { id: true } },
      votes: { select: { id: true, heldOn: true, state: true }, orderBy: { number: "desc" } },
      notices: { select: { id: true, code: true, number: true, issuedOn: true, issuedAt: true, _count: { select: { postings: true } } }, orderBy: { issuedAt: "asc" } },
    },
  });
  const drafts = await db.noticeDraft.findMany({ where: { electionId: { in: [...electionIds] } }, select: { electionId: true, code: true } });
  const announced = await db.determination.groupBy({ by: ["electionId"], where: { electionId: { in: [...electionIds] } }, _max: { announcedAt: true } });
  const numbers = await tallies(db, electionIds, rows.flatMap((row) => row.votes.slice(0, 1).map((vote) => vote.id)));
  return new Map(rows.map((row): readonly [string, NoticeSetFacts] => {
    const of = (key: keyof typeof numbers): number => numbers[key].get(row.id) ?? 0;
    const committeeOut = row.notices.some((notice) => notice.code === "electionCommittee");
    return [row.id, {
      electionId: row.id, anewSince: row.votes.length > 1 && row.votes[0]?.state !== "determined" ? (announced.find((one) => one.electionId === row.id)?._max.announcedAt ?? null) : null, law: electionLaw(row), electionDay: row.electionDay, pollingDay: row.votes[0]?.heldOn ?? row.electionDay,
      issued: row.notices.map(({ _count, ...notice }) => ({ ...notice, postings: _count.postings })),
      drafts: new Set(drafts.filter((draft) => draft.electionId === row.id).map((draft) => draft.code)),
      needs: {
        dayChanges: of("dayChanges"), left: committeeOut ? of("left") : 0, listChanges: of("listChanges"), decisions: of("decisions"), method: row.method, primary: row.primary !== null,
        roamingVoters: of("roamingVoters"), proxies: of("proxies"), scribes: of("scribes"), votes: row.votes.length,
      },
    }];
  }));
}

/** The set's facts of one election; null when there is none of that id. */
export const noticeSetFactsOf = async (db: Reader, electionId: string): Promise<NoticeSetFacts | null> => (await noticeSetFacts(db, [electionId])).get(electionId) ?? null;

/** Elections of a township's newest drive with their villages, for the view of what is missing where. */
export async function townshipNoticeFacts(db: Reader, townshipId: string): Promise<readonly { readonly village: string; readonly facts: NoticeSetFacts }[]> {
  const drive = await db.drive.findFirst({ where: { townshipId }, orderBy: { term: "desc" }, select: { elections: { select: { id: true, village: { select: { name: true, code: true } } } } } });
  const elections = (drive?.elections ?? []).toSorted((one, other) => (one.village.code < other.village.code ? -1 : 1));
  const facts = await noticeSetFacts(db, elections.map((election) => election.id));
  return elections.flatMap((election) => {
    const known = facts.get(election.id);
    return known === undefined ? [] : [{ village: election.village.name, facts: known }];
  });
}
