import type { Day } from "../calendar/day.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";

/** A formal candidate as far as his introduction to the villagers goes. */
export type Introduced = { readonly id: string; readonly name: string; /** His written statement (竞职陈述) was checked. */ readonly statementChecked: boolean };

/** A meeting of candidates with villagers (候选人与村民见面). */
export type CandidatesMeeting = { readonly id: string; readonly heldOn: Day; readonly place: string; readonly attendance: number; readonly nomineeIds: readonly string[]; readonly note: string };

/** What decides whether the candidates have met the villagers. */
export type CandidatesMeetingFacts = { readonly electionDay: Day; readonly candidates: readonly Introduced[]; readonly meetings: readonly CandidatesMeeting[] };

/** Whether a meeting's day is before election day, when campaigning ends (浙江 23; else custom). */
export function meetingDayFinding(heldOn: Day, electionDay: Day, law: Law): Finding {
  const stops = law.values.campaignOnDay === "stops";
  return finding("candidatesMeetingOnDay", { law, ok: heldOn < electionDay, actual: { day: heldOn, stops }, required: `${heldOn} < ${electionDay}`, fields: ["heldOn"], severity: stops ? "error" : "warning" });
}

/**
 * The committee must have the candidates meet the villagers, say what they intend and answer questions (2025 law,
 * Article 18) before anybody votes; each of them, also those who came in later for others.
 */
export function candidatesMeetingFindings({ electionDay, candidates, meetings }: CandidatesMeetingFacts, today: Day, law: Law): readonly Finding[] {
  const held = meetings.filter((meeting) => meeting.heldOn <= today);
  const spoke = new Set(held.flatMap((meeting) => meeting.nomineeIds));
  const silent = held.length === 0 ? [] : candidates.filter((one) => !spoke.has(one.id));
  const unchecked = candidates.filter((one) => spoke.has(one.id) && !one.statementChecked);
  const late = held.filter((meeting) => meeting.heldOn >= electionDay);
  const names = (people: readonly Introduced[]): readonly string[] => people.map((one) => one.name);
  return [
    ...(law.values.candidatesMeetVoters ? [finding("candidatesMeetingMissing", { law, ok: held.length > 0 || candidates.length === 0, actual: { candidates: candidates.length, meetings: held.length }, required: `${held.length} >= 1` })] : []),
    finding("candidateNotIntroduced", { law, ok: silent.length === 0, actual: { people: silent.length, names: names(silent) } }),
    finding("statementNotChecked", { law, ok: unchecked.length === 0, actual: { people: unchecked.length, names: names(unchecked) } }),
    ...late.map((meeting) => meetingDayFinding(meeting.heldOn, electionDay, law)),
  ];
}

/** Whether everybody on the published sheet still stands; `gone`: who withdrew or was barred since. */
export const candidateListFinding = (gone: readonly string[], law: Law): Finding =>
  finding("candidateListStale", { law, ok: gone.length === 0, actual: { people: gone.length, names: gone } });
