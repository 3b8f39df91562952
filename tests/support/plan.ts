import { createTranslator, type Messages } from "next-intl";
import english from "../../messages/en.json" with { type: "json" };
import chinese from "../../messages/zh-CN.json" with { type: "json" };
import type { Day } from "#lib/calendar/day.ts";
import { nationalCalendar } from "#lib/calendar/holidays.ts";
import { planOf } from "#lib/calendar/plan.ts";
import { stateOfStep } from "#lib/calendar/standing.ts";
import type { CaseFacts, VoteFacts } from "#lib/election/progress-facts.ts";
import { lawFor } from "#lib/law/law.ts";
import { planWords } from "#lib/plan/control.ts";
import { happenedOf, stepFactsOf, type PlanRows } from "#lib/plan/facts.ts";
import type { CasePlan } from "#lib/plan/queries.ts";

/** Words of the plan's papers in one language. */
export const wordsIn = (locale: "zh-CN" | "en") => {
  const messages: Messages = locale === "en" ? english : chinese;
  return planWords(createTranslator({ locale, messages, namespace: "plan" }), locale);
};

export const emptyRows: PlanRows = {
  roamingBoxes: false, meetings: [], objections: [], primaryHeldOn: null, candidatesMetOn: null, vettedOn: null, printedOn: null, certifiedOn: null, results: [], records: [],
};

export const oneVote: VoteFacts = {
  id: "vote", number: 1, kind: "regular", state: "preparing", heldOn: "2026-04-18", parentId: null, registered: null, printed: 0, issued: 0, returned: 0,
  staff: 0, proxies: 0, bundles: 0, settled: 0, determined: false, announced: false, next: null,
};

/** Facts of a case in which nothing was done, for a village of the province with this pack, or of none. */
export function caseFactsOf(electionDay: Day, province: string | null = null, over: Partial<CaseFacts> = {}): CaseFacts {
  const law = lawFor({ firstVoteOn: electionDay, province, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return {
    electionId: "e", villageId: "v", village: "江家庄村", electionDay, version: 1, law: law.value, closed: false, auditPublishedOn: null, method: null, mainVenue: null,
    stations: 0, committee: { chair: false, serving: 0, reserves: 0 }, seats: [], notices: [],
    roll: { entries: 0, listed: 0, open: 0, doubles: 0, publishedOn: null, publishedTotal: null }, nominees: { standing: 0, unvetted: 0, candidates: 0, introduced: false }, votes: [], certificates: 0,
    ...over,
  };
}

/** The plan of a case as it stands on a day. */
export function planFor(facts: CaseFacts, today: Day, rows: PlanRows = emptyRows): CasePlan {
  const plan = planOf(facts.electionDay, facts.law, { happened: happenedOf(facts, rows) });
  const known = stepFactsOf(facts, rows, plan, today);
  return { facts, calendar: nationalCalendar, dayChange: null, steps: plan.map((planned) => ({ planned, standing: stateOfStep(planned, known, today) })) };
}

/** A village in the middle of its work: list out late, objections over, nomination under way. */
export const midway = (today: Day = "2026-04-08"): CasePlan =>
  planFor(
    caseFactsOf("2026-04-18", "CN-ZJ-2020", {
      auditPublishedOn: "2026-03-10", method: "candidates", committee: { chair: true, serving: 7, reserves: 2 }, seats: [{ office: "chair", seats: 1 }, { office: "member", seats: 3 }],
      notices: [["electionDay", "1", "2026-03-15"], ["electionCommittee", "2", "2026-03-15"], ["registration", "3", "2026-03-16"], ["voterList", "4", "2026-03-30"], ["nominationMethod", "7", "2026-04-03"]].map(([code = "", number = "", issuedOn = ""]) => ({ code, number, issuedOn })),
      roll: { entries: 2733, listed: 2407, open: 0, doubles: 0, publishedOn: "2026-03-30", publishedTotal: 2407 }, nominees: { standing: 6, unvetted: 2, candidates: 0, introduced: false },
    }),
    today,
    { ...emptyRows, meetings: [{ purpose: "electionCommittee", heldOn: "2026-03-14" }, { purpose: "seatsAndMethod", heldOn: "2026-03-14" }, { purpose: "nomination", heldOn: "2026-04-05" }] },
  );
