import type { Citation, Confidence } from "../finding.ts";
import type { NationalPack } from "../pack.ts";
import { CANDIDATE_BARS } from "../parameters.ts";

/** 村民委员会组织法, 2010 revision as amended on 2018-12-29; in force until 2025-12-31. */
const law2018 = (article: string): Citation => ({ text: "村民委员会组织法(2018)", article, confidence: "seen" });
/** The same law as amended on 2025-10-28, in force from 2026-01-01. */
const law2025 = (article: string): Citation => ({ text: "村民委员会组织法(2025)", article, confidence: "seen" });
/** 民政部《村民委员会选举规程》民发〔2013〕76号: a guide, not binding, and not readable in full, so never "seen". */
const guide = (article: string, confidence: Confidence = "unverified"): Citation => ({
  text: "村民委员会选举规程(2013)",
  article,
  confidence,
});

const AT_LEAST_ONE_MORE = { min: 1, max: null } as const;

/** What both texts of the law leave open, and the ministry's guide fills. */
const GUIDE_VALUES = {
  women: { value: "declareFirst", citation: guide("六(九)"), limits: { oneOf: ["declareFirst", "reservedSeat"] } },
  committeeSizeMin: { value: 3, citation: guide("一(一)", "seenExcerpt") },
  committeeSizeMax: { value: null, citation: guide("一(一)", "seenExcerpt") },
  candidateListDays: { value: null, citation: guide("四(四)") },
  candidateOrder: { value: "either", citation: guide("四(四)") },
  proxyApplyDays: { value: null, citation: guide("六(三)") },
  proxyListDays: { value: null, citation: guide("六(三)") },
  roamingBoxes: { value: "allowed", citation: guide("六(一)") },
  roamingStaffMin: { value: null, citation: guide("六(五)") },
  staffKinScope: { value: "nearRelatives", citation: guide("六(五)") },
  sheets: { value: "either", citation: guide("六(一)") },
  participants: { value: "returnedBallots", citation: guide("六(八)") },
  votesDown: { value: "none", citation: guide("六(九)"), limits: { oneOf: ["none", "toLower"] } },
  recoveredAgainst: { value: "issued", citation: guide("六(八)"), limits: { oneOf: ["issued", "voters"] } },
  runoffTurnout: { value: "none", citation: guide("六(十一)"), limits: { oneOf: ["none", "majority"] } },
  runoffDays: { value: null, citation: guide("六(十一)") },
  vacancyAllowedFrom: { value: 3, citation: guide("六(十一)"), limits: { min: 3 } },
  vacancyNeedsChair: { value: false, citation: guide("六(十一)") },
  vacancyAfter: { value: "runoff", citation: guide("六(十一)"), limits: { oneOf: ["runoff", "regular"] } },
  vacancyBy: { value: "law", citation: guide("六(十一)"), limits: { oneOf: ["law", "meeting"] } },
  presidingElse: { value: "representatives", citation: guide("六(十一)"), limits: { oneOf: ["representatives", "memberMostVotes"] } },
  certificateDays: { value: 10, citation: guide("六(十)") },
  archiveYears: { value: 3, citation: guide("七(二)") },
} as const;

/** Pack of the law in force until 2025-12-31. */
export const CN_2018: NationalPack<"CN-2018"> = {
  id: "CN-2018",
  name: { "zh-CN": "《村民委员会组织法》（2018年修正）", en: "Organic Law of Villagers' Committees (as amended 2018)" },
  inForceFrom: "2018-12-29",
  inForceUntil: "2025-12-31",
  parameters: {
    ...GUIDE_VALUES,
    membersMin: { value: 3, citation: law2018("6"), limits: { min: 3, max: 7 } },
    membersMax: { value: 7, citation: law2018("6"), limits: { min: 3, max: 7 } },
    termYears: { value: 5, citation: law2018("11"), limits: { oneOf: [5] } },
    womenMin: { value: 1, citation: law2018("6"), limits: { min: 1 } },
    minorityRequired: { value: true, citation: law2018("6"), limits: { oneOf: [true] } },
    kinScope: { value: "none", citation: law2018("6") },
    kinResolve: { value: "none", citation: law2018("6"), limits: { oneOf: ["none", "officeThenVotes"] } },
    committeeLeaveOn: { value: "nominated", citation: law2018("12") },
    voterAge: { value: 18, citation: law2018("13"), limits: { oneOf: [18] } },
    voterCategoryThree: { value: "lived", citation: law2018("13") },
    voterCategoryThreeYears: { value: 1, citation: law2018("13"), limits: { oneOf: [1] } },
    listDays: { value: 20, citation: law2018("14"), limits: { min: 20 } },
    objectionDays: { value: 5, citation: law2018("14"), limits: { oneOf: [5] } },
    decisionDays: { value: 3, citation: law2018("14"), limits: { oneOf: [3] } },
    nominators: { value: "electors", citation: law2018("15") },
    candidateBars: { value: [], citation: law2018("15") },
    margin: { value: { chair: AT_LEAST_ONE_MORE, viceChair: AT_LEAST_ONE_MORE, member: AT_LEAST_ONE_MORE }, citation: law2018("15") },
    proxyCap: { value: null, citation: law2018("15") },
    proxyHolder: { value: "nearRelative", citation: law2018("15") },
    proxyCandidateBanned: { value: false, citation: law2018("15") },
    validTurnout: { value: "majorityOfRegistered", citation: law2018("15") },
    electedThreshold: { value: "majorityOfParticipants", citation: law2018("15") },
    runoffThreshold: { value: "oneThirdOfBallots", citation: law2018("15") },
    runoffMargin: { value: 1, citation: law2018("15"), limits: { min: 1 } },
    auditBeforeElection: { value: true, citation: law2018("35") },
    handoverDays: { value: 10, citation: law2018("20"), limits: { max: 10 } },
  },
};

