import type { Day } from "../calendar/day.ts";
import { chineseDay } from "../chinese/numerals.ts";
import type { Reader } from "../database/client.ts";
import { electionLaw, electionPacks, lawFields } from "../election/law.ts";
import { ageShift } from "#lib/roll/entry/rejudge.ts";
import { dayMoveFindings, type DayMove } from "./day-rules.ts";
import { dayChangeStates, type DayChangeState } from "./model.ts";
import { casePlan, replanned, type CasePlan } from "./queries.ts";

/** Reads what decides whether an election may move to a day; null when there is no such election. */
export async function loadDayMove(db: Reader, electionId: string, toDay: Day, today: Day): Promise<DayMove | null> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: lawFields });
  if (row === null) return null;
  const target = { ...row, electionDay: toDay };
  const [lawNow, lawThen] = [electionLaw(row), electionLaw(target)];
  const [plan, shift] = await Promise.all([replanned(db, electionId, toDay, lawThen, today), ageShift(db, electionId, row.electionDay, toDay, lawThen)]);
  if (plan === null) return null;
  return {
    fromDay: row.electionDay, toDay, today, lawNow, lawThen, provinceFrom: electionPacks(target).province?.inForceFrom ?? null,
    listPublishedOn: plan.facts.roll.publishedOn, replanned: plan.steps, ages: { joining: shift.joining.length, leaving: shift.leaving.length },
  };
}

/** An ask for another election day. */
export type DayChangeRecord = {
  readonly id: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly reason: string;
  readonly state: DayChangeState;
  readonly askedAt: Date;
  readonly askedByName: string;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decisionReason: string | null;
  readonly noticeId: string | null;
  readonly version: number;
};

const fields = {
  id: true, fromDay: true, toDay: true, reason: true, state: true, askedAt: true, askedByName: true, decidedAt: true, decidedByName: true, decisionReason: true, noticeId: true, version: true,
} as const;

/** Every ask of an election, newest first. */
export async function dayChanges(db: Reader, electionId: string): Promise<readonly DayChangeRecord[]> {
  const rows = await db.dayChange.findMany({ where: { electionId }, select: fields, orderBy: { askedAt: "desc" } });
  return rows.map((row) => ({ ...row, state: dayChangeStates.find((state) => state === row.state) ?? "refused" }));
}

/** Whether the day stands on something published, so that moving it needs the township's approval and a notice. */
export async function dayIsFixed(db: Reader, electionId: string): Promise<boolean> {
  const [notices, versions, votes] = await Promise.all([db.notice.count({ where: { electionId } }), db.rollVersion.count({ where: { electionId } }), db.vote.count({ where: { electionId } })]);
  return notices + versions + votes > 0;
}

/** Votes that have begun: from then on the day stays. */
export const votesBegun = (db: Reader, electionId: string): Promise<number> => db.vote.count({ where: { electionId, state: { not: "preparing" } } });

/** Issued notices whose paper names a day: they speak of the former day after it moved. */
export async function noticesNaming(db: Reader, electionId: string, day: Day): Promise<readonly { readonly id: string; readonly number: string; readonly title: string }[]> {
  const rows = await db.notice.findMany({ where: { electionId }, select: { id: true, number: true, title: true, data: true }, orderBy: { issuedAt: "asc" } });
  const words = [day, chineseDay(day)];
  return rows.filter((row) => words.some((word) => JSON.stringify(row.data).includes(word))).map(({ id, number, title }) => ({ id, number, title }));
}

/** What the pages about another election day show. */
export type DayChangeView = {
  readonly plan: CasePlan;
  readonly fixed: boolean;
  readonly begun: boolean;
  readonly version: number;
  readonly changes: readonly DayChangeRecord[];
  /** The move looked at: the open ask's day, else the one proposed. */
  readonly move: DayMove | null;
  readonly findings: ReturnType<typeof dayMoveFindings>;
  readonly naming: Awaited<ReturnType<typeof noticesNaming>>;
};

/** Reads the view; `proposed`: a day that somebody considers. Null when there is no such election. */
export async function dayChangeView(db: Reader, electionId: string, proposed: Day | null, today: Day): Promise<DayChangeView | null> {
  const plan = await casePlan(db, electionId, today);
  if (plan === null) return null;
  const [changes, fixed, begun] = await Promise.all([dayChanges(db, electionId), dayIsFixed(db, electionId), votesBegun(db, electionId)]);
  const open = changes.find((change) => change.state === "asked" || change.state === "approved");
  const toDay = open?.toDay ?? proposed;
  const move = begun > 0 || toDay === null || toDay === plan.facts.electionDay ? null : await loadDayMove(db, electionId, toDay, today);
  return {
    plan, fixed, begun: begun > 0, version: plan.facts.version, changes, move, findings: move === null ? [] : dayMoveFindings(move),
    naming: move === null ? [] : await noticesNaming(db, electionId, plan.facts.electionDay),
  };
}
