import type { Reader } from "../database/client.ts";
import { ballotForm } from "../count/load.ts";
import { rerunDeadline } from "../calendar/deadlines.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { guardedCommand } from "../election/guards/command.ts";
import type { Scope } from "../ledger/append.ts";
import { issueNotice, type IssuedNotice } from "../notice/issue.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { certificateNumber, certificatesDue } from "./certificates.ts";
import { followingVote } from "./following.ts";
import { announceResultInput, issueCertificatesInput, openFollowingVoteInput, reprintCertificateInput } from "./model.ts";
import { noticeCodes, resultNotice } from "./papers.ts";
import { newestDetermination, resultView } from "./queries.ts";

async function scopeOfDetermination(input: { readonly determinationId: string }, db: Reader): Promise<Scope | null> {
  const row = await db.determination.findUnique({ where: { id: input.determinationId }, select: { electionId: true } });
  return row === null ? null : { kind: "election", id: row.electionId };
}

/** What issuing gave, for the ledger entry of the same change. */
const issuedBy = new WeakMap<object, readonly IssuedNotice[]>();

/** Announces a determined result (公布选举结果) and issues its notice: 16, and 16-1 to 16-4 for what follows. */
export const announceResult = guardedCommand("announceResult", {
  name: "result.announce",
  action: "result.announce",
  input: announceResultInput,
  scope: scopeOfDetermination,
  timeoutMs: 30_000,
  poll: ({ determinationId }) => ({ determinationId }),
  load: async (tx, input, facts) => {
    const view = await resultView(tx, input.determinationId);
    if (view === null || view.election.id !== facts.place.electionId) return null;
    const announced = await tx.determination.count({ where: { electionId: view.election.id, announcedAt: { not: null } } });
    return { view, first: announced === 0 };
  },
  decide: ({ view, first }) => {
    if (view.announcedAt !== null) return invalid(null, "alreadyDone");
    if (!view.newest) return invalid(null, "resultNotNewest");
    return ok({ view, codes: noticeCodes(view, first) });
  },
  save: async (tx, change, facts) => {
    const { view, codes } = change;
    await tx.determination.update({ where: { id: view.id }, data: { announcedAt: facts.now } });
    const issued: IssuedNotice[] = [];
    for (const code of codes) issued.push(await issueNotice(tx, facts, view.election.id, { code, paper: resultNotice(view, code) }));
    issuedBy.set(change, issued);
    return { electionId: view.election.id, determinationId: view.id, notices: issued.map((one) => one.number) };
  },
  entry: (change) => ({
    determination: change.view.id,
    notices: (issuedBy.get(change) ?? []).map(({ id, number, pdfSha256 }) => ({ id, number, pdfSha256 })),
  }),
});

