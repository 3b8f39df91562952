import type { NoticeField, NoticeKind, TemplateBlock } from "../notice-set.ts";

const resultFields: readonly NoticeField[] = [
  { name: "heldOn", source: "case", kind: "day", label: { "zh-CN": "投票日期", en: "Polling day" } },
  { name: "outcome", source: "case", kind: "blocks", label: { "zh-CN": "投票情况和结果", en: "Figures and outcome" } },
];

/** Every notice of a result ends with whom to turn to (2025 law, Article 21). */
const resultTemplate: readonly TemplateBlock[] = [
  { type: "paragraph", text: "根据{law 15/18}的规定，{village}{term}村民委员会选举于{heldOn}投票，公开唱票、计票。现将结果公告如下：" },
  { type: "field", name: "outcome" },
  { type: "paragraph", text: "认为有以暴力、威胁、欺骗、贿赂、伪造选票、虚报选举票数等不正当手段妨害选举或者当选情形的，可以依照{law 17/21}的规定，向{township}人民代表大会、{government}或者县级人民代表大会常务委员会、人民政府举报。" },
];

const result = (code: "result" | "resultRevote" | "resultRunoff" | "resultNewVote" | "resultFinal", number: string, title: string, needed: NoticeKind["needed"]): NoticeKind => ({
  code, number, title, needed, issuer: "electionCommittee", phase: "count", repeatable: true,
  after: code === "result" ? [] : ["result"],
  due: code === "result" ? { kind: "day", from: 0, until: 0, lastDay: null } : { kind: "event" },
  fields: [...resultFields], template: [...resultTemplate],
});

/** Notices of the result and of what is chosen after it (practice, RULES 8.1), and the correction of any notice. */
export const LATE_NOTICES: readonly NoticeKind[] = [
  result("result", "16", "选举结果公告", "always"),
  result("resultRevote", "16-1", "再次投票公告", "revote"),
  result("resultRunoff", "16-2", "另行选举公告", "runoff"),
  result("resultNewVote", "16-3", "重新投票公告", "newVote"),
  result("resultFinal", "16-4", "当选名单公告", "complete"),
  {
    code: "supervisionCommittee", number: "17", title: "村务监督委员会成员名单公告", issuer: "electionCommittee", phase: "after", needed: "optional", repeatable: true, after: ["result"],
    due: { kind: "day", from: 0, until: 10, lastDay: null },
    fields: [
      { name: "heldOn", source: "typed", kind: "day", label: { "zh-CN": "推选日期", en: "Chosen on" } },
      { name: "meeting", source: "typed", kind: "line", label: { "zh-CN": "推选的会议和到会情况", en: "Meeting and attendance" } },
      { name: "people", source: "typed", kind: "groups", label: { "zh-CN": "主任、委员名单", en: "Chair and members" } },
    ],
    template: [
      { type: "paragraph", text: "根据{law 32/37}的规定，{heldOn}{meeting}，推选产生{village}{term}村务监督委员会。现将名单公布如下：" },
      { type: "field", name: "people" },
      { type: "paragraph", text: "村民委员会成员及其近亲属不担任村务监督委员会成员。村务监督委员会的任期与村民委员会的任期相同。对名单有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
  {
    code: "correction", number: null, title: "更正公告", issuer: "electionCommittee", phase: "after", needed: "mistake", repeatable: true, after: [],
    due: { kind: "event" },
    fields: [
      { name: "oldNumber", source: "case", kind: "line", label: { "zh-CN": "被更正的公告", en: "Notice that is corrected" } },
      { name: "oldDate", source: "case", kind: "day", label: { "zh-CN": "被更正公告的日期", en: "Its day" } },
      { name: "wrong", source: "typed", kind: "text", label: { "zh-CN": "原公告中有误的内容", en: "What was wrong" } },
      { name: "right", source: "typed", kind: "text", label: { "zh-CN": "更正后的内容", en: "What is right" } },
    ],
    template: [
      { type: "paragraph", text: "{issuer}于{oldDate}发布的{oldNumber}，经核对有误，现予更正：" },
      { type: "heading", text: "原公告内容" },
      { type: "paragraph", text: "{wrong}" },
      { type: "heading", text: "更正为" },
      { type: "paragraph", text: "{right}" },
      { type: "paragraph", text: "原公告其余内容不变，仍然有效。本公告与原公告一并张贴。对本次更正有异议的，可以向村民选举委员会提出，也可以向{government}反映。" },
    ],
  },
];
