import { finding, type FindingCode } from "../../law/catalogue.ts";
import type { Finding } from "../../law/finding.ts";
import { compositionFindings, decisionFinding, quorumFindings } from "../../meeting/rules.ts";
import type { CaseFacts } from "../progress-facts.ts";
import type { GuardFacts, MeetingFact } from "./facts.ts";

const yesNo = (yes: boolean): "yes" | "no" => (yes ? "yes" : "no");

/** Whether a notice of a kind is out. */
export const issued = (facts: Pick<CaseFacts, "notices">, code: string): boolean => facts.notices.some((notice) => notice.code === code);

/** A notice that must be out before a step. */
export const noticeFinding = (facts: CaseFacts, code: FindingCode, notice: string, actual: Finding["actual"] = {}): Finding =>
  finding(code, { law: facts.law, ok: issued(facts, notice), actual });

/** Whether there is an election committee (村民选举委员会) at all, with a chair (2025 law, Article 15): the block of two phases. */
export function committeeThere(facts: Pick<CaseFacts, "committee" | "law">, meeting = true): readonly Finding[] {
  const { serving, chair } = facts.committee;
  const { law } = facts;
  return [
    finding("committeeNotChosen", { law, ok: serving > 0 && meeting, actual: { members: serving, meeting: yesNo(meeting) }, required: "> 0" }),
    finding("committeeNoChair", { law, ok: chair, actual: { members: serving }, required: "= 1" }),
  ];
}

/** Quorum and composition of a recorded meeting, and its decision where one was put to the vote. */
function meetingFindings(meeting: MeetingFact | null, facts: GuardFacts): readonly Finding[] {
  if (meeting === null) return [];
  const { decision } = meeting;
  return [...quorumFindings(meeting, facts.law), ...compositionFindings(meeting, facts.law), ...(decision === null ? [] : [decisionFinding(meeting, decision, "inFavour", facts.law)])];
}

/** What those checks of a meeting can find. */
export const meetingCodes = ["committeeQuorum", "groupQuorum", "representativesComposition", "womenRepresentatives", "meetingNotDecided"] as const;

export const committeeCodes = ["committeeNotChosen", "committeeNoChair", ...meetingCodes] as const;

/** Whether the election committee was lawfully chosen: there, with a chair, by a meeting with its quorum. */
export const committeeLawful = (facts: GuardFacts): readonly Finding[] => [...committeeThere(facts, facts.chosenBy !== null), ...meetingFindings(facts.chosenBy, facts)];

/** Whether the seats (职数) are there: the block of the nomination. */
export function seatsThere(facts: Pick<CaseFacts, "seats" | "law">, meeting = true): Finding {
  const seats = facts.seats.reduce((sum, seat) => sum + seat.seats, 0);
  const { membersMin: min, membersMax: max } = facts.law.values;
  return finding("seatsNotDecided", { law: facts.law, ok: seats > 0 && meeting, actual: { seats, min, max, meeting: yesNo(meeting) }, required: "> 0" });
}

/** Whether seats and method were decided by a meeting with its quorum and majority (2025 law, 26, 30). */
export const seatsLawful = (facts: GuardFacts): readonly Finding[] => [seatsThere(facts, facts.decidedBy !== null), ...meetingFindings(facts.decidedBy, facts)];

/** Whether the list (参加选举的村民名单) is out: the block of the vote. */
export const listOut = (facts: Pick<CaseFacts, "roll" | "law">): Finding =>
  finding("listNotPublished", { law: facts.law, ok: facts.roll.publishedOn !== null, actual: { registered: facts.roll.publishedTotal ?? 0 } });

/** Where nomination and vote are one meeting (提名与投票合并进行), no formal list is published before the vote. */
export const needsCandidateList = (facts: Pick<CaseFacts, "method">): boolean => facts.method !== "combinedMeeting";

/** Whether the formal candidates (正式候选人) are out: the block of the vote. */
export const candidatesOut = (facts: Pick<CaseFacts, "notices" | "method" | "law">): Finding =>
  finding("candidatesNotPublished", { law: facts.law, ok: !needsCandidateList(facts) || issued(facts, "candidates") });

/** Whether the first vote is over: the block of the count. Votes that follow have their own day. */
export function pollsClosed(facts: Pick<CaseFacts, "votes" | "law">): Finding {
  const first = facts.votes.find((vote) => vote.kind === "regular");
  return finding("pollsNotClosed", { law: facts.law, ok: first !== undefined && first.state !== "preparing" && first.state !== "open" });
}

/** No error among findings: nothing keeps a phase from beginning. */
export const unhindered = (findings: readonly Finding[]): boolean => findings.every((one) => one.ok || one.severity !== "error");
