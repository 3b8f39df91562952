import type { Transaction } from "../database/client.ts";
import { paperCase } from "../committee/notices.ts";
import { seatsOf } from "../committee/seats.ts";
import { methods } from "../committee/model.ts";
import type { Reader } from "../database/client.ts";
import { guardedCommand } from "../election/guards/command.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { issuedEntry, noneYet, paperOf } from "../election/notice-command.ts";
import { peopleByIds, type ListedPerson } from "../election/people.ts";
import { leaveOnNomination } from "../election/reactions.ts";
import { issueNotice } from "../notice/issue.ts";
import type { Facts } from "../platform/command.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { prepareOpenVoteInput, publishCandidatesInput, type NameOrder } from "./model.ts";
import { candidateFill } from "./papers.ts";
import { orderNames, selectCandidates, type Selection, type Standing } from "./rules.ts";
import { nominationFacts } from "./standings.ts";

/** The formal list as it would come out today. */
export async function draftList(db: Reader, electionId: string) {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { version: true, ...lawFields, method: true } });
  if (row === null) return null;
  const law = electionLaw(row);
  const method = methods.find((known) => known === row.method) ?? "candidates";
  const plans = await seatsOf(db, electionId);
  const { nominees } = await nominationFacts(db, electionId);
  const selections = plans.map((plan) => selectCandidates(plan, nominees, method === "selfNomination"));
  const people = await peopleByIds(db, electionId, nominees.map((nominee) => nominee.rollEntryId));
  return { version: row.version, electionDay: row.electionDay, law, method, selections, people };
}

type Sheet = { readonly selection: Selection; readonly people: readonly Standing[] };

/** The contests of the list in the order that was chosen. */
export const sheetsOf = (selections: readonly Selection[], order: NameOrder, places: Readonly<Record<string, string>>): readonly Sheet[] => {
  const byHand = new Map(Object.entries(places).flatMap(([nominee, place]) => (/^\d{1,3}$/.test(place.trim()) ? [[nominee, Number(place)] as const] : [])));
  return selections.map((selection) => ({ selection, people: orderNames(selection.chosen, order, byHand) }));
};

/** The body of notice 9 as it stands. */
export async function candidateBody(db: Reader, electionId: string, sheets: readonly Sheet[], people: ReadonlyMap<string, ListedPerson>, order: NameOrder) {
  const one = await paperCase(db, electionId);
  if (one === null) return null;
  const contests = sheets.map(({ selection, people: chosen }) => ({
    plan: selection.plan,
    people: chosen.flatMap((nominee) => {
      const person = people.get(nominee.rollEntryId);
      return person === undefined ? [] : [person];
    }),
  }));
  return candidateFill(contests, order, { primary: sheets.some((sheet) => sheet.selection.primary), vetting: one.law.values.candidateBars.length > 0 });
}

/** The first vote, and whether its sheet may still change. */
const firstVote = (tx: Transaction, electionId: string) =>
  tx.vote.findFirst({ where: { electionId, number: 1 }, select: { id: true, state: true, printRuns: { select: { id: true }, take: 1 } } });

/**
 * Publishes the formal candidates with notice 9 and opens the books of the first vote: its contests and candidates in the
 * order of the list. Published again before ballots are printed (somebody withdrew), it is a correction.
 */
