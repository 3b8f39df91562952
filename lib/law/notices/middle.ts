import type { NoticeKind } from "../notice-set.ts";

/** Notices of nomination and of the polling day's preparation (practice, RULES 8.1). */
export const MIDDLE_NOTICES: readonly NoticeKind[] = [
  {
    code: "nominationMethod", number: "7", title: "提名候选人公告", issuer: "electionCommittee", phase: "nomination", needed: "always", repeatable: false, after: ["electionCommittee"],
    due: { kind: "day", from: -16, until: -15, lastDay: null },
    fields: [
      { name: "decided", source: "case", kind: "line", label: { "zh-CN": "职数和选举办法的决定", en: "Decision on seats and method" } },
      { name: "seats", source: "case", kind: "blocks", label: { "zh-CN": "应选名额和候选人名额", en: "Seats and candidates" } },
      { name: "nominators", source: "case", kind: "line", label: { "zh-CN": "提名人", en: "Who may nominate" } },
      { name: "bars", source: "case", kind: "line", optional: true, label: { "zh-CN": "不得作为候选人的情形", en: "Who may not be a candidate" } },
      { name: "from", source: "typed", kind: "day", label: { "zh-CN": "提名开始日期", en: "Nomination begins on" } },
      { name: "until", source: "typed", kind: "day", label: { "zh-CN": "提名截止日期", en: "Nomination ends on" } },
      { name: "place", source: "typed", kind: "line", label: { "zh-CN": "提名地点（领取提名表、自荐表）", en: "Place of nomination and of its forms" } },
      { name: "contact", source: "typed", kind: "line", label: { "zh-CN": "联系人和电话", en: "Contact and telephone" } },
    ],
    template: [
      { type: "paragraph", text: "{decided}。现将有关事项公告如下：" },
      { type: "field", name: "seats" },
      { type: "heading", text: "提名" },
      { type: "paragraph", text: "{nominators}可以依照{law 15/18}的规定提名推荐候选人。候选人的名额应当多于应选名额。" },
      { type: "paragraph", text: "{bars}", when: "bars" },
      { type: "keyValues", rows: [{ key: "提名时间", value: "{from}至{until}" }, { key: "提名地点", value: "{place}" }, { key: "联系人", value: "{contact}" }] },
      { type: "paragraph", text: "对提名的办法和程序有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "nominees", number: "8", title: "初步候选人名单公告", issuer: "electionCommittee", phase: "nomination", needed: "candidateMode", repeatable: true, after: ["nominationMethod"],
    due: { kind: "day", from: -13, until: -13, lastDay: null },
    fields: [
      { name: "order", source: "case", kind: "line", label: { "zh-CN": "排列次序", en: "Order of the names" } },
      { name: "nominees", source: "case", kind: "blocks", label: { "zh-CN": "初步候选人名单", en: "First nominees" } },
      { name: "objectionsUntil", source: "typed", kind: "day", optional: true, label: { "zh-CN": "异议截止日期", en: "Objections until" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 15/18}的规定，经提名推荐，现将{village}{term}村民委员会换届选举初步候选人名单公布如下（{order}）：" },
      { type: "field", name: "nominees" },
      { type: "paragraph", text: "初步候选人经资格审查并依法确定后，以正式候选人名单公布。不愿意作为候选人的，应当书面告知村民选举委员会。" },
      { type: "paragraph", text: "对上述名单有异议的，请于{objectionsUntil}前向村民选举委员会提出。", when: "objectionsUntil" },
      { type: "paragraph", text: "对提名有意见的，也可以向{government}反映。" },
    ],
  },
  {
    code: "primaryMethod", number: "8-1", title: "候选人预选办法公告", issuer: "electionCommittee", phase: "nomination", needed: "primary", repeatable: true, after: ["nominees"],
    due: { kind: "day", from: -12, until: -11, lastDay: null },
    fields: [
      { name: "voters", source: "case", kind: "line", label: { "zh-CN": "参加预选的人员", en: "Who votes in the primary" } },
      { name: "heldOn", source: "case", kind: "day", label: { "zh-CN": "预选日期", en: "Day of the primary" } },
      { name: "hours", source: "case", kind: "line", label: { "zh-CN": "预选时间", en: "Hours" } },
      { name: "place", source: "case", kind: "line", label: { "zh-CN": "预选地点", en: "Place" } },
      { name: "seats", source: "case", kind: "blocks", label: { "zh-CN": "名额和初步候选人", en: "Seats and nominees" } },
      { name: "rules", source: "case", kind: "line", label: { "zh-CN": "预选票填写和计算办法", en: "How ballots are filled in and counted" } },
    ],
    template: [
      { type: "paragraph", text: "{village}{term}村民委员会换届选举的初步候选人人数超过规定的候选人名额。经村民选举委员会研究，采用预选的办法确定候选人。现将有关事项公告如下：" },
      { type: "keyValues", rows: [{ key: "预选时间", value: "{heldOn}{hours}" }, { key: "预选地点", value: "{place}" }, { key: "参加人员", value: "{voters}" }] },
      { type: "field", name: "seats" },
      { type: "paragraph", text: "{rules}" },
      { type: "paragraph", text: "预选采取无记名投票、公开计票的方法，结果当场公布。对预选办法有异议的，可以在预选前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "primaryResult", number: "8-2", title: "候选人预选结果公告", issuer: "electionCommittee", phase: "nomination", needed: "primary", repeatable: true, after: ["primaryMethod"],
    due: { kind: "day", from: -12, until: -10, lastDay: null },
    fields: [
      { name: "heldOn", source: "case", kind: "day", label: { "zh-CN": "预选日期", en: "Day of the primary" } },
      { name: "attendance", source: "case", kind: "line", label: { "zh-CN": "应到、实到和选票数", en: "Entitled, present and ballots" } },
      { name: "votes", source: "case", kind: "blocks", label: { "zh-CN": "得票和结果", en: "Votes and outcome" } },
    ],
    template: [
      { type: "paragraph", text: "{village}{term}村民委员会换届选举候选人预选于{heldOn}举行，{attendance}。现将预选结果公布如下：" },
      { type: "field", name: "votes" },
      { type: "paragraph", text: "预选入选人员经资格审查合格后，依照{law 15/18}的规定列为正式候选人，另行公告。对预选结果有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "candidates", number: "9", title: "正式候选人名单公告", issuer: "electionCommittee", phase: "nomination", needed: "candidateMode", repeatable: true, after: ["voterList", "nominationMethod"],
    due: { kind: "day", from: -9, until: -4, lastDay: "candidateListDays" },
    fields: [
      { name: "process", source: "case", kind: "line", label: { "zh-CN": "产生经过", en: "How they became candidates" } },
      { name: "order", source: "case", kind: "line", label: { "zh-CN": "排列次序", en: "Order of the names" } },
      { name: "candidates", source: "case", kind: "blocks", label: { "zh-CN": "正式候选人名单", en: "Formal candidates" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 15/18}的规定，经{process}，现将{village}{term}村民委员会换届选举正式候选人名单公布如下（{order}）：" },
      { type: "field", name: "candidates" },
      { type: "paragraph", text: "选举日为{electionDay}。登记参加选举的村民可以对候选人投赞成票、反对票，可以另选他人，也可以弃权。" },
      { type: "paragraph", text: "对上述名单有异议的，可以在选举日前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "pollingPlaces", number: "10", title: "投票时间和地点公告", issuer: "electionCommittee", phase: "ballot", needed: "always", repeatable: true, after: ["voterList"],
    due: { kind: "day", from: -3, until: -2, lastDay: "placesNoticeDays" },
    fields: [
      { name: "heldOn", source: "case", kind: "day", label: { "zh-CN": "投票日期", en: "Polling day" } },
      { name: "from", source: "case", kind: "time", label: { "zh-CN": "投票开始时间", en: "Polling from" } },
      { name: "until", source: "case", kind: "time", label: { "zh-CN": "投票结束时间", en: "Polling until" } },
      { name: "places", source: "case", kind: "blocks", label: { "zh-CN": "投票地点", en: "Polling places" } },
      { name: "roaming", source: "typed", kind: "text", optional: true, label: { "zh-CN": "流动票箱的时间和路线", en: "Hours and route of the roaming box" } },
      { name: "countingPlace", source: "case", kind: "line", label: { "zh-CN": "计票地点", en: "Counting place" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 15/18}的规定，本次投票于{heldOn}{from}至{until}进行。请登记参加选举的村民凭参选证件到所在村民小组的投票地点领取选票，在秘密写票处写票，当场投票。" },
      { type: "field", name: "places" },
      { type: "paragraph", text: "流动票箱：{roaming}", when: "roaming" },
      { type: "paragraph", text: "选举期间外出不能参加投票的，可以书面委托他人代为投票，具体办法向村民选举委员会询问。" },
      { type: "paragraph", text: "投票结束后，所有票箱集中到{countingPlace}，公开唱票、计票，当场公布结果。对投票的安排有意见的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "staff", number: "11", title: "选举工作人员名单公告", issuer: "electionCommittee", phase: "ballot", needed: "always", repeatable: true, after: [],
    due: { kind: "day", from: -3, until: -2, lastDay: "staffListDays" },
    fields: [{ name: "staff", source: "case", kind: "blocks", label: { "zh-CN": "工作人员名单", en: "Staff" } }],
    template: [
      { type: "paragraph", text: "经村民选举委员会确定，{village}本次选举的工作人员名单公布如下。候选人及其近亲属不担任选举工作人员。" },
      { type: "field", name: "staff" },
      { type: "paragraph", text: "工作人员应当依照{law 15/18}的规定履行职责，不得泄露投票人的意愿，不得影响投票人写票。对上述名单有异议的，可以在选举日前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "roamingVoters", number: "12", title: "流动票箱投票人员名单公告", issuer: "electionCommittee", phase: "ballot", needed: "roamingVoters", repeatable: true, after: ["voterList"],
    due: { kind: "day", from: -3, until: -1, lastDay: "roamingListDays" },
    fields: [{ name: "voters", source: "case", kind: "blocks", label: { "zh-CN": "姓名和原因", en: "Names and reasons" } }],
    template: [
      { type: "paragraph", text: "下列登记参加选举的村民因老、弱、病、残等原因不能到投票地点投票，经村民选举委员会审核，使用流动票箱投票，现予公布：" },
      { type: "field", name: "voters" },
      { type: "paragraph", text: "流动票箱由工作人员共同护送，其余村民不得使用流动票箱投票。对上述名单有异议的，可以在选举日前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "proxies", number: "13", title: "委托投票名单公告", issuer: "electionCommittee", phase: "ballot", needed: "proxies", repeatable: true, after: ["voterList"],
    due: { kind: "day", from: -3, until: -1, lastDay: "proxyListDays" },
    fields: [
      { name: "proxies", source: "case", kind: "blocks", label: { "zh-CN": "委托人和受委托人", en: "Principals and holders" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 15/18}的规定，现将{village}本次选举的委托投票情况公布如下：" },
      { type: "field", name: "proxies" },
      { type: "paragraph", text: "受委托人不得再委托他人。对上述委托有异议的，可以在选举日前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "scribes", number: "14", title: "代写选票人员名单公告", issuer: "electionCommittee", phase: "ballot", needed: "scribes", repeatable: true, after: ["voterList"],
    due: { kind: "day", from: -3, until: -1, lastDay: null },
    fields: [{ name: "scribes", source: "case", kind: "blocks", label: { "zh-CN": "投票人和代写人", en: "Voters and scribes" } }],
    template: [
      { type: "paragraph", text: "下列登记参加选举的村民不能自行填写选票，经村民选举委员会审核，由代写员代写选票，现予公布：" },
      { type: "field", name: "scribes" },
      { type: "paragraph", text: "代写员应当按照投票人的意愿如实代写，不得泄露投票人的意愿；候选人不得代写。对上述安排有异议的，可以在选举日前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "invalidBallots", number: "15", title: "无效票认定规则公告", issuer: "electionCommittee", phase: "ballot", needed: "always", repeatable: true, after: [],
    due: { kind: "day", from: -1, until: -1, lastDay: null },
    fields: [
      { name: "rules", source: "case", kind: "blocks", label: { "zh-CN": "填写办法和认定规则", en: "Rules" } },
      { name: "remark", source: "typed", kind: "line", optional: true, label: { "zh-CN": "补充说明", en: "Remark" } },
    ],
    template: [
      { type: "paragraph", text: "现将{village}本次选举选票的填写办法和无效票的认定规则公布如下：" },
      { type: "field", name: "rules" },
      { type: "paragraph", text: "{remark}", when: "remark" },
      { type: "paragraph", text: "对上述规则有异议的，可以在投票前向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
];
