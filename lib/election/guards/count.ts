import { certificateDeadline, handoverDeadline } from "../../calendar/deadlines.ts";
import { finding } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import type { Check } from "./check.ts";
import type { CountFact, GuardFacts, PollFact } from "./facts.ts";
import { pollsClosed } from "./shared.ts";

/** Whether the boxes may be opened: polls closed, every station heard. */
function boxesFindings(facts: GuardFacts): readonly Finding[] {
  const { poll, law } = facts;
  if (poll === null) return [pollsClosed(facts)];
  const open = poll.accounts.filter((account) => account.returned === null).map((account) => account.name);
  return [
    finding("pollsNotClosed", { law, ok: poll.state !== "preparing" && poll.state !== "open" }),
    finding("accountsOpen", { law, ok: poll.accounts.length > 0 && open.length === 0, actual: { stations: open } }),
  ];
}

const ofCount =
  (find: (count: CountFact, poll: PollFact, facts: GuardFacts, today: string) => readonly Finding[]): Check["find"] =>
  (facts, today) =>
    facts.count === null || facts.poll === null ? [] : find(facts.count, facts.poll, facts, today);

/** Whether the count is over: every bundle settled by two entries, every written-in name seen by two people. */
function countedFindings(count: CountFact, poll: PollFact, { law }: GuardFacts): readonly Finding[] {
  const returned = poll.accounts.reduce((sum, account) => sum + (account.returned ?? 0), 0);
  return [
    finding("countNotClosed", { law, ok: count.bundles > 0 && count.openBundles === 0, actual: { bundles: count.bundles, open: count.openBundles }, required: "= 0" }),
    finding("namesNotConfirmed", { law, ok: count.unconfirmedNames === 0, actual: { count: count.unconfirmedNames }, required: "= 0" }),
    finding("ballotsCountedDiffer", { law, ok: count.bundles === 0 || count.papers === returned, actual: { papers: count.papers, returned }, required: `${count.papers} = ${returned}`, fields: ["differenceReason"] }),
  ];
}

/** Whether computing again gives the same result, and whether it is announced on the spot (当场公布, 2025 law, Article 18). */
function announcingFindings(count: CountFact, poll: PollFact, { law }: GuardFacts, today: string): readonly Finding[] {
  const { determination } = count;
  if (determination === null) return [];
  const on = determination.announcedOn ?? today;
  return [
    finding("determinationDiffers", { law, ok: determination.recomputes }),
    finding("resultNotOnTheSpot", { law, ok: on <= poll.heldOn, actual: { day: poll.heldOn, today: on }, required: `${on} = ${poll.heldOn}` }),
  ];
}

const announcedFinding = ({ determination }: CountFact, { law }: GuardFacts): Finding => finding("resultNotAnnounced", { law, ok: determination !== null && determination.announcedOn !== null });

/** What certificates (当选证书) and handover (工作移交) ask: a complete election, announced; within their days. */
function endingFindings(count: CountFact, facts: GuardFacts, today: string): readonly Finding[] {
  const { law, certificates } = facts;
  const { determination } = count;
  const announcedOn = determination?.announcedOn ?? null;
  if (determination === null || announcedOn === null) return [];
  const [certificatesBy, handoverBy] = [certificateDeadline(announcedOn, law), handoverDeadline(announcedOn, law)];
  return [
    finding("electionNotComplete", { law, ok: determination.next === "none" || determination.next === "meetingDecides", actual: { next: determination.next } }),
    finding("certificatesLate", {
      law, ok: certificates > 0 || today <= certificatesBy, actual: { announcedOn, days: law.values.certificateDays, deadline: certificatesBy, today }, required: `<= ${certificatesBy}`,
    }),
    finding("handoverDue", { law, ok: today <= handoverBy, actual: { announcedOn, days: law.values.handoverDays, deadline: handoverBy, today }, required: `<= ${handoverBy}` }),
  ];
}

export const countChecks: readonly Check[] = [
  { phase: "count", side: "entry", codes: ["pollsNotClosed", "accountsOpen"], acts: ["beginCount", "determine"], find: boxesFindings },
  { phase: "count", side: "exit", codes: ["countNotClosed", "namesNotConfirmed", "ballotsCountedDiffer"], acts: ["determine"], find: ofCount(countedFindings) },
  { phase: "count", side: "exit", codes: ["determinationDiffers", "resultNotOnTheSpot"], acts: ["announceResult"], find: ofCount(announcingFindings) },
  { phase: "count", side: "exit", codes: ["resultNotAnnounced"], acts: ["openFollowingVote", "issueCertificates"], find: ofCount((count, _poll, facts) => [announcedFinding(count, facts)]) },
  { phase: "count", side: "exit", codes: ["electionNotComplete", "certificatesLate", "handoverDue"], acts: ["issueCertificates"], find: ofCount((count, _poll, facts, today) => endingFindings(count, facts, today)) },
];
