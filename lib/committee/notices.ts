import type { z } from "zod";
import { termWords } from "../chinese/term.ts";
import type { Reader } from "../database/client.ts";
import { noticeCommand, nothingElse, type Draft } from "../election/notice-command.ts";
import { electionDayExtra } from "../notice/model.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { meetingKinds } from "../meeting/kinds.ts";
import { leaveReasons, methods, nominationExtra, positions, registrationExtra } from "./model.ts";
import { committeeChangeFill, committeeFill, nominationMethodFill, registrationFill, venueWords, type PaperCase } from "./papers.ts";
import { seatsOf } from "./seats.ts";

/** What papers say of the case; null when there is none of that id. */
export async function paperCase(db: Reader, electionId: string): Promise<PaperCase | null> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { term: true, ...lawFields, village: { select: { name: true } } } });
  return row === null ? null : { village: row.village.name, term: termWords(row.term), electionDay: row.electionDay, law: electionLaw(row) };
}

/** Drafts notice 1. */
export async function draftElectionDay(db: Reader, electionId: string, extra: z.output<typeof electionDayExtra>): Promise<Draft | null> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { mainVenue: true, pollingFrom: true, pollingTo: true } });
  if (row === null) return null;
  const { mainVenue, pollingFrom, pollingTo } = row;
  const hours = mainVenue === null || pollingFrom === null || pollingTo === null ? null : { venue: mainVenue, from: pollingFrom, to: pollingTo };
  return { body: { values: { workFrom: extra.workFrom, approval: extra.approval, venue: venueWords(hours) } }, findings: [] };
}

const serving = async (db: Reader, electionId: string) => {
  const rows = await db.committeeMember.findMany({ where: { electionId, state: "serving" }, select: { name: true, position: true }, orderBy: { rank: "asc" } });
  return rows.map((row) => ({ name: row.name, position: positions.find((position) => position === row.position) ?? "member" }));
};

/** Drafts notice 2; null before the committee is recorded. */
export async function draftCommittee(db: Reader, electionId: string): Promise<Draft | null> {
  const meeting = await db.meeting.findFirst({ where: { electionId, purpose: "electionCommittee", correctedBy: { is: null } }, select: { kind: true, heldOn: true, entitled: true, present: true } });
  const members = await serving(db, electionId);
  if (meeting === null || members.length === 0) return null;
  const kind = meetingKinds.find((known) => known === meeting.kind) ?? "assembly";
  return { body: committeeFill({ ...meeting, kind }, members), findings: [] };
}

/** Drafts notice 2-1 about all who left since the last one; null when nobody did, or notice 2 is not out. */
export async function draftCommitteeChange(db: Reader, electionId: string): Promise<Draft | null> {
  const one = await paperCase(db, electionId);
  const left = await db.committeeMember.findMany({
    where: { electionId, state: "left", changeNoticeId: null, position: { not: "reserve" } },
    select: { id: true, name: true, leftOn: true, leftReason: true },
    orderBy: { rank: "asc" },
  });
  const published = await db.notice.count({ where: { electionId, code: "electionCommittee" } });
  if (one === null || left.length === 0 || published === 0) return null;
  const newcomers = await db.committeeMember.findMany({ where: { electionId, replacesId: { in: left.map((member) => member.id) } }, select: { name: true, replacesId: true } });
  const changes = left.map((member) => ({
    name: member.name,
    leftOn: member.leftOn ?? one.electionDay,
    reason: leaveReasons.find((reason) => reason === member.leftReason) ?? "other",
    steppedIn: newcomers.find((newcomer) => newcomer.replacesId === member.id)?.name ?? null,
  }));
  return { body: committeeChangeFill(one, changes, await serving(db, electionId)), findings: [] };
}

/** Drafts notice 3. */
export async function draftRegistration(db: Reader, electionId: string, extra: z.output<typeof registrationExtra>): Promise<Draft | null> {
  const one = await paperCase(db, electionId);
  return one === null ? null : { body: registrationFill(one, extra), findings: [] };
}

/** Drafts notice 7; null before seats and method are decided. */
export async function draftNominationMethod(db: Reader, electionId: string, extra: z.output<typeof nominationExtra>): Promise<Draft | null> {
  const one = await paperCase(db, electionId);
  const row = await db.election.findUnique({ where: { id: electionId }, select: { method: true } });
  const method = methods.find((known) => known === row?.method);
  const seats = await seatsOf(db, electionId);
  return one === null || method === undefined || seats.length === 0 ? null : { body: nominationMethodFill(one, seats, method, extra), findings: [] };
}

/** Issues notice 1 (选举日公告): the township's guidance office announces the day. */
export const issueElectionDay = noticeCommand({ code: "electionDay", extra: electionDayExtra, draft: draftElectionDay });

/** Issues notice 2 (村民选举委员会成员名单公告) for the villagers' committee; who left before needs no notice of his own. */
export const issueCommittee = noticeCommand({
  code: "electionCommittee", extra: nothingElse,
  draft: (db, electionId) => draftCommittee(db, electionId),
  after: async (tx, electionId, noticeId) => void (await tx.committeeMember.updateMany({ where: { electionId, state: "left" }, data: { changeNoticeId: noticeId } })),
});

/** Issues notice 2-1 (村民选举委员会成员变动公告), as often as members leave. */
export const issueCommitteeChange = noticeCommand({
  code: "committeeChange", extra: nothingElse,
  draft: (db, electionId) => draftCommitteeChange(db, electionId),
  after: async (tx, electionId, noticeId) => void (await tx.committeeMember.updateMany({ where: { electionId, state: "left", changeNoticeId: null }, data: { changeNoticeId: noticeId } })),
});

/** Issues notice 3 (选民登记公告). */
export const issueRegistration = noticeCommand({ code: "registration", extra: registrationExtra, draft: draftRegistration });

/** Issues notice 7 (提名候选人公告). */
export const issueNominationMethod = noticeCommand({ code: "nominationMethod", extra: nominationExtra, draft: draftNominationMethod });
