import type { ProvincePack } from "../pack.ts";
import { cite } from "./cite.ts";

const BJ = cite("北京市村民委员会选举办法(2012)");

const ONE_OR_TWO_MORE = { min: 1, max: 2 } as const;

/** 北京. "More than three elected, the chair among them" is four or more. */
export const CN_BJ_2012: ProvincePack<"CN-BJ-2012"> = {
  id: "CN-BJ-2012",
  region: "CN-BJ",
  read: "full",
  name: { "zh-CN": "北京市村民委员会选举办法（2012年）", en: "Beijing measures on villagers' committee elections (2012)" },
  inForceFrom: "2012-09-28",
  inForceUntil: null,
  note: {
    "zh-CN": "第十八条所引《村民委员会组织法》第十八条系2018年文本，2025年文本为第二十二条。",
    en: "Its Article 18 points to Article 18 of the law as it was then; in the 2025 text that is Article 22.",
  },
  parameters: {
    // Composition and election committee
    termYears: { value: 3, citation: BJ("4") },
    womenOffice: { value: "fixedBeforehand", citation: BJ("3"), limits: { oneOf: ["fixedBeforehand"] } },
    committeeSizeMin: { value: 5, citation: BJ("9") },
    committeeSizeMax: { value: 9, citation: BJ("9") },
    committeeLeaveOn: { value: "nominated", citation: BJ("11") },
    committeeEnds: { value: "handoverDone", citation: BJ("10") },
    // Voters
    voterExtraGroups: { value: ["formerFarmHousehold", "workedHere"], citation: BJ("13") },
    voterUnreachableLeftOut: { value: true, citation: BJ("14") },
    // Nomination and candidates
    nominators: { value: "electors", citation: BJ("16") },
    nominationWays: { value: ["ballot"], citation: BJ("16") },
    nominationTurnout: { value: "majorityOfRegistered", citation: BJ("16"), limits: { oneOf: ["majorityOfRegistered"] } },
    namesPerNominator: { value: "seats", citation: BJ("16"), limits: { oneOf: ["seats"] } },
    candidateConditions: { value: "meetingDecides", citation: BJ("18") },
    margin: { value: { chair: ONE_OR_TWO_MORE, viceChair: ONE_OR_TWO_MORE, member: ONE_OR_TWO_MORE }, citation: BJ("16") },
    candidateListDays: { value: 5, citation: BJ("20"), limits: { min: 5 } },
    candidateOrder: { value: "votes", citation: BJ("20"), limits: { oneOf: ["votes"] } },
    noCandidateMode: { value: "notMentioned", citation: BJ("16") },
    // Proxies, places, staff
    proxyCap: { value: 3, citation: BJ("25"), limits: { min: 1, max: 3 } },
    proxyHolder: { value: "nearRelative", citation: BJ("25") },
    proxyCandidateBanned: { value: true, citation: BJ("25"), limits: { oneOf: [true] } },
    proxyApplyDays: { value: 1, citation: BJ("25"), limits: { min: 1 } },
    roamingBoxes: { value: "allowed", citation: BJ("23") },
    roamingFor: { value: ["oldOrIll"], citation: BJ("23") },
    roamingStaffMin: { value: 3, citation: BJ("23"), limits: { min: 3 } },
    stationStaffMin: { value: 3, citation: BJ("23"), limits: { min: 3 } },
    staffKinScope: { value: "spouseDirectLine", citation: BJ("21") },
    scribeBy: { value: "appointed", citation: BJ("24") },
    // Ballot, count, result
    sheets: { value: "either", citation: BJ("22") },
    ballotStages: { value: "either", citation: BJ("22") },
    blankBallot: { value: "abstention", citation: BJ("26") },
    participants: { value: "returnedBallots", citation: BJ("28") },
    invalidInBase: { value: true, citation: BJ("28") },
    recoveredAgainst: { value: "voters", citation: BJ("28"), limits: { oneOf: ["voters"] } },
    tieResolve: { value: "revote", citation: BJ("29") },
    runoffDays: { value: 15, citation: BJ("30"), limits: { min: 0, max: 15 } },
    vacancyAllowedFrom: { value: 4, citation: BJ("30"), limits: { min: 4 } },
    vacancyNeedsChair: { value: true, citation: BJ("30"), limits: { oneOf: [true] } },
    vacancyAfter: { value: "runoff", citation: BJ("30"), limits: { oneOf: ["runoff"] } },
    vacancyBy: { value: "meeting", citation: BJ("30"), limits: { oneOf: ["meeting"] } },
    // Afterwards
    handoverDays: { value: 10, citation: BJ("32"), limits: { max: 10 } },
    recallVoteDays: { value: 30, citation: BJ("33"), limits: { max: 30 } },
    recallRepeatMonths: { value: null, citation: BJ("34") },
    recallRepeatWholeTerm: { value: true, citation: BJ("34") },
  },
};
