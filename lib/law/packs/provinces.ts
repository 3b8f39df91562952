import type { Citation } from "../finding.ts";
import type { ProvincePack } from "../pack.ts";

const seen =
  (text: string) =>
  (article: string): Citation => ({ text, article, confidence: "seen" });

const ZJ = seen("浙江省村民委员会选举办法(2020)");
const SH = seen("上海市村民委员会选举办法(2020)");
const BJ = seen("北京市村民委员会选举办法(2012)");
const HA = seen("河南省实施村民委员会组织法办法(2011)");

const ONE_MORE = { min: 1, max: 1 } as const;

/** 浙江. Its rule on which relative yields (Article 31) is that of `kinResolve: officeThenVotes` in the national pack. */
export const CN_ZJ_2020: ProvincePack<"CN-ZJ-2020"> = {
  id: "CN-ZJ-2020",
  region: "CN-ZJ",
  name: { "zh-CN": "浙江省村民委员会选举办法（2020年）", en: "Zhejiang measures on villagers' committee elections (2020)" },
  inForceFrom: "2020-07-31",
  inForceUntil: null,
  parameters: {
    women: { value: "reservedSeat", citation: ZJ("21"), limits: { oneOf: ["reservedSeat"] } },
    kinScope: { value: "spouseParentsChildrenSiblings", citation: ZJ("31") },
    committeeSizeMin: { value: 5, citation: ZJ("8") },
    committeeSizeMax: { value: 9, citation: ZJ("8") },
    committeeLeaveOn: { value: "nominatedOrRelativeNominated", citation: ZJ("9") },
    voterCategoryThree: { value: "livedOrVillageWork", citation: ZJ("13") },
    candidateListDays: { value: 5, citation: ZJ("18") },
    candidateOrder: { value: "votes", citation: ZJ("18") },
    proxyCap: { value: 3, citation: ZJ("25"), limits: { max: 3 } },
    proxyHolder: { value: "nearRelative", citation: ZJ("25") },
    proxyCandidateBanned: { value: true, citation: ZJ("25"), limits: { oneOf: [true] } },
    proxyApplyDays: { value: 3, citation: ZJ("25") },
    proxyListDays: { value: 1, citation: ZJ("25") },
    roamingBoxes: { value: "withApproval", citation: ZJ("24") },
    roamingStaffMin: { value: 3, citation: ZJ("24") },
    staffKinScope: { value: "spouseParentsChildrenSiblings", citation: ZJ("22") },
    sheets: { value: "one", citation: ZJ("21") },
    votesDown: { value: "none", citation: ZJ("27"), limits: { oneOf: ["none"] } },
    recoveredAgainst: { value: "voters", citation: ZJ("27"), limits: { oneOf: ["voters"] } },
    runoffDays: { value: 30, citation: ZJ("29"), limits: { min: 0, max: 30 } },
    vacancyAllowedFrom: { value: 3, citation: ZJ("30"), limits: { min: 3 } },
    presidingElse: { value: "representatives", citation: ZJ("30") },
    handoverDays: { value: 10, citation: ZJ("33"), limits: { max: 10 } },
  },
};

/** 上海. */
export const CN_SH_2020: ProvincePack<"CN-SH-2020"> = {
  id: "CN-SH-2020",
  region: "CN-SH",
  name: { "zh-CN": "上海市村民委员会选举办法（2020年）", en: "Shanghai measures on villagers' committee elections (2020)" },
  inForceFrom: "2020-09-25",
  inForceUntil: null,
  parameters: {
    kinScope: { value: "spouseDirectLine", citation: SH("2") },
    committeeSizeMin: { value: 7, citation: SH("7") },
    committeeSizeMax: { value: 9, citation: SH("7") },
    committeeLeaveOn: { value: "confirmed", citation: SH("7") },
    margin: { value: { chair: ONE_MORE, viceChair: ONE_MORE, member: { min: 1, max: 3 } }, citation: SH("12") },
    candidateListDays: { value: 5, citation: SH("12") },
    candidateOrder: { value: "votes", citation: SH("12") },
    proxyCap: { value: 3, citation: SH("16"), limits: { max: 3 } },
    proxyHolder: { value: "nearRelative", citation: SH("16") },
    proxyApplyDays: { value: 5, citation: SH("16") },
    proxyListDays: { value: 2, citation: SH("16") },
    roamingBoxes: { value: "notMentioned", citation: SH("14") },
    staffKinScope: { value: "spouseDirectLine", citation: SH("14") },
    sheets: { value: "either", citation: SH("15") },
    recoveredAgainst: { value: "voters", citation: SH("19"), limits: { oneOf: ["voters"] } },
    runoffDays: { value: 30, citation: SH("21"), limits: { min: 0, max: 30 } },
    vacancyAllowedFrom: { value: 3, citation: SH("21"), limits: { min: 3 } },
    vacancyAfter: { value: "regular", citation: SH("21") },
    vacancyBy: { value: "meeting", citation: SH("21"), limits: { oneOf: ["meeting"] } },
    presidingElse: { value: "memberMostVotes", citation: SH("21"), limits: { oneOf: ["memberMostVotes"] } },
    handoverDays: { value: 10, citation: SH("24"), limits: { max: 10 } },
  },
};

