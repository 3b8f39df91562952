import type { Citation } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { CUSTOMARY_DAYS, CUSTOMARY_PLAN } from "#lib/law/practice.ts";
import { addDays, type Day } from "./day.ts";
import { candidateListDeadline, certificateDeadline, decisionDeadline, handoverDeadline, listDeadline, objectionDeadline, proxyApplicationDeadline, proxyListDeadline } from "./deadlines.ts";

/** Steps of one election in the order of the days. */
export const PLAN_STEPS = [
  "committee",
  "registration",
  "rollPublication",
  "objections",
  "decisions",
  "nominationNotice",
  "nomination",
  "candidateList",
  "proxyApplications",
  "proxyList",
  "electionDay",
  "certificates",
  "handover",
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** One step's window. `statutory`: the latest day is set by the law; else it is the custom shown in the citation. */
export type PlannedStep = {
  readonly step: PlanStep;
  readonly earliest: Day | null;
  readonly latest: Day;
  readonly statutory: boolean;
  readonly citation: Citation;
};

function customary(step: PlanStep, earliest: Day, latest: Day): PlannedStep {
  return { step, earliest, latest, statutory: false, citation: CUSTOMARY_PLAN };
}

/** A step whose latest day the law, the province or the guide sets; the guide's days are not statutory. */
function ruled(step: PlanStep, earliest: Day | null, latest: Day, citation: Citation): PlannedStep {
  return { step, earliest, latest, statutory: citation.confidence !== "unverified", citation };
}

/**
 * All steps of one election counted back from its day, in order. Objections and decisions are planned for a list
 * published on the last lawful day; once it is out, `objectionDeadline` of the real day counts.
 */
export function planOf(electionDay: Day, law: Law): readonly PlannedStep[] {
  const before = (days: number) => addDays(electionDay, -days);
  const lists = listDeadline(electionDay, law);
  const objections = objectionDeadline(lists, law);
  const candidateList = candidateListDeadline(electionDay, law);
  const days = CUSTOMARY_DAYS;
  const proxyStep = (step: "proxyApplications" | "proxyList", set: number | null, latest: Day, citation: Citation) =>
    set === null ? customary(step, before(days.proxies.earliest), latest) : ruled(step, null, latest, citation);
  return [
    customary("committee", before(days.committee.earliest), before(days.committee.latest)),
    customary("registration", before(days.registration.earliest), before(days.registration.latest)),
    ruled("rollPublication", before(days.rollPublished.earliest), lists, law.citations.listDays),
    ruled("objections", lists, objections, law.citations.objectionDays),
    ruled("decisions", lists, decisionDeadline(objections, law), law.citations.decisionDays),
    customary("nominationNotice", before(days.nominationNotice.earliest), before(days.nominationNotice.latest)),
    customary("nomination", before(days.nomination.earliest), before(days.nomination.latest)),
    candidateList === null
      ? customary("candidateList", before(days.candidateList.earliest), before(days.candidateList.latest))
      : ruled("candidateList", null, candidateList, law.citations.candidateListDays),
    proxyStep("proxyApplications", law.values.proxyApplyDays, proxyApplicationDeadline(electionDay, law), law.citations.proxyApplyDays),
    proxyStep("proxyList", law.values.proxyListDays, proxyListDeadline(electionDay, law), law.citations.proxyListDays),
    ruled("electionDay", electionDay, electionDay, law.citations.validTurnout),
    ruled("certificates", electionDay, certificateDeadline(electionDay, law), law.citations.certificateDays),
    ruled("handover", electionDay, handoverDeadline(electionDay, law), law.citations.handoverDays),
  ];
}
