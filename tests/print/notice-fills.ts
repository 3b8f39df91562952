import type { NoticeBlock } from "#lib/documents/models/notice.ts";
import type { NoticeCode } from "#lib/law/notice-set.ts";
import type { NoticeFill } from "#lib/notice/template.ts";

const names = (title: string, people: readonly string[]): NoticeBlock => ({ type: "names", groups: [{ title, names: people.map((name) => ({ name, note: null })) }] });
const table = (columns: readonly string[], rows: readonly (readonly string[])[], caption: string | null = null): NoticeBlock => ({
  type: "table", caption, columns: columns.map((title) => ({ title, align: "left", width: 1 })), rows: rows.map((row) => [...row]),
});
const say = (text: string): NoticeBlock => ({ type: "paragraph", text });
const arrangement = { from: "2026-03-15", until: "2026-03-20", place: "村委会一楼会议室", contact: "江国平 0574-12345678" };
const candidates = [names("主任候选人（应选1人）", ["江国平", "陈立群"]), names("委员候选人（应选3人）", ["林秀英", "周建设", "吴桂兰", "郑卫东"])];
const outcome = [
  say("登记参加选举的村民2407人，发出选票2290张，收回选票2288张，收回的选票不多于发出的选票，参加投票的村民超过登记参加选举的村民的半数，选举有效。"),
  table(["姓名", "得票", "是否当选"], [["江国平", "1502", "当选"], ["陈立群", "700", ""]], "主任（应选1人）"),
];

/** Something true to life for every notice that has a wording of its own. */
export const NOTICE_FILLS: Readonly<Partial<Record<NoticeCode, NoticeFill>>> = {
  electionDay: { values: { workFrom: "2026-03-01", approval: "临河县民政局", venue: "投票时间为当日08:00至15:00，中心会场设在村文化礼堂" } },
  electionDayChange: { values: { oldDay: "2026-04-18", newDay: "2026-04-25", reason: "台风影响，村道中断", approvedBy: "河西镇人民政府", approvedOn: "2026-04-10" } },
  electionCommittee: { values: { meeting: "2026年3月12日召开村民代表会议，应到54，实到50" }, parts: { members: [names("主任", ["江国平"]), names("成员", ["林秀英", "周建设"])] } },
  committeeChange: { values: {}, parts: { changes: [say("村民选举委员会成员周建设因近亲属被提名为村民委员会成员候选人，自2026年4月4日起退出村民选举委员会，由何志明递补。")], members: [names("成员", ["林秀英", "何志明"])] } },
  registration: { values: { ...arrangement, orVillageWork: "或者从事村务工作" } },
  voterListChange: { values: { total: 2409 }, parts: { changes: [{ type: "heading", text: "增加" }, { type: "list", ordered: true, items: ["赵铁柱（男，第三村民小组）"] }] } },
  objectionDecisions: { values: {}, parts: { decisions: [table(["申诉事项", "处理决定"], [["要求增加孙二妮", "经核实符合条件，予以增加"], ["要求去除钱三", "户籍在本村，不予去除"]])] } },
  representativesMeeting: { values: { heldOn: "2026-03-30", from: "09:00", until: "11:30", place: "各村民小组活动室", seats: "村民代表54名，每组组长1名", contact: "江国平 0574-12345678" } },
  representatives: { values: { heldOn: "2026-03-30", people: "第一村民小组：王建国、李秀英（女）、阿卜杜热合曼·买买提\n第二村民小组：张三、欧阳修", total: 5, women: 1 } },
  groupLeaders: { values: { heldOn: "2026-03-30", people: "第一村民小组：王建国（组长）、李秀英（副组长）\n第二村民小组：张三（组长）" } },
  nominationMethod: {
    values: { ...arrangement, decided: "经村民会议或者村民代表会议讨论决定，江家庄村第十三届村民委员会由5人组成，先提名确定正式候选人，再由登记参加选举的村民投票选举", nominators: "村党组织和登记参加选举的村民", bars: "被开除中国共产党党籍，因犯罪受过刑事处罚，利用宗族或者黑恶势力从事非法活动，组织或者参加非法宗教活动或者邪教活动的，不得作为候选人。" },
    parts: { seats: [table(["职务", "应选名额", "候选人名额"], [["主任", "1", "2"], ["委员", "3", "4"]])] },
  },
  nominees: { values: { order: "以姓氏笔画为序", objectionsUntil: "2026-04-08" }, parts: { nominees: candidates } },
  primaryMethod: {
    values: { voters: "村民代表会议全体成员", heldOn: "2026-04-08", hours: "09:00至11:00", place: "村文化礼堂", rules: "每一职务所选人数不得多于候选人名额，多选的该职务一栏无效。得票多的人选按候选人名额列为正式候选人。" },
    parts: { seats: candidates },
  },
  primaryResult: { values: { heldOn: "2026-04-08", attendance: "应到54人，实到50人，收回选票50张，其中无效票1张" }, parts: { votes: [table(["姓名", "得票", "结果"], [["江国平", "40", "入选"], ["陈立群", "31", "入选"]])] } },
  candidates: { values: { process: "提名推荐和资格审查", order: "以得票多少为序" }, parts: { candidates } },
  pollingPlaces: { values: { heldOn: "2026-04-18", from: "08:00", until: "15:00", countingPlace: "村文化礼堂", roaming: "09:00至11:00，自第一村民小组至第三村民小组" }, parts: { places: [table(["名称", "地点", "村民小组"], [["中心会场", "村文化礼堂", "全村"]])] } },
  staff: { values: {}, parts: { staff: [names("总监票人", ["孙宝库"]), names("计票人", ["李启程", "吴晓菊"])] } },
  roamingVoters: { values: {}, parts: { voters: [table(["姓名", "村民小组", "原因"], [["赵老太", "三", "卧病"]])] } },
  proxies: { values: {}, parts: { proxies: [table(["受委托人", "委托人"], [["郑海", "陈立、冯秀英"]])] } },
  scribes: { values: {}, parts: { scribes: [table(["投票人", "代写人"], [["钱老汉", "宋书琴"]])] } },
  invalidBallots: { values: { remark: "选票填写请用黑色水笔。" }, parts: { rules: [{ type: "list", ordered: true, items: ["同意的，在姓名右侧空格内画“〇”。", "多选的，该职务一栏无效。"] }] } },
  result: { values: { heldOn: "2026-04-18" }, parts: { outcome } },
  resultRevote: { values: { heldOn: "2026-04-18" }, parts: { outcome: [say("委员得票相同，将再次投票。")] } },
  resultRunoff: { values: { heldOn: "2026-04-18" }, parts: { outcome: [say("委员尚缺1名，将另行选举。")] } },
  resultNewVote: { values: { heldOn: "2026-04-18" }, parts: { outcome: [say("参加投票的村民未过半数，选举无效，将重新投票。")] } },
  resultFinal: { values: { heldOn: "2026-04-25" }, parts: { outcome } },
  supervisionCommittee: { values: { heldOn: "2026-04-20", meeting: "召开村民代表会议，应到54人，实到50人", people: "主任：王建国\n委员：李秀英（女）、张三" } },
  correction: { values: { oldNumber: "公告第10号《投票时间和地点公告》", oldDate: "2026-04-15", wrong: "投票时间为08:00至12:00。", right: "投票时间为08:00至15:00。\n其余安排不变。" } },
};
