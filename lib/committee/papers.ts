import { chineseDay } from "../chinese/numerals.ts";
import { officeWords } from "../election/model.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { Law } from "../law/law.ts";
import { lawWords, type NoticeFill } from "../notice/template.ts";
import type { SeatPlan } from "./rules.ts";
import type { MeetingKind } from "../meeting/kinds.ts";
import type { LeaveReason, Method, Position } from "./model.ts";

const paragraph = (text: string): NoticeBlock => ({ type: "paragraph", text });

/** Words of a seat on papers: 主任, 副主任, 委员, 妇女委员. */
export const seatWords = (seat: Pick<SeatPlan, "office" | "only">): string => (seat.only === "women" ? `妇女${officeWords[seat.office]}` : officeWords[seat.office]);

const meetingWords: Readonly<Record<MeetingKind, string>> = { assembly: "村民会议", representatives: "村民代表会议", groups: "各村民小组会议" };
const positionWords: Readonly<Record<Position, string>> = { chair: "主任", viceChair: "副主任", member: "成员", reserve: "候补成员" };
const reasonWords: Readonly<Record<LeaveReason, string>> = {
  resigned: "本人辞去职务",
  nominated: "本人被提名为村民委员会成员候选人",
  relativeNominated: "近亲属被提名为村民委员会成员候选人",
  absent: "不能履行职责",
  other: "其他原因出缺",
};

/** What the village's notices need to know of the case. */
export type PaperCase = { readonly village: string; readonly term: string; readonly electionDay: string; readonly law: Law };

/** When and where one votes, as far as it is known when the day is announced (notice 1). */
export const venueWords = (hours: { readonly from: string; readonly to: string; readonly venue: string } | null): string | null =>
  hours === null ? null : `投票时间为当日${hours.from}至${hours.to}，中心会场设在${hours.venue}`;

const positionsIn = (members: readonly { readonly position: Position }[]): readonly Position[] =>
  (["chair", "viceChair", "member"] as const).filter((position) => members.some((member) => member.position === position));

/** Members of the election committee by post. */
const membersBlock = (members: readonly { readonly name: string; readonly position: Position }[]): NoticeBlock => ({
  type: "names",
  groups: positionsIn(members).map((position) => ({
    title: positionWords[position],
    names: members.filter((member) => member.position === position).map((member) => ({ name: member.name, note: null })),
  })),
});

/** Notice 2: the election committee and how it was chosen. */
export const committeeFill = (
  meeting: { readonly kind: MeetingKind; readonly heldOn: string; readonly entitled: number; readonly present: number },
  members: readonly { readonly name: string; readonly position: Position }[],
): NoticeFill => ({
  values: { meeting: `${chineseDay(meeting.heldOn)}召开${meetingWords[meeting.kind]}，应到${meeting.entitled}，实到${meeting.present}` },
  parts: { members: [membersBlock(members)] },
});

/** Notice 2-1: who left the election committee, why, and who stepped in. */
export const committeeChangeFill = (
  one: PaperCase,
  changes: readonly { readonly name: string; readonly reason: LeaveReason; readonly leftOn: string; readonly steppedIn: string | null }[],
  members: readonly { readonly name: string; readonly position: Position }[],
): NoticeFill => ({
  values: {},
  parts: {
    changes: changes.map((change) =>
      paragraph(
        `村民选举委员会成员${change.name}因${reasonWords[change.reason]}，自${chineseDay(change.leftOn)}起退出村民选举委员会。` +
          (change.steppedIn === null ? "" : `根据${lawWords(one.law, 12, 15)}的规定，按照原推选结果依次递补，由${change.steppedIn}递补为村民选举委员会成员。`),
      ),
    ),
    members: members.length === 0 ? [] : [membersBlock(members)],
  },
});

/** When, where and with whom, as notices 3 and 7 ask it. */
export type Arrangement = { readonly from: string; readonly until: string; readonly place: string; readonly contact: string };

const arrangementValues = ({ from, until, place, contact }: Arrangement) => ({ from, until, place, contact });

/** Notice 3: registration of voters (2025 law, Article 16). */
export const registrationFill = (one: PaperCase, arrangement: Arrangement): NoticeFill => ({
  values: { ...arrangementValues(arrangement), orVillageWork: one.law.values.voterCategoryThree === "livedOrVillageWork" ? "或者从事村务工作" : null },
});

const methodWords: Readonly<Record<Method, string>> = {
  candidates: "先提名确定正式候选人，再由登记参加选举的村民投票选举",
  selfNomination: "由有意参选的村民自荐报名，再由登记参加选举的村民投票选举",
  combinedMeeting: "提名与投票合并进行，由登记参加选举的村民直接投票选举",
};

/** Notice 7: seats, method, and how to nominate. */
export const nominationMethodFill = (one: PaperCase, seats: readonly SeatPlan[], method: Method, arrangement: Arrangement): NoticeFill => ({
  values: {
    ...arrangementValues(arrangement),
    decided: `经村民会议或者村民代表会议讨论决定，${one.village}${one.term}村民委员会由${seats.reduce((sum, seat) => sum + seat.seats, 0)}人组成，${methodWords[method]}`,
    nominators: one.law.values.nominators === "electors" ? "登记参加选举的村民" : "村党组织和登记参加选举的村民",
    bars: one.law.values.candidateBars.length === 0 ? null : "被开除中国共产党党籍，因犯罪受过刑事处罚，利用宗族或者黑恶势力从事非法活动，组织或者参加非法宗教活动或者邪教活动的，不得作为候选人。",
  },
  parts: {
    seats: [{
      type: "table", caption: "应选名额和候选人名额",
      columns: [{ title: "职务", align: "center", width: 2 }, { title: "应选名额", align: "center", width: 1 }, { title: "候选人名额", align: "center", width: 1 }],
      rows: seats.map((seat) => [seatWords(seat), String(seat.seats), method === "candidates" ? String(seat.seats + seat.margin) : "不限"]),
    }],
  },
});
