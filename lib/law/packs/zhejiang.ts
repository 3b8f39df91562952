import type { ProvincePack } from "../pack.ts";
import { cite } from "./cite.ts";

const ZJ = cite("浙江省村民委员会选举办法(2020)");
/** 浙江省实施《村民委员会组织法》办法, 2020-07-31: meetings and supervision. */
const ZJI = cite("浙江省实施村民委员会组织法办法(2020)");

/** 浙江. */
export const CN_ZJ_2020: ProvincePack<"CN-ZJ-2020"> = {
  id: "CN-ZJ-2020",
  region: "CN-ZJ",
  read: "full",
  name: { "zh-CN": "浙江省村民委员会选举办法（2020年）", en: "Zhejiang measures on villagers' committee elections (2020)" },
  inForceFrom: "2020-07-31",
  inForceUntil: null,
  parameters: {
    // Composition and election committee
    women: { value: "reservedSeat", citation: ZJ("21"), limits: { oneOf: ["reservedSeat"] } },
    minorityRequired: { value: true, citation: ZJ("2"), limits: { oneOf: [true] } },
    postponeMonths: { value: 6, citation: ZJ("3"), limits: { max: 6 } },
    postponeApproval: { value: "county", citation: ZJ("3"), limits: { oneOf: ["county"] } },
    kinScope: { value: "spouseParentsChildrenSiblings", citation: ZJ("31") },
    kinResolve: { value: "officeThenVotes", citation: ZJ("31"), limits: { oneOf: ["officeThenVotes"] } },
    committeeSizeMin: { value: 5, citation: ZJ("8") },
    committeeSizeMax: { value: 9, citation: ZJ("8") },
    committeeLeaveOn: { value: "nominatedOrRelativeNominated", citation: ZJ("9") },
    committeeLeaveKin: { value: "spouseParentsChildrenSiblings", citation: ZJ("9") },
    committeeAbsences: { value: 2, citation: ZJ("9") },
    committeeEnds: { value: "handoverDone", citation: ZJ("11") },
    // Voters
    voterCategoryThree: { value: "livedOrVillageWork", citation: ZJ("13") },
    // Nomination and candidates
    nominators: { value: "electors", citation: ZJ("16") },
    nominationWays: { value: ["ballot", "self"], citation: ZJ("18、20") },
    nominationTurnout: { value: "majorityOfRegistered", citation: ZJ("18"), limits: { oneOf: ["majorityOfRegistered"] } },
    primaryBy: { value: "electors", citation: ZJ("18") },
    primaryTurnout: { value: "majorityOfRegistered", citation: ZJ("18"), limits: { oneOf: ["majorityOfRegistered"] } },
    namesPerNominator: { value: "seats", citation: ZJ("17"), limits: { oneOf: ["seats"] } },
    nominationSamePerson: { value: "invalid", citation: ZJ("17"), limits: { oneOf: ["invalid"] } },
    nomineeTwoOffices: { value: "choosesOne", citation: ZJ("18"), limits: { oneOf: ["choosesOne"] } },
    nominationProxyAllowed: { value: false, citation: ZJ("17"), limits: { oneOf: [false] } },
    candidateConditions: { value: "villageMethod", citation: ZJ("15") },
    candidateListDays: { value: 5, citation: ZJ("18"), limits: { min: 5 } },
    candidateOrder: { value: "votes", citation: ZJ("18"), limits: { oneOf: ["votes"] } },
    candidateWithdrawalDays: { value: 3, citation: ZJ("19"), limits: { min: 3 } },
    candidateRefill: { value: "nextByVotes", citation: ZJ("19") },
    noCandidateMode: { value: "allowed", citation: ZJ("3、20") },
    noCandidateIntentDays: { value: 10, citation: ZJ("20"), limits: { min: 10 } },
    noCandidateListDays: { value: 5, citation: ZJ("20"), limits: { min: 5 } },
    noCandidateOrder: { value: "surnameStrokes", citation: ZJ("20"), limits: { oneOf: ["surnameStrokes"] } },
    campaignOnDay: { value: "stops", citation: ZJ("23"), limits: { oneOf: ["stops"] } },
    speechRequestDays: { value: 5, citation: ZJ("23"), limits: { min: 5 } },
    // Proxies, places, staff
    proxyCap: { value: 3, citation: ZJ("25"), limits: { min: 1, max: 3 } },
    proxyHolder: { value: "nearRelative", citation: ZJ("25") },
    proxyCandidateBanned: { value: true, citation: ZJ("25"), limits: { oneOf: [true] } },
    proxyNeedsPublication: { value: true, citation: ZJ("25"), limits: { oneOf: [true] } },
    proxyApplyDays: { value: 3, citation: ZJ("25"), limits: { min: 3 } },
    proxyListDays: { value: 1, citation: ZJ("25"), limits: { min: 1 } },
    roamingBoxes: { value: "withApproval", citation: ZJ("24") },
    roamingFor: { value: ["scattered"], citation: ZJ("24") },
    roamingStaffMin: { value: 3, citation: ZJ("24"), limits: { min: 3 } },
    placesNoticeDays: { value: 5, citation: ZJ("22"), limits: { min: 5 } },
    staffListDays: { value: 5, citation: ZJ("22"), limits: { min: 5 } },
    staffKinScope: { value: "spouseParentsChildrenSiblings", citation: ZJ("22") },
    scribeBy: { value: "appointed", citation: ZJ("24") },
    // Ballot, count, result
    sheets: { value: "one", citation: ZJ("21") },
    ballotStages: { value: "together", citation: ZJ("21"), limits: { oneOf: ["together"] } },
    samePersonTwice: { value: "invalidBoth", citation: ZJ("27"), limits: { oneOf: ["invalidBoth"] } },
    blankBallot: { value: "abstention", citation: ZJ("21") },
    votesDown: { value: "none", citation: ZJ("27"), limits: { oneOf: ["none"] } },
    recoveredAgainst: { value: "voters", citation: ZJ("27"), limits: { oneOf: ["voters"] } },
    tieResolve: { value: "revote", citation: ZJ("28") },
    runoffDays: { value: 30, citation: ZJ("29"), limits: { min: 0, max: 30 } },
    runoffWithoutCandidates: { value: true, citation: ZJ("29") },
    vacancyAllowedFrom: { value: 3, citation: ZJ("30"), limits: { min: 3 } },
    presidingElse: { value: "representatives", citation: ZJ("30") },
    // Afterwards and meetings
    handoverDays: { value: 10, citation: ZJ("33"), limits: { max: 10 } },
    ballotsKeptBy: { value: "committee", citation: ZJ("10") },
    recallVoteDays: { value: 30, citation: ZJ("35"), limits: { max: 30 } },
    recallTownshipDays: { value: 60, citation: ZJ("35"), limits: { max: 60 } },
    recallRepeatMonths: { value: 12, citation: ZJ("36"), limits: { oneOf: [12] } },
    representativesNoticeDays: { value: 3, citation: ZJI("23"), limits: { min: 3 } },
    supervisionSizeMin: { value: 3, citation: ZJI("30") },
    supervisionSizeMax: { value: 5, citation: ZJI("30") },
  },
};