/** Pack of the law in force from 2026-01-01. Its limits make every older provincial rule that conflicts fall away. */
export const CN_2025: NationalPack<"CN-2025"> = {
  id: "CN-2025",
  name: { "zh-CN": "《村民委员会组织法》（2025年修正）", en: "Organic Law of Villagers' Committees (as amended 2025)" },
  inForceFrom: "2026-01-01",
  inForceUntil: null,
  parameters: {
    ...GUIDE_VALUES,
    membersMin: { value: 3, citation: law2025("8"), limits: { min: 3, max: 7 } },
    membersMax: { value: 7, citation: law2025("8"), limits: { min: 3, max: 7 } },
    termYears: { value: 5, citation: law2025("14"), limits: { oneOf: [5] } },
    womenMin: { value: 1, citation: law2025("8"), limits: { min: 1 } },
    minorityRequired: { value: false, citation: law2025("8") },
    kinScope: { value: "nearRelatives", citation: law2025("8"), limits: { oneOf: ["nearRelatives"] } },
    kinResolve: { value: "officeThenVotes", citation: law2025("8"), limits: { oneOf: ["officeThenVotes"] } },
    committeeLeaveOn: { value: "nominatedOrRelativeNominated", citation: law2025("15"), limits: { oneOf: ["nominatedOrRelativeNominated"] } },
    voterAge: { value: 18, citation: law2025("16"), limits: { oneOf: [18] } },
    voterCategoryThree: { value: "livedOrVillageWork", citation: law2025("16"), limits: { oneOf: ["livedOrVillageWork"] } },
    voterCategoryThreeYears: { value: 1, citation: law2025("16"), limits: { oneOf: [1] } },
    listDays: { value: 20, citation: law2025("17"), limits: { min: 20 } },
    objectionDays: { value: 5, citation: law2025("17"), limits: { oneOf: [5] } },
    decisionDays: { value: 3, citation: law2025("17"), limits: { oneOf: [3] } },
    nominators: { value: "partyOrganisationOrElectors", citation: law2025("18"), limits: { oneOf: ["partyOrganisationOrElectors"] } },
    candidateBars: { value: CANDIDATE_BARS, citation: law2025("18") },
    margin: { value: { chair: AT_LEAST_ONE_MORE, viceChair: AT_LEAST_ONE_MORE, member: AT_LEAST_ONE_MORE }, citation: law2025("18") },
    proxyCap: { value: 3, citation: law2025("18"), limits: { max: 3 } },
    proxyHolder: { value: "nearRelativeOrVillager", citation: law2025("18"), limits: { oneOf: ["nearRelativeOrVillager"] } },
    proxyCandidateBanned: { value: true, citation: law2025("18"), limits: { oneOf: [true] } },
    validTurnout: { value: "majorityOfRegistered", citation: law2025("18") },
    electedThreshold: { value: "majorityOfParticipants", citation: law2025("18") },
    runoffThreshold: { value: "oneThirdOfBallots", citation: law2025("18") },
    runoffMargin: { value: 1, citation: law2025("18"), limits: { min: 1 } },
    auditBeforeElection: { value: true, citation: law2025("40") },
    handoverDays: { value: 10, citation: law2025("24"), limits: { max: 10 } },
  },
};
