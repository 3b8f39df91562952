import type { Parameter, ProvincePack } from "../pack.ts";
import type { LawKey, LawValues } from "../parameters.ts";
import { cite } from "./cite.ts";

/**
 * A province, autonomous region or municipality by its ISO 3166-2 code. `digits`: the first two of every county code in it
 * (行政区划代码). `hasFullText`: its measures were read in full.
 */
export type Region = { readonly code: string; readonly digits: string; readonly zh: string; readonly en: string; readonly hasFullText: boolean };

const region = (code: string, digits: string, zh: string, en: string, hasFullText = false): Region => ({ code, digits, zh, en, hasFullText });

/** The 31 provinces that elect villagers' committees under the Organic Law, in the order of their statistical codes. */
export const REGIONS: readonly Region[] = [
  region("BJ", "11", "北京市", "Beijing", true),
  region("TJ", "12", "天津市", "Tianjin"),
  region("HE", "13", "河北省", "Hebei"),
  region("SX", "14", "山西省", "Shanxi"),
  region("NM", "15", "内蒙古自治区", "Inner Mongolia"),
  region("LN", "21", "辽宁省", "Liaoning"),
  region("JL", "22", "吉林省", "Jilin"),
  region("HL", "23", "黑龙江省", "Heilongjiang"),
  region("SH", "31", "上海市", "Shanghai", true),
  region("JS", "32", "江苏省", "Jiangsu"),
  region("ZJ", "33", "浙江省", "Zhejiang", true),
  region("AH", "34", "安徽省", "Anhui"),
  region("FJ", "35", "福建省", "Fujian"),
  region("JX", "36", "江西省", "Jiangxi"),
  region("SD", "37", "山东省", "Shandong"),
  region("HA", "41", "河南省", "Henan", true),
  region("HB", "42", "湖北省", "Hubei"),
  region("HN", "43", "湖南省", "Hunan"),
  region("GD", "44", "广东省", "Guangdong"),
  region("GX", "45", "广西壮族自治区", "Guangxi"),
  region("HI", "46", "海南省", "Hainan"),
  region("CQ", "50", "重庆市", "Chongqing"),
  region("SC", "51", "四川省", "Sichuan"),
  region("GZ", "52", "贵州省", "Guizhou"),
  region("YN", "53", "云南省", "Yunnan"),
  region("XZ", "54", "西藏自治区", "Tibet"),
  region("SN", "61", "陕西省", "Shaanxi"),
  region("GS", "62", "甘肃省", "Gansu"),
  region("QH", "63", "青海省", "Qinghai"),
  region("NX", "64", "宁夏回族自治区", "Ningxia"),
  region("XJ", "65", "新疆维吾尔自治区", "Xinjiang"),
];

type Parameters = { readonly [Key in LawKey]?: Parameter<LawValues[Key]> };
type ReadParts = { readonly parameters?: Parameters; readonly note?: NonNullable<ProvincePack["note"]> };

/** An article whose number the excerpt did not show. */
const UNNUMBERED = "条号未见";

const excerpt = (text: string) => cite(text, "seenExcerpt");
const SX = excerpt("山西省村民委员会选举办法(2011)");
const NM = excerpt("内蒙古自治区嘎查村民委员会选举办法(2011)");
const HI = excerpt("海南省村民委员会选举办法(2010)");
const TJ = excerpt("天津市村民委员会选举办法(2019)");
const JS = excerpt("江苏省村民委员会选举办法(2019)");
const HN = excerpt("湖南省村民委员会选举办法(2013)");
const SD = excerpt("山东省村民委员会选举办法(2011)");
const GD = excerpt("广东省村民委员会选举办法(2010)");
const YN = excerpt("云南省村民委员会选举办法(1999)");
const SC = excerpt("四川省村民委员会选举条例(2003)");
/** Read in full, but they hold few rules on elections: the election measures are texts of their own. */
const SDI = cite("山东省实施村民委员会组织法办法(2012)");
const CQI = cite("重庆市实施村民委员会组织法办法(2013)");
/** Day plan and notices of one district: custom, not law. */
const FJ = cite("福建某区村级换届日程", "seenPractice");

