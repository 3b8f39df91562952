import type { NoticeKind } from "../notice-set.ts";

/**
 * Notices of committee and roll: who runs the election, when it is, who may take part. Numbers, days and issuers follow
 * a set in use in one district of Fujian (practice, RULES 8.1), the articles are those of the law in force.
 */
export const EARLY_NOTICES: readonly NoticeKind[] = [
  {
    code: "electionDay", number: "1", title: "选举日公告", issuer: "townshipOffice", phase: "committee", needed: "always", repeatable: false, after: [],
    due: { kind: "day", from: -34, until: -34, lastDay: null },
    fields: [
      { name: "workFrom", source: "typed", kind: "day", optional: true, label: { "zh-CN": "换届选举工作开始日期", en: "Work on the election begins on" } },
      { name: "approval", source: "typed", kind: "line", optional: true, label: { "zh-CN": "选举日经哪一级、哪个机关同意", en: "Which authority agreed to the day" } },
      { name: "venue", source: "case", kind: "line", optional: true, label: { "zh-CN": "中心会场和投票时间", en: "Main venue and polling hours" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 11/14}的规定，{village}本届村民委员会任期届满，依法进行{term}村民委员会换届选举，选举日确定为{electionDay}。" },
      { type: "paragraph", text: "选举日已经{approval}同意。", when: "approval" },
      { type: "paragraph", text: "换届选举工作自{workFrom}起进行。", when: "workFrom" },
      { type: "paragraph", text: "{venue}。投票的具体时间和地点，以选举日前发布的公告为准。", when: "venue" },
      { type: "paragraph", text: "选举由依法推选产生的村民选举委员会主持。选举日公布后不得随意变更；因不可抗力等原因确需变更的，由村民选举委员会提出，经{government}批准后另行公告。" },
      { type: "paragraph", text: "请全体村民相互转告，按时参加登记、提名和投票，依法行使民主权利。对选举日的确定有意见的，可以向{government}反映。" },
    ],
  },
  {
    code: "electionDayChange", number: "1-1", title: "选举日变更公告", issuer: "electionCommittee", phase: "committee", needed: "dayChanged", repeatable: true, after: ["electionDay"],
    due: { kind: "event" },
    fields: [
      { name: "oldDay", source: "case", kind: "day", label: { "zh-CN": "原定选举日", en: "Former election day" } },
      { name: "newDay", source: "case", kind: "day", label: { "zh-CN": "变更后的选举日", en: "New election day" } },
      { name: "reason", source: "case", kind: "line", label: { "zh-CN": "变更原因", en: "Reason for the change" } },
      { name: "approvedBy", source: "case", kind: "line", label: { "zh-CN": "批准机关", en: "Approved by" } },
      { name: "approvedOn", source: "case", kind: "day", label: { "zh-CN": "批准日期", en: "Approved on" } },
    ],
    template: [
      { type: "paragraph", text: "原定于{oldDay}举行的{village}{term}村民委员会换届选举投票，因{reason}不能如期举行。经村民选举委员会提出，{approvedBy}于{approvedOn}批准，选举日变更为{newDay}。" },
      { type: "paragraph", text: "年龄、登记、提名和投票的各项日期，按变更后的选举日计算，具体安排以变更后发布的公告为准。参加选举的村民名单已经公布的，按变更后的选举日重新核对，有变化的另行发布补充公告。" },
      { type: "paragraph", text: "请全体村民相互转告。对本次变更有意见的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "electionCommittee", number: "2", title: "村民选举委员会成员名单公告", issuer: "villagersCommittee", phase: "committee", needed: "always", repeatable: false, after: [],
    due: { kind: "day", from: -34, until: -34, lastDay: null },
    fields: [
      { name: "meeting", source: "case", kind: "line", label: { "zh-CN": "推选的会议", en: "Meeting that chose the committee" } },
      { name: "members", source: "case", kind: "blocks", label: { "zh-CN": "成员名单", en: "Members" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 12/15}的规定，{meeting}，推选产生{village}{term}村民委员会换届选举的村民选举委员会。现将名单公布如下：" },
      { type: "field", name: "members" },
      { type: "paragraph", text: "村民选举委员会自推选产生之日起主持本村选举工作，至新老村民委员会工作移交完毕时止。成员被提名为村民委员会成员候选人等依法应当退出的，从其规定，变动情况另行公告。" },
      { type: "paragraph", text: "对上述名单有异议的，可以自本公告发布之日起五日内向村民委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "committeeChange", number: "2-1", title: "村民选举委员会成员变动公告", issuer: "electionCommittee", phase: "committee", needed: "memberLeft", repeatable: true, after: ["electionCommittee"],
    due: { kind: "event" },
    fields: [
      { name: "changes", source: "case", kind: "blocks", label: { "zh-CN": "退出和递补", en: "Who left and who stepped in" } },
      { name: "members", source: "case", kind: "blocks", label: { "zh-CN": "变动后的名单", en: "Members after the change" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 12/15}的规定，现将{village}村民选举委员会成员的变动情况公告如下：" },
      { type: "field", name: "changes" },
      { type: "paragraph", text: "变动后的村民选举委员会名单如下：" },
      { type: "field", name: "members" },
      { type: "paragraph", text: "对上述变动有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "registration", number: "3", title: "选民登记公告", issuer: "electionCommittee", phase: "roll", needed: "always", repeatable: false, after: ["electionCommittee"],
    due: { kind: "day", from: -34, until: -33, lastDay: null },
    fields: [
      { name: "from", source: "typed", kind: "day", label: { "zh-CN": "登记开始日期", en: "Registration begins on" } },
      { name: "until", source: "typed", kind: "day", label: { "zh-CN": "登记截止日期", en: "Registration ends on" } },
      { name: "place", source: "typed", kind: "line", label: { "zh-CN": "登记地点", en: "Place of registration" } },
      { name: "contact", source: "typed", kind: "line", label: { "zh-CN": "联系人和电话", en: "Contact and telephone" } },
      { name: "orVillageWork", source: "case", kind: "line", optional: true, label: { "zh-CN": "从事村务工作的人员", en: "People in village work" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 13/16}的规定，现就{village}{term}村民委员会换届选举选民登记的有关事项公告如下：" },
      { type: "heading", text: "一、登记对象" },
      { type: "paragraph", text: "截至选举日（{electionDay}）年满十八周岁，未被依法剥夺政治权利的下列人员：" },
      {
        type: "list", ordered: true,
        items: [
          "户籍在本村并且在本村居住的村民；",
          "户籍在本村，不在本村居住，本人表示参加选举的村民；",
          "户籍不在本村，在本村居住{orVillageWork}一年以上，本人申请参加选举，并且经村民会议或者村民代表会议同意参加选举的公民。",
        ],
      },
      { type: "paragraph", text: "已在户籍所在村或者居住村登记参加选举的，不得再参加其他地方村民委员会的选举。" },
      { type: "heading", text: "二、登记时间和地点" },
      { type: "keyValues", rows: [{ key: "登记时间", value: "{from}至{until}" }, { key: "登记地点", value: "{place}" }, { key: "联系人", value: "{contact}" }] },
      { type: "heading", text: "三、名单公布和申诉" },
      { type: "paragraph", text: "登记结束后，参加选举的村民名单由村民选举委员会依照{law 14/17}规定的期限公布。对名单有异议的，可以在名单公告载明的期限内向村民选举委员会申诉；对登记工作有意见的，也可以向{government}反映。" },
    ],
  },
  {
    code: "voterList", number: "4", title: "选民名单公告", issuer: "electionCommittee", phase: "roll", needed: "always", repeatable: false, after: ["electionCommittee", "registration"],
    due: { kind: "day", from: -28, until: -28, lastDay: "listDays" },
    fields: [], template: null,
  },
  {
    code: "voterListChange", number: "4-1", title: "选民名单补充公告", issuer: "electionCommittee", phase: "roll", needed: "listChanged", repeatable: true, after: ["voterList"],
    due: { kind: "event" },
    fields: [
      { name: "changes", source: "case", kind: "blocks", label: { "zh-CN": "增加、去除和更正", en: "Added, removed, corrected" } },
      { name: "total", source: "case", kind: "whole", label: { "zh-CN": "补充后的人数", en: "People on the list afterwards" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 14/17}的规定，{village}参加选举的村民名单公布后，经核实，作如下补充：" },
      { type: "field", name: "changes" },
      { type: "paragraph", text: "补充后，登记参加选举的村民共{total}人。对上述补充有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "objectionDecisions", number: "4-2", title: "选民名单申诉处理决定公告", issuer: "electionCommittee", phase: "roll", needed: "objectionDecided", repeatable: true, after: ["voterList"],
    due: { kind: "event" },
    fields: [{ name: "decisions", source: "case", kind: "blocks", label: { "zh-CN": "申诉和处理决定", en: "Objections and decisions" } }],
    template: [
      { type: "paragraph", text: "根据{law 14/17}的规定，村民选举委员会对{village}参加选举的村民名单的申诉，已经依法作出处理决定，现公布如下：" },
      { type: "field", name: "decisions" },
      { type: "paragraph", text: "因处理决定引起的名单变动，以补充公告公布。对处理决定仍有意见的，可以向{government}反映。" },
    ],
  },
  {
    code: "representativesMeeting", number: "5", title: "村民代表和村民小组组长推选公告", issuer: "electionCommittee", phase: "after", needed: "optional", repeatable: true, after: [],
    due: { kind: "day", from: -20, until: -16, lastDay: null },
    fields: [
      { name: "heldOn", source: "typed", kind: "day", label: { "zh-CN": "推选日期", en: "Day of the meetings" } },
      { name: "from", source: "typed", kind: "time", label: { "zh-CN": "开始时间", en: "From" } },
      { name: "until", source: "typed", kind: "time", label: { "zh-CN": "结束时间", en: "Until" } },
      { name: "place", source: "typed", kind: "line", label: { "zh-CN": "地点", en: "Place" } },
      { name: "seats", source: "typed", kind: "line", label: { "zh-CN": "村民代表和村民小组组长名额", en: "Number of representatives and group leaders" } },
      { name: "contact", source: "typed", kind: "line", label: { "zh-CN": "联系人和电话", en: "Contact and telephone" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 25/29}和{law 28/32}的规定，{village}{term}村民代表、村民小组组长将进行推选。现将有关事项公告如下：" },
      { type: "keyValues", rows: [{ key: "推选时间", value: "{heldOn}{from}至{until}" }, { key: "推选地点", value: "{place}" }, { key: "推选名额", value: "{seats}" }, { key: "联系人", value: "{contact}" }] },
      { type: "paragraph", text: "村民代表由村民按每五户至十五户推选一人，或者由各村民小组推选若干人；村民小组组长由村民小组会议推选。村民代表、村民小组组长的任期与村民委员会的任期相同，可以连选连任。" },
      { type: "paragraph", text: "对推选有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "representatives", number: "6", title: "村民代表名单公告", issuer: "electionCommittee", phase: "after", needed: "optional", repeatable: true, after: ["representativesMeeting"],
    due: { kind: "day", from: -20, until: -16, lastDay: null },
    fields: [
      { name: "heldOn", source: "typed", kind: "day", label: { "zh-CN": "推选日期", en: "Chosen on" } },
      { name: "total", source: "case", kind: "whole", label: { "zh-CN": "村民代表人数", en: "Number of representatives" } },
      { name: "women", source: "case", kind: "whole", label: { "zh-CN": "其中妇女人数", en: "Women among them" } },
      { name: "people", source: "typed", kind: "groups", label: { "zh-CN": "村民代表名单", en: "Representatives by group" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 25/29}的规定，{village}于{heldOn}推选产生{term}村民代表{total}人，其中妇女{women}人。现将名单公布如下：" },
      { type: "field", name: "people" },
      { type: "paragraph", text: "村民代表的任期与村民委员会的任期相同。村民代表应当向其推选户或者村民小组负责，接受村民监督。对名单有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "groupLeaders", number: "6-1", title: "村民小组组长名单公告", issuer: "electionCommittee", phase: "after", needed: "optional", repeatable: true, after: ["representativesMeeting"],
    due: { kind: "day", from: -20, until: -16, lastDay: null },
    fields: [
      { name: "heldOn", source: "typed", kind: "day", label: { "zh-CN": "推选日期", en: "Chosen on" } },
      { name: "people", source: "typed", kind: "groups", label: { "zh-CN": "组长、副组长名单", en: "Group leaders and deputies" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 28/32}的规定，{village}各村民小组于{heldOn}召开村民小组会议，推选产生{term}村民小组组长。现将名单公布如下：" },
      { type: "field", name: "people" },
      { type: "paragraph", text: "村民小组组长的任期与村民委员会的任期相同，可以连选连任。对名单有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
];
