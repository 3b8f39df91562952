import type { DocumentData, DocumentKind } from "#lib/documents/kinds.ts";
import { cheatSheet } from "#lib/help/cheat-sheet.ts";
import { controlSheet, planChart } from "#lib/plan/papers.ts";
import { midway, wordsIn } from "#tests/support/plan.ts";

const proof = { fingerprint: "ABCDEFGHIJKLMNOP2345", qr: "https://example.test/v/1/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST" };
const head = { village: "蒋家庄村", term: "第十二届" };
const issuer = "蒋家庄村第十二届村民选举委员会";
const electionDay = "2026-04-18";
const made = "第1号导出　王秀英　2026-04-17 09:05";

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = "建国秀英桂兰志强玉梅海燕文斌春花德福晓东丽华永康国庆红霞立新";

/** A made-up name for a number; the same number gives the same name. */
export function sampleName(number: number): string {
  const surname = SURNAMES.charAt(number % SURNAMES.length);
  const first = GIVEN.charAt((number * 7) % GIVEN.length);
  const second = number % 5 === 0 ? "" : GIVEN.charAt((number * 11 + 3) % GIVEN.length);
  return surname + first + second;
}

const GROUP_SIZES = [301, 298, 304, 299, 303, 300, 302, 300] as const;
const GROUP_TITLES = "一二三四五六七八";

/** A roll of 2,407 voters in eight groups, as large as the example village's. */
export function bigVoterList(): DocumentData<"voterList"> {
  let number = 0;
  const groups = GROUP_SIZES.map((size, index) => ({
    title: `第${GROUP_TITLES.charAt(index)}村民小组`,
    voters: Array.from({ length: size }, () => {
      number += 1;
      return { name: sampleName(number), sex: number % 2 === 0 ? ("male" as const) : ("female" as const), birthYear: 1940 + (number % 68) };
    }),
  }));
  return {
    ...head, number: "4", issuer, title: "关于公布参加选举的村民名单的公告", electionDay,
    objectionsUntil: "2026-03-04", date: "2026-02-27", paper: "a4", groups, proof,
  };
}

const chair = { title: "主任", seats: 1, candidates: ["蒋建国", "王秀英"], writeIns: 1 };
const vice = { title: "副主任", seats: 1, candidates: ["李志强", "赵玉梅"], writeIns: 1 };
const member = { title: "委员", seats: 3, candidates: ["陈海燕", "刘文斌", "周春花", "孙德福"], writeIns: 3 };

const contests = [
  { title: "主任", seats: 1, valid: 2250, abstain: 20, invalid: 6, people: [
    { name: "蒋建国", note: null, votes: 1305 }, { name: "王秀英", note: null, votes: 932 }, { name: "黄德福", note: "另选他人", votes: 13 }] },
  { title: "委员", seats: 2, valid: 2251, abstain: 18, invalid: 7, people: [
    { name: "陈海燕", note: null, votes: 1402 }, { name: "刘文斌", note: null, votes: 1140 }, { name: "周春花", note: null, votes: 981 }] },
];