/** What could be read of provinces without a full text, by ISO code. */
export const READ_PARTS: Readonly<Record<string, ReadParts>> = {
  TJ: { parameters: { membersOdd: { value: true, citation: TJ(UNNUMBERED) } } },
  SX: {
    parameters: {
      membersOdd: { value: true, citation: SX(UNNUMBERED) },
      kinScope: { value: "spouseDirectLine", citation: SX(UNNUMBERED) },
      candidateConditions: { value: "meetingDecides", citation: SX(UNNUMBERED) },
      nominationWays: { value: ["ballot"], citation: SX("18-23") },
      noCandidateMode: { value: "meetingDecides", citation: SX(UNNUMBERED) },
      roamingBoxes: { value: "representativesDecide", citation: SX(UNNUMBERED) },
    },
  },
  NM: {
    parameters: {
      noCandidateMode: { value: "allowed", citation: NM("26") },
      noCandidateIntentDays: { value: 10, citation: NM("26"), limits: { min: 10 } },
      noCandidateListDays: { value: 5, citation: NM("26"), limits: { min: 5 } },
      roamingBoxes: { value: "allowed", citation: NM("27") },
      roamingFor: { value: ["oldOrIll"], citation: NM("27") },
      staffKinScope: { value: "nearRelatives", citation: NM("27") },
      sheets: { value: "one", citation: NM("28") },
      votesDown: { value: "toLower", citation: NM("28") },
      proxyApplyDays: { value: 3, citation: NM("29"), limits: { min: 3 } },
    },
  },
  JS: {
    parameters: {
      postponeMonths: { value: 12, citation: JS("3-4"), limits: { max: 12 } },
      postponeApproval: { value: "county", citation: JS("3-4") },
    },
  },
  FJ: {
    parameters: {
      womenNomination: { value: "separate", citation: FJ("") },
      primaryBy: { value: "representatives", citation: FJ("") },
      primaryTurnout: { value: "twoThirdsOfRepresentatives", citation: FJ("") },
    },
    note: {
      "zh-CN": "仅见某区的做法，不是全省规定：妇女成员另行提名，村民代表会议预选；该区以未作任何标记的选票为无效票，正式候选人名单于选举日四日前公布。",
      en: "Only the custom of one district was seen, no rule of the province: women nominated apart, a primary by the representatives; there an unmarked ballot counts as invalid and the list of candidates is out four days before election day.",
    },
  },
  SD: {
    parameters: {
      termYears: { value: 3, citation: SDI("7") },
      postponeMonths: { value: 6, citation: SD("2-3"), limits: { max: 6 } },
      postponeApproval: { value: "county", citation: SD("2-3") },
      committeeAbsences: { value: 2, citation: SDI("8") },
      representativesNoticeDays: { value: 5, citation: SDI("24"), limits: { min: 5 } },
      supervisionSizeMin: { value: 3, citation: SDI("31") },
      supervisionSizeMax: { value: 5, citation: SDI("31") },
    },
    note: {
      "zh-CN": "实施办法已读全文；选举办法（2011年修订）只见前几条。",
      en: "The implementing measures were read in full; of the election measures (revised 2011) only the first articles.",
    },
  },
  HN: {
    parameters: {
      committeeSizeMin: { value: 5, citation: HN(UNNUMBERED) },
      committeeSizeMax: { value: 11, citation: HN(UNNUMBERED) },
      committeeOdd: { value: "required", citation: HN(UNNUMBERED) },
    },
  },
  GD: {
    parameters: {
      kinScope: { value: "spouseParentsChildrenSiblings", citation: GD("2-5") },
      postponeApproval: { value: "county", citation: GD("2-5") },
    },
    note: {
      "zh-CN": "所见为2010年文本的开头；已由2025年12月4日修正、2026年1月1日起施行的文本取代，新文本未读。",
      en: "Seen: the opening of the 2010 text. It has been replaced by the text amended on 2025-12-04, in force from 2026-01-01, which was not read.",
    },
  },
  HI: {
    parameters: {
      womenCandidates: { value: "atLeastOne", citation: HI(UNNUMBERED) },
      proxyCap: { value: 1, citation: HI(UNNUMBERED), limits: { min: 1, max: 1 } },
      roamingFor: { value: ["oldOrIll"], citation: HI(UNNUMBERED) },
      roamingListDays: { value: 5, citation: HI(UNNUMBERED), limits: { min: 5 } },
      scribeCap: { value: 1, citation: HI(UNNUMBERED), limits: { min: 1, max: 1 } },
    },
    note: {
      "zh-CN": "据2010年的报道；报道还提到候选人年龄上限65岁和60岁，适用的职务未见。",
      en: "From a news report of 2010, which also names age limits of 65 and 60 for candidates; for which offices was not seen.",
    },
  },
  CQ: {
    parameters: {
      representativesNoticeDays: { value: 3, citation: CQI("12"), limits: { min: 3 } },
    },
    note: {
      "zh-CN": "实施办法（2013年）已读全文；选举办法已由2025年11月28日修订、2026年1月1日起施行的文本取代，新文本未读。",
      en: "The implementing measures (2013) were read in full; the election measures have been replaced by the text revised on 2025-11-28, in force from 2026-01-01, which was not read.",
    },
  },
  SC: { parameters: { kinScope: { value: "nearRelatives", citation: SC(UNNUMBERED) } } },
  YN: {
    parameters: {
      committeeSizeMin: { value: 5, citation: YN("6") },
      committeeSizeMax: { value: 9, citation: YN("6") },
      committeeLeaveOn: { value: "confirmed", citation: YN("7") },
    },
  },
};
