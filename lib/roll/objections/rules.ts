import { daysBetween, type Day } from "#lib/calendar/day.ts";
import { decisionDeadline, objectionDeadline } from "#lib/calendar/deadlines.ts";
import type { HolidayCalendar } from "#lib/calendar/holidays.ts";
import { finding } from "#lib/law/catalogue.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";

/** Where the objections of an election stand. */
export type ObjectionFacts = {
  readonly total: number;
  /** Received and not decided. */
  readonly open: number;
  /** Day of receipt of the one that waits longest; null when none waits. */
  readonly oldestReceivedOn: Day | null;
  /** Decided, and no notice 4-2 tells of it yet. */
  readonly unannounced: number;
  /** Numbers of granted ones that the list does not follow yet. */
  readonly notCarriedOut: readonly number[];
  /** Last day for objections to what was posted last; null while nothing is posted. */
  readonly windowUntil: Day | null;
};

/** Whether an objection received on a day is in time: five days from the publication it is against (2025 law, Article 17). */
export function timelinessFinding(againstOn: Day, receivedOn: Day, law: Law, calendar?: HolidayCalendar): Finding {
  const deadline = objectionDeadline(againstOn, law, calendar);
  return finding("objectionTooLate", {
    law, ok: receivedOn <= deadline, actual: { againstOn, receivedOn, deadline, objectionDays: law.values.objectionDays }, required: `<= ${deadline}`, fields: ["receivedOn"],
  });
}

/**
 * Whether a decision comes within three days of receipt (2025 law, Article 17). A late one is still owed, so lateness
 * warns where the decision is made, and its reason is kept.
 */
export function decisionFinding(receivedOn: Day, today: Day, law: Law): Finding {
  const deadline = decisionDeadline(receivedOn, law);
  return finding("decisionTooLate", {
    law, ok: today <= deadline, severity: "warning",
    actual: { receivedOn, today, deadline, days: Math.max(0, daysBetween(deadline, today)), decisionDays: law.values.decisionDays }, required: `<= ${deadline}`, fields: ["decision"],
  });
}

/** What of the objections stands in the way of the vote: undecided, not announced, granted but not carried out. */
export function objectionFindings(facts: ObjectionFacts, today: Day, law: Law): readonly Finding[] {
  const { open, oldestReceivedOn, unannounced, notCarriedOut } = facts;
  const deadline = oldestReceivedOn === null ? "" : decisionDeadline(oldestReceivedOn, law);
  return [
    finding("objectionOpen", { law, ok: open === 0, actual: { count: open, deadline, late: oldestReceivedOn === null ? 0 : Math.max(0, daysBetween(deadline, today)) }, required: "= 0" }),
    finding("objectionsNotAnnounced", { law, ok: unannounced === 0, actual: { count: unannounced }, required: "= 0" }),
    finding("objectionNotCarriedOut", { law, ok: notCarriedOut.length === 0, actual: { count: notCarriedOut.length, numbers: notCarriedOut.slice(0, 20).map(String) }, required: "= 0" }),
  ];
}