/** One lawful example of every paper. */
export const SAMPLES: { readonly [Kind in DocumentKind]: DocumentData<Kind> } = {
  notice: {
    number: "10", issuer, title: "关于投票时间和地点的公告", salutation: "全体村民", correctsNumber: null, date: "2026-04-15", proof,
    body: [
      { type: "paragraph", text: "依照《中华人民共和国村民委员会组织法》第十八条的规定，经村民选举委员会研究决定，现将本届村民委员会选举的投票时间和地点公告如下。" },
      { type: "heading", text: "一、投票时间" },
      { type: "paragraph", text: "2026年4月18日上午8时至下午4时。过时不再发票。" },
      { type: "heading", text: "二、投票地点" },
      { type: "table", caption: "中心会场和投票站", columns: [{ title: "名称", align: "left", width: 2 }, { title: "地点", align: "left", width: 3 }, { title: "选民人数", align: "right", width: 1 }],
        rows: [["中心会场", "村部大院", "603"], ["第一投票站", "老祠堂", "902"], ["第二投票站", "小学操场", "902"]] },
      { type: "heading", text: "三、注意事项" },
      { type: "list", ordered: true, items: ["凭参选证或者身份证领取选票，一人一票；受委托人凭委托投票证明代领。", "在秘密写票处填写选票，任何人不得围观、干预。", "不能填写的，可以请代写员代写。"] },
      { type: "keyValues", rows: [{ key: "联系人", value: "蒋永康" }, { key: "联系电话", value: "0577-12345678" }] },
      { type: "names", groups: [{ title: "监票人", names: [{ name: "张丽华", note: "女" }, { name: "罗国庆", note: null }, { name: "阿卜杜热合曼·买买提明", note: null }, { name: "何新", note: null }] },
        { title: "唱票人", names: [{ name: "马立新", note: null }, { name: "林红霞", note: "女" }] }] },
    ],
  },
  voterList: { ...bigVoterList(), groups: bigVoterList().groups.slice(0, 2).map((group) => ({ ...group, voters: group.voters.slice(0, 60) })) },
  ballot: {
    ...head, kind: "regular", electionDay, colour: "白色", offices: [chair, vice, member], station: null, serials: null,
    instructions: [
      "同意的，在候选人姓名右侧的格内画“○”；不同意的，画“×”；不画任何符号为弃权。",
      "另选他人的，在“另选他人”栏写清姓名，并在右侧格内画“○”。",
      "每个职务所选人数等于或者少于应选人数的有效，多于应选人数的该职务无效。",
      "同一人不得同时选为两个职务。",
      "字迹无法辨认、未加盖村民选举委员会公章的，为无效票。",
    ],
  },
  printRun: {
    ...head, kind: "regular", electionDay, runNumber: "1", ballotName: "一票制选票（主任、副主任、委员）", colour: "白色", quantity: 2450,
    serials: { from: 1, to: 2450 }, registered: 2407, issuer, date: "2026-04-14", proof,
    allocation: [{ station: "中心会场", quantity: 620 }, { station: "第一投票站", quantity: 915 }, { station: "第二投票站", quantity: 915 }],
  },
  tallySheet: { ...head, kind: "regular", electionDay, scope: "全部票捆", contests, date: electionDay, proof },
  resultReport: {
    ...head, township: "青山镇", kind: "regular", electionDay, law: "村民委员会组织法（2025年修订）",
    registered: 2407, issued: 2290, returned: 2288, spoiled: 4, left: 156, invalid: 12,
    validity: { ok: true, text: "收回选票2288张，不多于发出的2290张；参加投票的超过登记人数2407人的一半。", citation: "村民委员会组织法第十八条" },
    contests: contests.map((contest, at) => ({ ...contest, people: contest.people.map((person, rank) => ({
      ...person, sex: rank % 2 === 0 ? ("male" as const) : ("female" as const), elected: at === 0 ? rank === 0 : rank === 0 })) })),
    elected: [{ office: "主任", name: "蒋建国", sex: "male", votes: 1305 }, { office: "委员", name: "陈海燕", sex: "female", votes: 1402 }],
    vacant: [{ office: "委员", seats: 1 }],
    nextStep: { text: "不足的名额另行选举，候选人为第一次投票未当选得票多的刘文斌、周春花。", citation: "村民委员会组织法第十八条" },
    remarks: ["票号07-23疑难票经村民选举委员会认定为有效。"], issuer, date: electionDay, proof,
  },
  meetingMinutes: {
    ...head, title: "村民代表会议记录", heldOn: "2026-03-12", place: "村委会会议室", date: "2026-03-12", proof,
    facts: [{ key: "召集人", value: "村民委员会" }, { key: "通知日期", value: "2026年3月5日" }, { key: "主持人", value: "蒋建国" }, { key: "记录人", value: "王秀英" }],
    attendance: { unit: "人", entitled: 54, present: 50, groups: [] },
    checks: [
      { ok: true, text: "到会至少须有36，实到50（3×50 ≥ 2×54）。", citation: "《村民委员会组织法(2025)》第30条" },
      { ok: true, text: "组成人员54人中妇女村民代表18人，至少须有18人（3×18 ≥ 54）。", citation: "《村民委员会组织法(2025)》第29条" },
    ],
    summary: "听取换届工作方案的说明。\n讨论并表决两项决议。", chosen: [{ name: "江国平", sex: "male", position: "主任", votes: 48, note: null }],
    resolutions: [
      { title: "选举工作方案", text: "同意本届村民委员会换届选举工作方案。", group: null, yes: 26, no: 14, abstain: 10, people: [], result: { ok: true, text: "到会50，至少须有26票赞成，得赞成26票（2×26 > 50）。", citation: "《村民委员会组织法(2025)》第30条" } },
      { title: "同意户籍不在本村的人员登记参加选举", text: "同意下列人员登记参加选举。", group: null, yes: 25, no: 20, abstain: 5, people: [{ name: "林红霞", note: "在本村居住，自2024年1月1日起，2026年2月20日申请" }], result: { ok: false, text: "到会50，至少须有26票赞成，得赞成25票（2×25 > 50）。", citation: "《村民委员会组织法(2025)》第30条" } },
    ],
    corrects: null, superseded: false, signers: ["主持人", "记录人", "村民代表", "村务监督委员会"],
  },
  certificate: {
    ...head, number: "蒋村选证〔2026〕第1号", name: "蒋建国", office: "主任", electedOn: electionDay, issuer, date: "2026-04-20", reprint: 0, proof,
  },
  cheatSheet: cheatSheet(electionDay),
  registrationSheet: {
    ...head, electionDay, made, date: "2026-03-01",
    groups: [{ group: "第三村民小组", households: [{ number: "03-001", people: [
      { name: "张国强", relation: "户主", sex: "male", bornOn: "1950-04-19", ethnicity: "汉族", category: 1, standing: "列入名单", checked: "2026-02-20 见面", said: "" },
      { name: "张志远", relation: "儿子", sex: "male", bornOn: "1985-03-04", ethnicity: "汉族", category: 2, standing: "未表示是否参加", checked: "2026-02-21 电话", said: "本人表示不参加" },
      { name: "张小明", relation: "孙子", sex: "male", bornOn: "2009-01-02", ethnicity: "汉族", category: 1, standing: "选举日未满18周岁", checked: "", said: "" }] }] }],
  },
  voterCards: {
    ...head, electionDay, made, issuer, hours: "8时至15时",
    cards: Array.from({ length: 9 }, (_, index) => ({ number: index + 1, name: sampleName(index + 1), sex: "female" as const, group: "第三村民小组", place: "中心会场（村文化礼堂）", qr: `cunxuan:voter:sample:${index + 1}` })),
  },
  householdNotices: {
    ...head, electionDay, made, issuer, date: "2026-04-10", hours: "8时至15时",
    households: [{ group: "第三村民小组", number: "03-001", head: "张国强", voters: ["张国强", "李秀英"], place: "中心会场（村文化礼堂）" }],
  },
  rollList: {
    ...head, electionDay, made, title: "蒋家庄村参加选举的村民名单（2026年4月18日使用）", basis: "公告第4号，经公告第4-1号补充", paper: "a4", columns: 2, sign: true, listHash: "0123456789abcdef".repeat(4), proof,
    groups: [{ title: "第三村民小组", people: Array.from({ length: 60 }, (_, index) => ({ number: index + 1, name: sampleName(index + 1), note: index === 5 ? "（1951年生）" : null, sex: index % 2 === 0 ? ("male" as const) : ("female" as const) })) }],
  },
  planChart: planChart(midway(), wordsIn("zh-CN"), "2026-04-08", { title: "蒋家庄村第十二届村民委员会换届选举工作进程图", date: "2026-04-08", proof }),
  controlSheet: controlSheet([midway()], wordsIn("zh-CN"), { title: "青山镇第十二届村民委员会换届选举控制表", date: "2026-04-08", proof }),
};