export const publishCandidates = guardedCommand("publishCandidates", {
  name: "nomination.publish",
  action: "nomination.publish",
  input: publishCandidatesInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const draft = await draftList(tx, input.electionId);
    if (draft === null) return null;
    const sheets = sheetsOf(draft.selections, input.order, input.places);
    const body = await candidateBody(tx, input.electionId, sheets, draft.people, input.order);
    const earlier = await tx.notice.findFirst({ where: { electionId: input.electionId, code: "candidates" }, orderBy: { issuedAt: "desc" }, select: { id: true, number: true } });
    const current = await tx.candidate.findMany({ where: { electionId: input.electionId, contest: { vote: { number: 1 } } }, select: { rollEntryId: true, ordinal: true, contest: { select: { contest: true } } } });
    return { draft, sheets, body, earlier, current, vote: await firstVote(tx, input.electionId) };
  },
  decide: ({ draft, sheets, body, earlier, current, vote }, input, facts) => {
    if (input.version !== draft.version) return conflict;
    if (body === null || sheets.length === 0) return invalid(null, "seatsFirst");
    if (draft.method === "combinedMeeting") return invalid(null, "noCandidatesInMethod");
    if (vote !== null && (vote.state !== "preparing" || vote.printRuns.length > 0)) return invalid(null, "alreadyPublished");
    const same = (contest: string, entry: string, ordinal: number) => current.some((row) => row.contest.contest === contest && row.rollEntryId === entry && row.ordinal === ordinal);
    const wanted = sheets.flatMap(({ selection, people }) => people.map((person, index) => same(selection.plan.contest, person.rollEntryId, index + 1)));
    if (earlier !== null && wanted.length === current.length && wanted.every(Boolean)) return invalid(null, "alreadyDone");
    return ok({ electionId: input.electionId, electionDay: draft.electionDay, law: draft.law, people: draft.people, sheets, body, earlier, voteId: vote?.id ?? facts.newId(), isNew: vote === null, order: input.order, issued: noneYet() });
  },
  save: async (tx, change, facts) => {
    const { electionId, voteId, sheets } = change;
    if (change.isNew) await tx.vote.create({ data: { id: voteId, electionId, number: 1, kind: "regular", heldOn: change.electionDay, state: "preparing" } });
    await writeSheets(tx, facts, electionId, voteId, sheets, change.people);
    await markNominees(tx, electionId, sheets);
    await leaveOnNomination(tx, facts, electionId, change.law, "candidatesOnly");
    const corrects = change.earlier === null ? {} : { correctsId: change.earlier.id };
    const issued = await issueNotice(tx, facts, electionId, { code: "candidates", paper: paperOf(change.body, change.earlier?.number ?? null), ...corrects });
    change.issued.value = issued;
    return { electionId, voteId, noticeId: issued.id, number: issued.number };
  },
  entry: ({ voteId, sheets, order, issued }) => ({
    voteId, order, ...issuedEntry(issued, []),
    contests: sheets.map(({ selection, people }) => ({ contest: selection.plan.contest, seats: selection.plan.seats, candidates: people.map((person) => person.rollEntryId) })),
  }),
});

async function writeSheets(tx: Transaction, facts: Facts, electionId: string, voteId: string, sheets: readonly Sheet[], people: ReadonlyMap<string, ListedPerson>): Promise<void> {
  await tx.candidate.deleteMany({ where: { contest: { voteId } } });
  await tx.contest.deleteMany({ where: { voteId } });
  for (const [index, { selection, people: chosen }] of sheets.entries()) {
    const { contest, office, seats, only } = selection.plan;
    const contestId = facts.newId();
    await tx.contest.create({ data: { id: contestId, electionId, voteId, contest, office, seats, only, ordinal: index + 1 } });
    await tx.candidate.createMany({
      data: chosen.map((nominee, place) => ({
        id: facts.newId(), electionId, contestId, rollEntryId: nominee.rollEntryId, name: nominee.name, sex: nominee.sex,
        groupNumber: people.get(nominee.rollEntryId)?.groupNumber ?? 0, ordinal: place + 1,
      })),
    });
  }
}

async function markNominees(tx: Transaction, electionId: string, sheets: readonly Sheet[]): Promise<void> {
  const chosen = sheets.flatMap((sheet) => sheet.people.map((person, index) => ({ id: person.id, ordinal: index + 1 })));
  const ids = chosen.map((one) => one.id);
  await tx.nominee.updateMany({ where: { electionId, state: { in: ["nominated", "candidate", "notSelected"] }, id: { notIn: ids } }, data: { state: "notSelected", ordinal: null } });
  for (const { id, ordinal } of chosen) await tx.nominee.update({ where: { id }, data: { state: "candidate", ordinal, version: { increment: 1 } } });
  await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
}

/** Opens the books of a first vote without candidates (提名与投票合并进行): the sheet has empty lines only. */
export const prepareOpenVote = guardedCommand("prepareOpenVote", {
  name: "nomination.prepareOpenVote",
  action: "nomination.publish",
  input: prepareOpenVoteInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const draft = await draftList(tx, input.electionId);
    return draft === null ? null : { draft, vote: await firstVote(tx, input.electionId) };
  },
  decide: ({ draft, vote }, input, facts) => {
    if (input.version !== draft.version) return conflict;
    if (draft.method !== "combinedMeeting") return invalid(null, "methodHasCandidates");
    if (vote !== null) return invalid(null, "alreadyDone");
    const sheets = draft.selections.map((selection) => ({ selection: { ...selection, chosen: [] }, people: [] }));
    return ok({ electionId: input.electionId, electionDay: draft.electionDay, sheets, voteId: facts.newId() });
  },
  save: async (tx, { electionId, electionDay, sheets, voteId }, facts) => {
    await tx.vote.create({ data: { id: voteId, electionId, number: 1, kind: "regular", heldOn: electionDay, state: "preparing" } });
    await writeSheets(tx, facts, electionId, voteId, sheets, new Map());
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 } } });
    return { electionId, voteId };
  },
  entry: ({ voteId, sheets }) => ({ voteId, contests: sheets.map(({ selection }) => ({ contest: selection.plan.contest, seats: selection.plan.seats })) }),
});
