import { today as dayOf, type Day } from "../calendar/day.ts";
import { nationalCalendar, type HolidayCalendar } from "../calendar/holidays.ts";
import { planOf, type PlannedStep } from "../calendar/plan.ts";
import { stateOfStep, type StepStanding } from "../calendar/standing.ts";
import type { Reader } from "../database/client.ts";
import type { CaseFacts } from "../election/progress-facts.ts";
import { manyCaseFacts } from "../election/queries.ts";
import type { Law } from "../law/law.ts";
import { happenedOf, stepFactsOf, type PlanRows } from "./facts.ts";
import { countyCalendars } from "./holiday-queries.ts";

/** A step of one case with how it stands today. */
export type StandingStep = { readonly planned: PlannedStep; readonly standing: StepStanding };

/** The plan of one case as it stands. */
export type CasePlan = {
  readonly facts: CaseFacts;
  readonly calendar: HolidayCalendar;
  readonly steps: readonly StandingStep[];
  readonly dayChange: { readonly id: string; readonly state: string; readonly toDay: Day } | null;
};

/** The plan of one case; null when there is none of that id. */
export async function casePlan(db: Reader, electionId: string, today: Day): Promise<CasePlan | null> {
  return (await manyPlans(db, [electionId], today))[0] ?? null;
}

/** The plans of several cases with a fixed number of queries, in the order of their villages' codes. */
export async function manyPlans(db: Reader, electionIds: readonly string[], today: Day): Promise<readonly CasePlan[]> {
  const [cases, rows] = await Promise.all([manyCaseFacts(db, electionIds), planRows(db, electionIds)]);
  const calendars = await countyCalendars(db, [...new Set([...rows.values()].map((row) => row.countyId))]);
  return cases.flatMap((facts) => {
    const row = rows.get(facts.electionId);
    if (row === undefined) return [];
    const calendar = calendars.get(row.countyId) ?? nationalCalendar;
    return { facts, calendar, dayChange: row.dayChange, steps: stepsOf(facts, row, calendar, today) };
  });
}

/** The plan of one case as it would stand today with another election day and its law; null when there is no such case. */
export async function replanned(db: Reader, electionId: string, toDay: Day, law: Law, today: Day): Promise<CasePlan | null> {
  const [[facts], rows] = await Promise.all([manyCaseFacts(db, [electionId]), planRows(db, [electionId])]);
  const row = rows.get(electionId);
  if (facts === undefined || row === undefined) return null;
  const calendar = (await countyCalendars(db, [row.countyId])).get(row.countyId) ?? nationalCalendar;
  const moved = { ...facts, electionDay: toDay, law };
  return { facts: moved, calendar, dayChange: row.dayChange, steps: stepsOf(moved, row, calendar, today) };
}

function stepsOf(facts: CaseFacts, row: PlanRows, calendar: HolidayCalendar, today: Day): readonly StandingStep[] {
  const plan = planOf(facts.electionDay, facts.law, { calendar, happened: happenedOf(facts, row) });
  const known = stepFactsOf(facts, row, plan, today);
  return plan.map((planned) => ({ planned, standing: stateOfStep(planned, known, today) }));
}

type Row = PlanRows & { readonly countyId: string; readonly dayChange: CasePlan["dayChange"] };

const columns = {
  id: true, roamingBoxes: true,
  village: { select: { township: { select: { countyId: true } } } },
  meetings: { where: { correctedBy: { is: null } }, select: { purpose: true, heldOn: true }, orderBy: { heldOn: "asc" } },
  objections: { where: { state: { not: "withdrawn" } }, select: { receivedOn: true, decidedOn: true, state: true } },
  primary: { select: { rounds: { select: { heldOn: true }, orderBy: { number: "desc" }, take: 1 } } },
  candidatesMeetings: { select: { heldOn: true }, orderBy: { heldOn: "desc" }, take: 1 },
  nominees: { where: { vettedOn: { not: null } }, select: { vettedOn: true }, orderBy: { vettedOn: "desc" }, take: 1 },
  votes: {
    select: {
      id: true, kind: true,
      printRuns: { select: { printedOn: true }, orderBy: { printedOn: "asc" }, take: 1 },
      determinations: { select: { at: true, announcedAt: true }, orderBy: { number: "desc" }, take: 1 },
    },
    orderBy: { number: "asc" },
  },
  certificates: { select: { issuedOn: true }, orderBy: { issuedOn: "desc" }, take: 1 },
  stepRecords: { select: { step: true, doneOn: true }, orderBy: { recordedAt: "asc" } },
} as const;

/** What plans read beyond the facts of progress, by election. */
async function planRows(db: Reader, electionIds: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const rows = await db.election.findMany({ where: { id: { in: [...electionIds] } }, select: { ...columns, dayChanges: { where: { state: { in: ["asked", "approved"] } }, select: { id: true, state: true, toDay: true }, take: 1 } } });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        countyId: row.village.township.countyId,
        dayChange: row.dayChanges[0] ?? null,
        roamingBoxes: row.roamingBoxes,
        meetings: row.meetings,
        objections: row.objections.map((objection) => ({ receivedOn: objection.receivedOn, decidedOn: objection.decidedOn, open: objection.state === "open" })),
        primaryHeldOn: row.primary?.rounds[0]?.heldOn ?? null,
        candidatesMetOn: row.candidatesMeetings[0]?.heldOn ?? null,
        vettedOn: row.nominees[0]?.vettedOn ?? null,
        printedOn: row.votes.find((vote) => vote.kind === "regular")?.printRuns[0]?.printedOn ?? null,
        certifiedOn: row.certificates[0]?.issuedOn ?? null,
        results: row.votes.flatMap((vote) => vote.determinations.map((one) => ({ voteId: vote.id, determinedAt: one.at, announcedAt: one.announcedAt }))),
        records: [...new Map(row.stepRecords.map((record) => [record.step, record])).values()],
      },
    ]),
  );
}

/** One drive of a township with its villages' plans. */
export type DrivePlans = { readonly id: string; readonly name: string; readonly term: number; readonly plans: readonly CasePlan[] };

/** The plans of every drive of a township, newest term first; the number of queries does not grow with the villages. */
export async function townshipPlans(db: Reader, townshipId: string, now: Date): Promise<readonly DrivePlans[]> {
  const drives = await db.drive.findMany({
    where: { townshipId },
    select: { id: true, name: true, term: true, elections: { select: { id: true } } },
    orderBy: { term: "desc" },
  });
  const plans = await manyPlans(db, drives.flatMap((drive) => drive.elections.map((election) => election.id)), dayOf(now));
  return drives.map(({ elections, ...drive }) => {
    const ids = new Set(elections.map((election) => election.id));
    return { ...drive, plans: plans.filter((plan) => ids.has(plan.facts.electionId)) };
  });
}
