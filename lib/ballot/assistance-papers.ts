import type { NoticeBlock } from "../documents/models/notice.ts";
import type { NoticeFill } from "../notice/template.ts";
import type { RoamingLine, ScribeLine } from "./assistance-queries.ts";
import type { RoamingPlanFacts } from "./assistance-rules.ts";
import type { RoamingReason, ScribeReason } from "./model.ts";

const paragraph = (text: string): NoticeBlock => ({ type: "paragraph", text });
const roamingWords: Readonly<Record<RoamingReason, string>> = { sick: "因病", disabled: "残疾", old: "年老", remote: "居住偏远、交通不便" };
const scribeWords: Readonly<Record<ScribeReason, string>> = { illiterate: "不能书写", sick: "因病", disabled: "残疾" };

const nobody = (what: string): readonly NoticeBlock[] => [paragraph(`本次选举没有${what}。`)];

/** Notice 12: to whom a roaming box comes and why, its way, and who goes with it. */
export const roamingFill = (voters: readonly RoamingLine[], plan: RoamingPlanFacts | null, scrutineers: readonly string[]): NoticeFill => ({
  values: {},
  parts: {
    voters: voters.length === 0 ? nobody("使用流动票箱投票的选民") : [
      {
        type: "table", caption: null,
        columns: [{ title: "村民小组", align: "left", width: 2 }, { title: "姓名", align: "left", width: 2 }, { title: "原因", align: "left", width: 3 }],
        rows: voters.map((voter) => [`第${voter.groupNumber}村民小组`, voter.name, roamingWords[voter.reason]]),
      },
      ...(plan === null ? [] : [paragraph(`流动票箱${plan.boxes}个，时间和路线：${plan.route}。${plan.approvedOn === null ? "" : `${plan.approvedBy ?? ""}已同意使用。`}${scrutineers.length === 0 ? "" : `监票人：${scrutineers.join("、")}。`}`)]),
    ],
  },
});

/** Notice 14: who writes for whom. */
export const scribesFill = (scribes: readonly ScribeLine[]): NoticeFill => ({
  values: {},
  parts: {
    scribes: scribes.length === 0 ? nobody("由他人代写选票的选民") : [{
      type: "table", caption: null,
      columns: [{ title: "投票人", align: "left", width: 2 }, { title: "村民小组", align: "left", width: 2 }, { title: "原因", align: "left", width: 2 }, { title: "代写人", align: "left", width: 2 }],
      rows: scribes.map((one) => [one.voterName, `第${one.groupNumber}村民小组`, scribeWords[one.reason], one.scribe]),
    }],
  },
});
