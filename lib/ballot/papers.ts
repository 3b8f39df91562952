import type { DocumentData } from "../documents/kinds.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import { officeWords } from "../election/model.ts";
import { OFFICES } from "../law/parameters.ts";
import type { NoticeFill } from "../notice/template.ts";
import type { StaffRole } from "./model.ts";
import type { SheetContest, StationLine, VoteOverview } from "./queries.ts";

const paragraph = (text: string): NoticeBlock => ({ type: "paragraph", text });

/** Words of an office on a sheet: 主任, 副主任, 委员, 妇女委员. */
export function contestWords(contest: Pick<SheetContest, "office" | "only">): string {
  const office = OFFICES.find((known) => known === contest.office) ?? "member";
  return contest.only === "women" ? `妇女${officeWords[office]}` : officeWords[office];
}

/** Rules for filling in a sheet, as printed on it and posted as notice 15. */
export const fillingRules = (contests: readonly SheetContest[]): readonly string[] => [
  "同意的，在姓名右侧空格内画“〇”；不画任何符号的，视为对该职务弃权。",
  `每个职务所选人数，等于或者少于应选人数的有效，多于应选人数的，该职务一栏无效：${contests.map((contest) => `${contestWords(contest)}应选 ${contest.seats} 人`).join("，")}。`,
  "另选他人的，在空格内写明姓名并画“〇”。同名的，请注明村民小组或者出生年份。",
  "同一人只选一个职务；符号、字迹无法辨认的，该职务一栏无效。",
];

const voteKindOf = (kind: string): DocumentData<"ballot">["kind"] => (kind === "revote" || kind === "runoff" || kind === "newVote" ? kind : "regular");

/** The sheet (选票) with all offices of a vote. */
export function ballotPaper(vote: VoteOverview, head: { readonly village: string; readonly term: string }, colour: string): DocumentData<"ballot"> {
  return {
    ...head,
    kind: voteKindOf(vote.kind),
    electionDay: vote.heldOn,
    colour,
    offices: vote.contests.map((contest) => ({
      title: contestWords(contest),
      seats: contest.seats,
      candidates: contest.candidates.map((candidate) => candidate.name),
      // A re-vote is among the tied alone; nobody else can be written in.
      writeIns: vote.kind === "revote" ? 0 : contest.seats,
    })),
    instructions: [...fillingRules(vote.contests)].filter((_, index) => vote.kind !== "revote" || index !== 2),
    station: null,
    serials: null,
  };
}

/** The colour (票色) on a proof sheet while no print run has settled it. */
export const openColour = "待定";

/** The order (选票印制通知单) of one print run. */
export function printOrder(vote: VoteOverview, run: VoteOverview["printRuns"][number], head: { readonly village: string; readonly term: string; readonly date: string; readonly proof: DocumentData<"printRun">["proof"] }): DocumentData<"printRun"> {
  const { village } = head;
  return {
    ...head,
    kind: voteKindOf(vote.kind),
    electionDay: vote.heldOn,
    runNumber: `第 ${vote.printRuns.findIndex((one) => one.id === run.id) + 1} 印次`,
    ballotName: `一票制选票（${vote.contests.map(contestWords).join("、")}）`,
    colour: run.colour,
    quantity: run.quantity,
    serials: { from: run.serialFrom, to: run.serialTo },
    registered: vote.registered,
    // What the stations got comes out of all runs together, so it belongs to an order only when that is the only one.
    allocation: vote.printRuns.length > 1 ? [] : vote.stations.flatMap((station) => (station.account === null ? [] : [{ station: station.name, quantity: station.account.received }])),
    issuer: `${village}村民选举委员会`,
  };
}

const groupWords = (groups: readonly number[]): string => (groups.length === 0 ? "全村" : groups.map((group) => `第${group}`).join("、") + "村民小组");

/** Notice 10: when and where one votes. */
export const pollingPlacesFill = (place: { readonly heldOn: string; readonly from: string; readonly to: string; readonly countingPlace: string; readonly roaming: string | null }, stations: readonly StationLine[]): NoticeFill => ({
  values: { heldOn: place.heldOn, from: place.from, until: place.to, countingPlace: place.countingPlace, roaming: place.roaming },
  parts: {
    places: [{
      type: "table", caption: "投票地点",
      columns: [{ title: "名称", align: "left", width: 2 }, { title: "地点", align: "left", width: 3 }, { title: "村民小组", align: "left", width: 3 }],
      rows: stations.map((station) => [`${station.name}${station.main ? "（中心会场）" : ""}`, station.place, groupWords(station.groups)]),
    }],
  },
});

const staffWords: Readonly<Record<StaffRole, string>> = { chiefScrutineer: "总监票人", scrutineer: "监票人", roamingScrutineer: "流动票箱监票人", issuer: "发票人", caller: "唱票人", teller: "计票人", scribe: "代写员" };

/** Notice 11: polling staff, by task. */
export const staffFill = (staff: readonly { readonly role: StaffRole; readonly name: string }[]): NoticeFill => ({
  values: {},
  parts: {
    staff: [{
      type: "names",
      groups: [...new Set(staff.map((one) => one.role))].map((role) => ({ title: staffWords[role], names: staff.filter((one) => one.role === role).map((one) => ({ name: one.name, note: null })) })),
    }],
  },
});

/** Notice 13: who votes for whom. */
export const proxiesFill = (proxies: readonly { readonly holderName: string; readonly principalName: string }[]): NoticeFill => {
  const holders = [...new Set(proxies.map((proxy) => proxy.holderName))];
  const list: NoticeBlock = {
    type: "table", caption: null,
    columns: [{ title: "受委托人", align: "left", width: 1 }, { title: "委托人", align: "left", width: 3 }],
    rows: holders.map((holder) => [holder, proxies.filter((proxy) => proxy.holderName === holder).map((proxy) => proxy.principalName).join("、")]),
  };
  const said = proxies.length === 0 ? "本次选举没有委托投票。" : "下列村民在选举期间外出，已书面委托他人代为投票，经村民选举委员会审核同意：";
  return { values: {}, parts: { proxies: [paragraph(said), ...(proxies.length === 0 ? [] : [list])] } };
};

/** Notice 15: what makes a ballot or one of its blocks invalid. */
export const ballotRulesFill = (contests: readonly SheetContest[], remark: string | null): NoticeFill => ({
  values: { remark },
  parts: {
    rules: [{ type: "list", ordered: true, items: [...fillingRules(contests), "不是本次统一印制并加盖公章的选票，或者全部栏目无效的选票，整张无效。", "难以认定的选票，由村民选举委员会在公开唱票前讨论决定。"] }],
  },
});