/** 北京. "More than three elected, the chair among them" is four or more. */
export const CN_BJ_2012: ProvincePack<"CN-BJ-2012"> = {
  id: "CN-BJ-2012",
  region: "CN-BJ",
  name: { "zh-CN": "北京市村民委员会选举办法（2012年）", en: "Beijing measures on villagers' committee elections (2012)" },
  inForceFrom: "2012-09-28",
  inForceUntil: null,
  parameters: {
    committeeSizeMin: { value: 5, citation: BJ("9") },
    committeeSizeMax: { value: 9, citation: BJ("9") },
    committeeLeaveOn: { value: "nominated", citation: BJ("11") },
    margin: { value: { chair: { min: 1, max: 2 }, viceChair: { min: 1, max: 2 }, member: { min: 1, max: 2 } }, citation: BJ("16") },
    candidateListDays: { value: 5, citation: BJ("20") },
    candidateOrder: { value: "votes", citation: BJ("20") },
    proxyCap: { value: 3, citation: BJ("25"), limits: { max: 3 } },
    proxyHolder: { value: "nearRelative", citation: BJ("25") },
    proxyCandidateBanned: { value: true, citation: BJ("25"), limits: { oneOf: [true] } },
    proxyApplyDays: { value: 1, citation: BJ("25") },
    roamingBoxes: { value: "allowed", citation: BJ("23") },
    roamingStaffMin: { value: 3, citation: BJ("23") },
    staffKinScope: { value: "spouseDirectLine", citation: BJ("21") },
    sheets: { value: "either", citation: BJ("22") },
    participants: { value: "returnedBallots", citation: BJ("28") },
    recoveredAgainst: { value: "voters", citation: BJ("28"), limits: { oneOf: ["voters"] } },
    runoffDays: { value: 15, citation: BJ("30"), limits: { min: 0, max: 15 } },
    vacancyAllowedFrom: { value: 4, citation: BJ("30"), limits: { min: 4 } },
    vacancyNeedsChair: { value: true, citation: BJ("30"), limits: { oneOf: [true] } },
    vacancyAfter: { value: "runoff", citation: BJ("30"), limits: { oneOf: ["runoff"] } },
    vacancyBy: { value: "meeting", citation: BJ("30"), limits: { oneOf: ["meeting"] } },
    handoverDays: { value: 10, citation: BJ("32"), limits: { max: 10 } },
  },
};

/** 河南: separate sheets; a run-off, too, needs the turnout of more than half. */
export const CN_HA_2011: ProvincePack<"CN-HA-2011"> = {
  id: "CN-HA-2011",
  region: "CN-HA",
  name: { "zh-CN": "河南省实施《村民委员会组织法》办法（2011年）", en: "Henan measures implementing the Organic Law (2011)" },
  inForceFrom: "2011-07-29",
  inForceUntil: null,
  parameters: {
    kinScope: { value: "spouseParentsChildrenSiblings", citation: HA("8") },
    committeeSizeMin: { value: 7, citation: HA("11") },
    committeeSizeMax: { value: 9, citation: HA("11") },
    committeeLeaveOn: { value: "confirmed", citation: HA("12") },
    margin: { value: { chair: ONE_MORE, viceChair: ONE_MORE, member: { min: 1, max: 2 } }, citation: HA("24") },
    candidateListDays: { value: 5, citation: HA("26") },
    proxyCap: { value: 3, citation: HA("30"), limits: { max: 3 } },
    proxyHolder: { value: "nearRelative", citation: HA("30") },
    proxyApplyDays: { value: 1, citation: HA("30") },
    proxyListDays: { value: 1, citation: HA("30") },
    roamingBoxes: { value: "allowed", citation: HA("31") },
    roamingStaffMin: { value: 3, citation: HA("31") },
    staffKinScope: { value: "spouseParentsChildrenSiblings", citation: HA("32") },
    sheets: { value: "separate", citation: HA("34"), limits: { oneOf: ["separate"] } },
    recoveredAgainst: { value: "issued", citation: HA("35"), limits: { oneOf: ["issued"] } },
    runoffTurnout: { value: "majority", citation: HA("38"), limits: { oneOf: ["majority"] } },
    archiveYears: { value: 3, citation: HA("37"), limits: { min: 3 } },
    handoverDays: { value: 10, citation: HA("40"), limits: { max: 10 } },
  },
};
