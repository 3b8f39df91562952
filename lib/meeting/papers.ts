import { chineseDay, chineseNumeral } from "../chinese/numerals.ts";
import { daysBetween } from "../calendar/day.ts";
import type { ApplicationGround } from "#lib/roll/entry/evidence.ts";
import type { MeetingMinutesData } from "../documents/models/meeting-minutes.ts";
import { citationWords } from "../i18n/citation.ts";
import type { Law } from "../law/law.ts";
import {
  hasQuorum, leastComposition, meetingCitation, noticeKept, noticeRule, compositionRules, decisionRule, quorumOf, quorumRule, representativesCitation, representativesComposition,
} from "../law/meeting.ts";
import { leastMajority } from "../law/thresholds.ts";
import type { Citation } from "../law/finding.ts";
import type { Position } from "../committee/model.ts";
import { attendanceOf } from "./attendance.ts";
import type { Caller, MeetingKind, Subject } from "./kinds.ts";
import type { MeetingView, ResolutionLine } from "./queries.ts";
import { passes, presentAt, type MeetingRecord } from "./rules.ts";

const kindWords: Readonly<Record<MeetingKind, string>> = { assembly: "村民会议", representatives: "村民代表会议", groups: "各村民小组会议" };
const callerWords: Readonly<Record<Caller, string>> = {
  villagersCommittee: "村民委员会", onVillagersRequest: "村民委员会（经村民提议）", onRepresentativesRequest: "村民委员会（经村民代表提议）", groupLeaders: "村民小组组长", other: "其他",
};
const subjectWords: Readonly<Record<Subject, string>> = {
  seatsAndMethod: "确定职数和选举方式", admitVoters: "同意户籍不在本村的人员登记参加选举", workPlan: "选举工作方案", staff: "选举工作人员", roamingBoxes: "设置流动票箱", leaveVacant: "不足的名额暂缺", other: "其他事项",
};
const groundWords: Readonly<Record<ApplicationGround, string>> = {
  lived: "在本村居住", villageWork: "从事村务工作", marriedIn: "婚后居住在配偶户籍所在村", collectiveRights: "原村民，依法享有集体经济权益", formerFarmHousehold: "原为本村农业户籍，仍在本村居住或者工作", workedHere: "在本村工作", talents: "自愿到村工作和生活的优秀人才",
};
const positionWords: Readonly<Record<Position, string>> = { chair: "主任", viceChair: "副主任", member: "成员", reserve: "候补成员" };

/** A comparison as papers write it: 3×50 ≥ 2×54. */
const compared = (rule: string): string => rule.replaceAll(" x ", "×").replaceAll(">=", "≥");

const cited = (citation: Citation): string => citationWords(citation, "zh-CN");

type Check = MeetingMinutesData["checks"][number];

/** What the law asked of the meeting, each with its comparison and article. */
function checksOf(record: MeetingRecord, law: Law): readonly Check[] {
  const { kind, entitled, representatives, womenRepresentatives, noticeOn, heldOn } = record;
  const attendance = attendanceOf(record);
  const quorum: readonly Check[] =
    kind === "groups"
      ? [{ ok: record.groups.every((group) => hasQuorum(attendanceOf({ ...record, ...group }))), text: "各村民小组分别计算法定人数，见上表。", citation: cited(meetingCitation("group", law.national)) }]
      : [{ ok: hasQuorum(attendance), text: `到会至少须有${quorumOf(attendance)}，实到${record.present}（${compared(quorumRule(attendance))}）。`, citation: cited(meetingCitation(kind, law.national)) }];
  const least = leastComposition(entitled);
  const composition: readonly Check[] = representatives === null || womenRepresentatives === null ? [] : compositionChecks(record, representatives, womenRepresentatives, least, law);
  const rule = noticeRule(kind === "groups" ? "group" : kind, law);
  const notice: readonly Check[] = rule === null || noticeOn === null ? [] : [{ ok: noticeKept(noticeOn, heldOn, rule.days), text: `提前${daysBetween(noticeOn, heldOn)}日通知，应当提前${rule.days}日。`, citation: cited(rule.citation) }];
  return [...quorum, ...composition, ...notice];
}

