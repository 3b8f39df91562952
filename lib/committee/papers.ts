import { chineseDay } from "../chinese/numerals.ts";
import { officeWords } from "../election/model.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { Law } from "../law/law.ts";
import type { SeatPlan } from "./rules.ts";
import type { LeaveReason, MeetingKind, Method, Position } from "./model.ts";

const paragraph = (text: string): NoticeBlock => ({ type: "paragraph", text });

/** The law's full name as papers cite it, with an article. */
export const lawWords = (law: Law, article2018: number, article2025: number): string =>
  `《中华人民共和国村民委员会组织法》第${chineseNumber(law.national === "CN-2018" ? article2018 : article2025)}条`;

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const chineseNumber = (value: number): string => {
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? "" : `${tens === 1 ? "" : (digits[tens] ?? "")}十`;
  return `${head}${digits[value % 10] ?? ""}`;
};

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

/** Notice 1: the election day (选举日). */
export const electionDayBlocks = (one: PaperCase, hours: { readonly from: string; readonly to: string; readonly venue: string } | null): readonly NoticeBlock[] => [
  paragraph(`根据${lawWords(one.law, 11, 14)}的规定，经研究决定，${one.village}${one.term}村民委员会换届选举的选举日为${chineseDay(one.electionDay)}。`),
  ...(hours === null ? [] : [paragraph(`投票时间为当日${hours.from}至${hours.to}，中心会场设在${hours.venue}。投票的具体时间和地点，以选举日前发布的公告为准。`)]),
  paragraph("请全体村民相互转告，按时参加选民登记、提名和投票，依法行使民主权利。"),
];

/** Notice 2: the election committee and how it was chosen. */
export const committeeBlocks = (
  one: PaperCase,
  meeting: { readonly kind: MeetingKind; readonly heldOn: string; readonly entitled: number; readonly present: number },
  members: readonly { readonly name: string; readonly position: Position }[],
): readonly NoticeBlock[] => [
  paragraph(`根据${lawWords(one.law, 12, 15)}的规定，${chineseDay(meeting.heldOn)}召开${meetingWords[meeting.kind]}，应到${meeting.entitled}，实到${meeting.present}，推选产生${one.village}${one.term}村民委员会换届选举的村民选举委员会。现将名单公布如下：`),
  {
    type: "names",
    groups: positionsIn(members).map((position) => ({
      title: positionWords[position],
      names: members.filter((member) => member.position === position).map((member) => ({ name: member.name, note: null })),
    })),
  },
  paragraph("村民选举委员会自即日起主持本村选举工作，至新老村民委员会工作移交完毕时止。"),
];

const positionsIn = (members: readonly { readonly position: Position }[]): readonly Position[] =>
  (["chair", "viceChair", "member"] as const).filter((position) => members.some((member) => member.position === position));

/** Notice 2-1: who left the election committee, why, and who stepped in. */
export const committeeChangeBlocks = (
  one: PaperCase,
  changes: readonly { readonly name: string; readonly reason: LeaveReason; readonly leftOn: string; readonly steppedIn: string | null }[],
  members: readonly { readonly name: string; readonly position: Position }[],
): readonly NoticeBlock[] => [
  ...changes.map((change) =>
    paragraph(
      `村民选举委员会成员${change.name}因${reasonWords[change.reason]}，自${chineseDay(change.leftOn)}起退出村民选举委员会。` +
        (change.steppedIn === null ? "" : `根据${lawWords(one.law, 12, 15)}的规定，按照原推选结果依次递补，由${change.steppedIn}递补为村民选举委员会成员。`),
    ),
  ),
  paragraph("变动后的村民选举委员会名单如下："),
  {
    type: "names",
    groups: positionsIn(members).map((position) => ({ title: positionWords[position], names: members.filter((member) => member.position === position).map((member) => ({ name: member.name, note: null })) })),
  },
];

/** When, where and with whom, as notices 3 and 7 ask it. */
export type Arrangement = { readonly from: string; readonly until: string; readonly place: string; readonly contact: string };

/** Notice 3: registration of voters (2025 law, Article 16). */
export const registrationBlocks = (one: PaperCase, arrangement: Arrangement): readonly NoticeBlock[] => [
  paragraph(`根据${lawWords(one.law, 13, 16)}的规定，现就${one.village}${one.term}村民委员会换届选举选民登记的有关事项公告如下：`),
  { type: "heading", text: "一、登记对象" },
  paragraph(`截至选举日（${chineseDay(one.electionDay)}）年满十八周岁，未被依法剥夺政治权利的下列人员：`),
  {
    type: "list", ordered: true,
    items: [
      "户籍在本村并且在本村居住的村民；",
      "户籍在本村，不在本村居住，本人表示参加选举的村民；",
      `户籍不在本村，在本村居住${one.law.values.voterCategoryThree === "livedOrVillageWork" ? "或者从事村务工作" : ""}一年以上，本人申请参加选举，并且经村民会议或者村民代表会议同意参加选举的公民。`,
    ],
  },
  paragraph("已在户籍所在村或者居住村登记参加选举的，不得再参加其他地方村民委员会的选举。"),
  { type: "heading", text: "二、登记时间和地点" },
  { type: "keyValues", rows: [{ key: "登记时间", value: `${chineseDay(arrangement.from)}至${chineseDay(arrangement.until)}` }, { key: "登记地点", value: arrangement.place }, { key: "联系人", value: arrangement.contact }] },
];

const methodWords: Readonly<Record<Method, string>> = {
  candidates: "先提名确定正式候选人，再由登记参加选举的村民投票选举",
  selfNomination: "由有意参选的村民自荐报名，再由登记参加选举的村民投票选举",
  combinedMeeting: "提名与投票合并进行，由登记参加选举的村民直接投票选举",
};

/** Notice 7: seats, method, and how to nominate. */
export const nominationMethodBlocks = (one: PaperCase, seats: readonly SeatPlan[], method: Method, arrangement: Arrangement): readonly NoticeBlock[] => [
  paragraph(`经村民会议或者村民代表会议讨论决定，${one.village}${one.term}村民委员会由${seats.reduce((sum, seat) => sum + seat.seats, 0)}人组成，${methodWords[method]}。现将有关事项公告如下：`),
  {
    type: "table", caption: "应选名额和候选人名额",
    columns: [{ title: "职务", align: "center", width: 2 }, { title: "应选名额", align: "center", width: 1 }, { title: "候选人名额", align: "center", width: 1 }],
    rows: seats.map((seat) => [seatWords(seat), String(seat.seats), method === "candidates" ? String(seat.seats + seat.margin) : "不限"]),
  },
  { type: "heading", text: "提名" },
  paragraph(`${one.law.values.nominators === "electors" ? "登记参加选举的村民" : "村党组织和登记参加选举的村民"}可以依照${lawWords(one.law, 15, 18)}的规定提名推荐候选人。候选人的名额应当多于应选名额。`),
  ...(one.law.values.candidateBars.length === 0 ? [] : [paragraph("被开除中国共产党党籍，因犯罪受过刑事处罚，利用宗族或者黑恶势力从事非法活动，组织或者参加非法宗教活动或者邪教活动的，不得作为候选人。")]),
  { type: "keyValues", rows: [{ key: "提名时间", value: `${chineseDay(arrangement.from)}至${chineseDay(arrangement.until)}` }, { key: "提名地点", value: arrangement.place }, { key: "联系人", value: arrangement.contact }] },
];
