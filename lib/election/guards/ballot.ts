import { closingFindings, openingFindings, proxyFindings, staffFindings, stationStaffFindings, stationSumFindings, supplyFindings } from "../../ballot/rules.ts";
import { finding } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { candidateListFinding, candidatesMeetingFindings } from "../../nomination/meeting-rules.ts";
import { auditFinding } from "../rules.ts";
import { failingOr, type Check } from "./check.ts";
import { changeFindings, leavingFindings } from "./committee.ts";
import type { GuardFacts, PollFact, StationFact } from "./facts.ts";
import { formalListInTime } from "./nomination.ts";
import { afterPosting, afterPostingCodes, listInTime } from "./roll.ts";
import { committeeCodes, committeeLawful, issued, needsCandidateList } from "./shared.ts";

/** Checks of one vote: none before there is a vote. */
const ofPoll =
  (find: (poll: PollFact, facts: GuardFacts, today: string) => readonly Finding[]): Check["find"] =>
  (facts, today) =>
    facts.poll === null ? [] : find(facts.poll, facts, today);

const received = (poll: PollFact): number => poll.accounts.reduce((sum, account) => sum + account.received, 0);

/** The room's own check before opening, and that stations got no more than was printed. */
const openingChecks = (poll: PollFact, { law }: GuardFacts, today: string): readonly Finding[] => [
  ...openingFindings({ ...poll.opening, today }, law), ...supplyFindings(received(poll), poll.opening.printed, law),
];

/** List and candidates in time, every change and decision told, nobody on the sheet who is gone, candidates met the villagers. */
const publishedFindings = (facts: GuardFacts, today: string): readonly Finding[] => [
  ...listInTime(facts, today), ...afterPosting(facts, today), ...formalListInTime(facts, today),
  ...(needsCandidateList(facts) && facts.poll?.number === 1 ? [candidateListFinding(facts.gone, facts.law)] : []),
  ...(facts.introduction === null || facts.poll?.number !== 1 ? [] : candidatesMeetingFindings(facts.introduction, today, facts.law)),
];

/** Staff named, told, and neither candidates nor near relatives of candidates (选举工作人员回避). */
function peopleFindings(poll: PollFact, facts: GuardFacts): readonly Finding[] {
  const { law } = facts;
  const staff = poll.staff.map((one, row) => ({ ...one, row }));
  return [
    finding("staffNotNamed", { law, ok: staff.length > 0, actual: { staff: staff.length }, required: "> 0" }),
    finding("staffNotAnnounced", { law, ok: staff.length === 0 || issued(facts, "staff"), actual: { staff: staff.length } }),
    ...stationStaffFindings(staff, poll.opening.stations, law),
    ...failingOr(staffFindings(staff, new Set(poll.candidates), facts.kin, law), finding("staffConflict", { law, ok: true, actual: { name: "" } })),
  ];
}

/** Every proxy (委托投票) as it stands now: somebody may have become a candidate since it was approved. */
function proxyChecks(poll: PollFact, { law }: GuardFacts): readonly Finding[] {
  const candidates = new Set(poll.candidates);
  const each = poll.proxies.flatMap((proxy) => proxyFindings(proxy, poll.proxies.filter((other) => other !== proxy), candidates, poll.heldOn, law));
  return failingOr(each, finding("proxyCap", { law, ok: true, actual: { holder: "", principal: "", held: 0, cap: law.values.proxyCap ?? 0 } }));
}

type Told = StationFact & { readonly issued: number; readonly spoiled: number; readonly left: number; readonly returned: number };

const hasTold = (account: StationFact): account is Told => account.issued !== null && account.spoiled !== null && account.left !== null && account.returned !== null;

/** Ballots of every station: received = issued + spoiled + left. */
function sumFindings(poll: PollFact, law: Law): readonly Finding[] {
  const told = poll.accounts.filter(hasTold).flatMap((account) => stationSumFindings(account, law));
  return failingOr(told, finding("ballotSumsDiffer", { law, ok: true, actual: { received: received(poll), issued: 0, spoiled: 0, left: 0, accounted: received(poll) } }));
}

/** Ballots equal to what was printed, every station heard, ended on its own day. */
function closingChecks(poll: PollFact, { law }: GuardFacts, today: string): readonly Finding[] {
  const sum = (pick: (account: StationFact) => number | null): number => poll.accounts.reduce((total, account) => total + (pick(account) ?? 0), 0);
  const open = poll.accounts.filter((account) => account.issued === null || account.returned === null).map((account) => account.name);
  const { printed, registered } = poll.opening;
  const rest = printed - received(poll);
  return [
    ...closingFindings(open, sum((account) => account.issued), sum((account) => account.returned), registered, law),
    ...sumFindings(poll, law),
    finding("printedNotSupplied", { law, ok: rest <= 0, actual: { printed, received: received(poll), rest: Math.max(rest, 0) }, required: "= 0" }),
    finding("pollsClosedLate", { law, ok: today <= poll.heldOn || (poll.state !== "open" && poll.state !== "preparing"), actual: { day: poll.heldOn, today } }),
  ];
}

/** Lists that must be posted as they stand: proxies, roaming boxes, scribes. */
const listCodes = [
  "proxyListNotPublished", "proxyListStale", "roamingNotProvided", "roamingNotApproved", "roamingStaffTooFew", "roamingListNotPublished", "roamingListStale", "scribeListNotPublished", "scribeListStale",
] as const;

export const ballotChecks: readonly Check[] = [
  {
    phase: "ballot", side: "entry", codes: ["auditNotPublished"], acts: ["openVote"],
    find: (facts, today) => [auditFinding({ publishedOn: facts.auditPublishedOn, electionDay: facts.poll?.heldOn ?? facts.electionDay }, today, facts.law)],
  },
  { phase: "ballot", side: "entry", codes: committeeCodes, acts: ["openVote"], find: committeeLawful },
  { phase: "ballot", side: "entry", codes: ["committeeMemberNominated", "committeeMemberRelativeNominated"], acts: ["openVote"], find: leavingFindings },
  { phase: "ballot", side: "entry", codes: ["committeeChangeNotAnnounced"], acts: ["openVote"], find: changeFindings },
  {
    phase: "ballot", side: "entry", acts: ["openVote"], find: publishedFindings,
    codes: ["listTooLate", ...afterPostingCodes, "candidateListTooLate", "candidateListStale", "candidatesMeetingMissing", "candidateNotIntroduced", "statementNotChecked", "candidatesMeetingOnDay"],
  },
  {
    phase: "ballot", side: "entry", acts: ["openVote"], find: ofPoll(openingChecks),
    codes: ["voteNotOnDay", "listNotPublished", "candidatesNotPublished", "stationsMissing", "placesNotPublished", "noPrintRun", "printedTooFew", "moreReceivedThanPrinted", ...listCodes],
  },
  { phase: "ballot", side: "entry", codes: ["staffNotNamed", "staffNotAnnounced", "stationStaffTooFew", "staffConflict"], acts: ["openVote"], find: ofPoll(peopleFindings) },
  {
    phase: "ballot", side: "entry", acts: ["openVote"], find: ofPoll(proxyChecks),
    codes: ["proxyTooLate", "proxyPrincipalTwice", "proxyHolderIsCandidate", "proxyHolderNotRelative", "proxyChain", "proxyCap"],
  },
  { phase: "ballot", side: "exit", codes: ["accountsOpen", "recovered", "turnout", "ballotSumsDiffer", "printedNotSupplied", "pollsClosedLate"], acts: ["closeVote"], find: ofPoll(closingChecks) },
];