function compositionChecks({ entitled }: MeetingRecord, representatives: number, women: number, least: { readonly representatives: number; readonly women: number }, law: Law): readonly Check[] {
  const made = representativesComposition(entitled, representatives, women);
  const rules = compositionRules(entitled, representatives, women);
  const citation = cited(representativesCitation(law.national));
  return [
    { ok: made.enoughRepresentatives, text: `组成人员${entitled}人中村民代表${representatives}人，至少须有${least.representatives}人（${compared(rules.representatives)}）。`, citation },
    { ok: made.enoughWomen, text: `组成人员${entitled}人中妇女村民代表${women}人，至少须有${least.women}人（${compared(rules.women)}）。`, citation },
  ];
}

function factsOf({ record, complete }: MeetingView): MeetingMinutesData["facts"] {
  if (!complete) return [];
  const { calledBy, requestedBy, requestBase, noticeOn, presidedBy, recordedBy } = record;
  const asked = requestedBy === null || requestBase === null ? "" : `，${requestBase}人中${requestedBy}人提议`;
  return [
    { key: "召集人", value: `${callerWords[calledBy]}${asked}` },
    ...(noticeOn === null ? [] : [{ key: "通知日期", value: chineseDay(noticeOn) }]),
    { key: "主持人", value: presidedBy },
    { key: "记录人", value: recordedBy },
  ];
}

function resolutionOf(meeting: MeetingView, resolution: ResolutionLine, law: Law): MeetingMinutesData["resolutions"][number] {
  const { record } = meeting;
  const { subject, text, groupNumber, yes, no, abstain, admissions } = resolution;
  const present = presentAt(record, groupNumber) ?? 0;
  return {
    title: subjectWords[subject], text, group: groupNumber === null ? null : `第${chineseNumeral(groupNumber)}村民小组`, yes, no, abstain,
    result: {
      ok: passes(record, resolution), citation: cited(meetingCitation(record.kind === "groups" ? "group" : record.kind, law.national)),
      text: `到会${present}，至少须有${leastMajority(present)}票赞成，得赞成${yes}票（${compared(decisionRule(yes, present))}）。`,
    },
    people: admissions.map((person) => ({ name: person.name, note: `${groundWords[person.ground]}，自${chineseDay(person.since)}起，${chineseDay(person.appliedOn)}申请` })),
  };
}

/** What the paper needs to know of the case besides the meeting. */
export type MinutesCase = { readonly village: string; readonly term: string; readonly law: Law; readonly date: string; readonly proof: MeetingMinutesData["proof"] };

/** The minutes of a recorded meeting (会议记录). */
export function meetingMinutes(meeting: MeetingView, { village, term, law, date, proof }: MinutesCase): MeetingMinutesData {
  const { record } = meeting;
  return {
    village, term, title: `${kindWords[record.kind]}记录`, heldOn: record.heldOn, place: record.place, facts: factsOf(meeting), date, proof,
    attendance: {
      unit: record.basis === "households" ? "户" : "人", entitled: record.entitled, present: record.present,
      groups: record.groups.map((group) => {
        const attendance = attendanceOf({ ...record, ...group });
        return { group: group.groupNumber, entitled: group.entitled, present: group.present, least: quorumOf(attendance), ok: hasQuorum(attendance) };
      }),
    },
    checks: [...checksOf(record, law)],
    summary: record.minutes === "" ? null : record.minutes,
    chosen: (meeting.chosen ?? []).map((one) => ({ name: one.name, sex: one.sex, position: positionWords[one.position], votes: one.votes, note: one.chosenByGroup === null ? null : `第${chineseNumeral(one.chosenByGroup)}村民小组推选` })),
    resolutions: meeting.resolutions.map((resolution) => resolutionOf(meeting, resolution, law)),
    corrects: meeting.correctsId === null ? null : meeting.correctionReason === null ? "本记录更正了以前的登记" : `本记录更正了以前的登记：${meeting.correctionReason}`,
    superseded: meeting.correctedById !== null,
    signers: ["主持人", "记录人", ...(record.kind === "groups" ? ["村民小组组长", "村民小组组长"] : ["村民代表", "村务监督委员会"])],
  };
}