/** Sets up the vote that follows an announced result: re-vote (再次投票), run-off (另行选举) or new vote (重新投票). */
export const openFollowingVote = guardedCommand("openFollowingVote", {
  name: "result.openFollowingVote",
  action: "result.determine",
  input: openFollowingVoteInput,
  scope: scopeOfDetermination,
  poll: ({ determinationId }) => ({ determinationId }),
  load: async (tx, input, facts) => {
    const view = await resultView(tx, input.determinationId);
    if (view === null || view.election.id !== facts.place.electionId) return null;
    const form = await ballotForm(tx, view.vote.id);
    const last = await tx.vote.aggregate({ where: { electionId: view.election.id }, _max: { number: true } });
    const election = await tx.election.findUniqueOrThrow({ where: { id: view.election.id }, select: lawFields });
    const contests = form.map((contest) => ({ ...contest, people: contest.candidates.map((one) => one.personId) }));
    const following = followingVote(view.outcome.next, contests, rerunDeadline(view.vote.heldOn, electionLaw(election)));
    const ids = following?.contests.flatMap((contest) => contest.people) ?? [];
    const people = await tx.rollEntry.findMany({ where: { electionId: view.election.id, id: { in: ids } }, select: { id: true, name: true, sex: true, groupNumber: true } });
    return { view, following, people, number: (last._max.number ?? 0) + 1 };
  },
  decide: ({ view, following, people, number }, input, facts) => {
    if (following === null) return invalid(null, "nothingFollows");
    if (!view.newest || view.following !== null) return invalid(null, "followingVoteUnderWay");
    if (input.pollingDay < facts.today) return invalid("pollingDay", "dayPast");
    if (following.by !== null && input.pollingDay > following.by) return invalid("pollingDay", "dayAfterLimit", { day: following.by });
    return ok({ view, following, people, number, pollingDay: input.pollingDay, id: facts.newId() });
  },
  save: async (tx, { view, following, people, number, pollingDay, id }, facts) => {
    const electionId = view.election.id;
    await tx.vote.create({ data: { id, electionId, number, kind: following.kind, heldOn: pollingDay, state: "preparing", parentId: view.vote.id } });
    for (const [ordinal, { contest, office, seats, only, people: standing }] of following.contests.entries()) {
      const contestId = facts.newId();
      await tx.contest.create({ data: { id: contestId, electionId, voteId: id, contest, office, seats, only, ordinal } });
      const rows = standing.flatMap((personId) => people.find((one) => one.id === personId) ?? []);
      await tx.candidate.createMany({
        data: rows.map((person, place) => ({ id: facts.newId(), electionId, contestId, rollEntryId: person.id, name: person.name, sex: person.sex, groupNumber: person.groupNumber, ordinal: place + 1 })),
      });
    }
    return { electionId, voteId: id, number };
  },
  entry: ({ view, following, number, pollingDay, id }) => ({
    determination: view.id, vote: id, number, kind: following.kind, pollingDay, contests: following.contests.map(({ contest, seats, people }) => ({ contest, seats, people })),
  }),
});

/** Issues the certificates of election (当选证书) to everybody in the committee once nothing more follows. */
export const issueCertificates = guardedCommand("issueCertificates", {
  name: "certificate.issue",
  action: "certificate.issue",
  input: issueCertificatesInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const newest = await newestDetermination(tx, input.electionId);
    const view = newest === null ? null : await resultView(tx, newest);
    const known = await tx.certificate.findMany({ where: { electionId: input.electionId }, select: { rollEntryId: true } });
    return { electionId: input.electionId, view, known: new Set(known.map((one) => one.rollEntryId)) };
  },
  decide: ({ electionId, view, known }, _, facts) => {
    if (view === null) return invalid(null, "resultNotAnnounced");
    const due = certificatesDue(view.holders).filter((one) => !known.has(one.person));
    if (due.length === 0) return invalid(null, "alreadyDone");
    const rows = due.map((one, place) => ({
      id: facts.newId(), electionId, number: certificateNumber(facts.today, view.election.village, known.size + place + 1), rollEntryId: one.person, name: view.names.get(one.person) ?? "", office: one.office, issuedOn: facts.today,
    }));
    return ok({ electionId, rows });
  },
  save: async (tx, { electionId, rows }) => {
    await tx.certificate.createMany({ data: [...rows] });
    return { electionId, certificates: rows.length };
  },
  entry: ({ rows }) => ({ certificates: rows.map((row) => ({ id: row.id, person: row.rollEntryId, office: row.office })) }),
});

/** Notes that a certificate is printed once more (补发); the paper says so. */
export const reprintCertificate = defineCommand({
  name: "certificate.reprint",
  action: "certificate.issue",
  input: reprintCertificateInput,
  scope: async (input, db) => {
    const row = await db.certificate.findUnique({ where: { id: input.certificateId }, select: { electionId: true } });
    return row === null ? null : { kind: "election", id: row.electionId };
  },
  load: (tx, input, facts) => tx.certificate.findFirst({ where: { id: input.certificateId, electionId: facts.place.electionId ?? "" }, select: { id: true, electionId: true, reprints: true } }),
  decide: (certificate) => ok(certificate),
  save: async (tx, certificate) => {
    await tx.certificate.update({ where: { id: certificate.id }, data: { reprints: { increment: 1 } } });
    return { electionId: certificate.electionId, certificateId: certificate.id, reprints: certificate.reprints + 1 };
  },
  entry: (certificate) => ({ certificate: certificate.id, reprint: certificate.reprints + 1 }),
});
