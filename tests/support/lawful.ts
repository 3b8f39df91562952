import { randomUUID } from "node:crypto";
import { addDays } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import type { TestCase } from "./case.ts";

type Case = Pick<TestCase, "electionId" | "electionDay">;

/** Up to which phase everything before is in order: so that its own acts pass their guards. */
export type Until = "roll" | "nomination" | "ballot";

const notices = {
  roll: [["electionDay", "1"], ["electionCommittee", "2"], ["registration", "3"]],
  nomination: [["nominationMethod", "7"]],
  ballot: [["candidates", "9"], ["staff", "11"]],
} as const satisfies Readonly<Record<Until, readonly (readonly [string, string])[]>>;

const order = ["roll", "nomination", "ballot"] as const;

/**
 * Puts straight into the database what of the earlier phases is not there yet: election committee chosen by a quorate
 * meeting, notices, seats' meeting, staff, candidates' meeting. What is there stays as it is. `without`: codes of notices that are left out.
 */
export async function makeLawful(db: Database, { electionId, electionDay }: Case, until: Until, without: readonly string[] = []): Promise<void> {
  await chooseCommittee(db, electionId, addDays(electionDay, -40));
  const election = await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { auditPublishedOn: true } });
  if (election.auditPublishedOn === null) await db.election.update({ where: { id: electionId }, data: { auditPublishedOn: addDays(electionDay, -45) } });
  const wanted = order.slice(0, order.indexOf(until) + 1);
  if (wanted.includes("nomination")) await keepSeatsMeeting(db, electionId, addDays(electionDay, -39));
  if (wanted.includes("ballot")) await prepareBallot(db, electionId, addDays(electionDay, -5));
  for (const [code, number] of wanted.flatMap((phase) => [...notices[phase]]).filter(([known]) => !without.includes(known))) await issue(db, electionId, code, number, addDays(electionDay, number === "9" ? -10 : -38));
}

async function issue(db: Database, electionId: string, code: string, number: string, issuedOn: string): Promise<void> {
  if ((await db.notice.count({ where: { electionId, OR: [{ code }, { number }] } })) > 0) return;
  await db.notice.create({
    data: {
      id: randomUUID(), electionId, number, code, title: code, issuer: "村民选举委员会", issuedOn, issuedAt: new Date(`${issuedOn}T02:00:00Z`), document: "notice",
      data: { number, title: code, body: [] }, fingerprint: "A".repeat(20), pdfSha256: "0".repeat(64),
    },
  });
}

const chosen = [["司徒选甲", "male", "chair"], ["司徒选乙", "female", "member"], ["司徒选丙", "male", "member"]] as const;

async function chooseCommittee(db: Database, electionId: string, heldOn: string): Promise<void> {
  if ((await db.meeting.count({ where: { electionId, purpose: "electionCommittee" } })) === 0) {
    await db.meeting.create({ data: { id: randomUUID(), electionId, purpose: "electionCommittee", ...meeting(heldOn) } });
  }
  if ((await db.committeeMember.count({ where: { electionId, state: "serving" } })) > 0) return;
  await db.committeeMember.createMany({
    data: chosen.map(([name, sex, position], place) => ({ id: randomUUID(), electionId, name, sex, position, votes: 40 - place, rank: place + 1, state: "serving" })),
  });
}

const meeting = (heldOn: string) => ({ kind: "representatives", basis: "members", heldOn, place: "村委会", entitled: 54, present: 50, minutes: "", createdAt: new Date(`${heldOn}T08:00:00Z`) });

async function keepSeatsMeeting(db: Database, electionId: string, heldOn: string): Promise<void> {
  if ((await db.seat.count({ where: { electionId } })) === 0) {
    await db.seat.createMany({ data: (["chair", "member"] as const).map((office) => ({ id: randomUUID(), electionId, contest: office, office, seats: office === "chair" ? 1 : 3, margin: 1 })) });
  }
  const election = await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { method: true } });
  if (election.method === null) await db.election.update({ where: { id: electionId }, data: { method: "candidates" } });
  if ((await db.meeting.count({ where: { electionId, purpose: "seatsAndMethod" } })) > 0) return;
  const id = randomUUID();
  await db.meeting.create({ data: { id, electionId, purpose: "seatsAndMethod", ...meeting(heldOn) } });
  await db.resolution.create({ data: { id: randomUUID(), meetingId: id, ordinal: 1, subject: "seatsAndMethod", text: "确定职数和选举方式", yes: 47, no: 2, abstain: 1 } });
}

/** Staff that is related to nobody, and the candidates' meeting with the villagers at which everybody spoke. */
async function prepareBallot(db: Database, electionId: string, heldOn: string): Promise<void> {
  for (const vote of await db.vote.findMany({ where: { electionId }, select: { id: true, staff: { select: { id: true }, take: 1 } } })) {
    if (vote.staff.length === 0) await db.staffAssignment.create({ data: { id: randomUUID(), electionId, voteId: vote.id, role: "issuer", name: "司徒发票" } });
  }
  if ((await db.candidatesMeeting.count({ where: { electionId } })) > 0) return;
  const nominees = await db.nominee.findMany({ where: { electionId, state: "candidate" }, select: { id: true } });
  await db.candidatesMeeting.create({ data: { id: randomUUID(), electionId, heldOn, place: "村文化礼堂", attendance: 200, nomineeIds: nominees.map((one) => one.id), note: "", recordedAt: new Date(`${heldOn}T08:00:00Z`) } });
  await db.nominee.updateMany({ where: { electionId, state: "candidate", statementOn: null }, data: { statementOn: heldOn } });
}
