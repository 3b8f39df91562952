import type { ProvincePack } from "../pack.ts";
import { cite } from "./cite.ts";

const HA = cite("河南省实施村民委员会组织法办法(2011)");

const ONE_MORE = { min: 1, max: 1 } as const;

/** 河南: separate sheets; a run-off, too, needs the turnout of more than half. */
export const CN_HA_2011: ProvincePack<"CN-HA-2011"> = {
  id: "CN-HA-2011",
  region: "CN-HA",
  read: "full",
  name: { "zh-CN": "河南省实施《村民委员会组织法》办法（2011年）", en: "Henan measures implementing the Organic Law (2011)" },
  inForceFrom: "2011-07-29",
  inForceUntil: null,
  note: {
    "zh-CN": "第八条：一般三至五人，人口较多且居住分散或者经济发达的村不超过七人。",
    en: "Article 8: three to five members as a rule, up to seven in large, scattered or prosperous villages.",
  },
  parameters: {
    // Composition and election committee
    termYears: { value: 3, citation: HA("17") },
    dayChange: { value: "forceMajeureOnly", citation: HA("15"), limits: { oneOf: ["forceMajeureOnly"] } },
    minorityRequired: { value: true, citation: HA("8"), limits: { oneOf: [true] } },
    kinScope: { value: "spouseParentsChildrenSiblings", citation: HA("8") },
    kinResolve: { value: "officeThenVotes", citation: HA("8"), limits: { oneOf: ["officeThenVotes"] } },
    committeeSizeMin: { value: 7, citation: HA("11") },
    committeeSizeMax: { value: 9, citation: HA("11") },
    committeeLeaveOn: { value: "confirmed", citation: HA("12") },
    // Voters
    voterCategoryThree: { value: "lived", citation: HA("20") },
    voterExtraGroups: { value: ["talents"], citation: HA("20") },
    voterHomeCertificate: { value: true, citation: HA("20") },
    // Nomination and candidates
    nominators: { value: "electors", citation: HA("24") },
    nominationWays: { value: ["ballot"], citation: HA("24") },
    nominationTurnout: { value: "majorityOfRegistered", citation: HA("24"), limits: { oneOf: ["majorityOfRegistered"] } },
    namesPerNominator: { value: "seats", citation: HA("24"), limits: { oneOf: ["seats"] } },
    nominationSamePerson: { value: "invalid", citation: HA("25"), limits: { oneOf: ["invalid"] } },
    nomineeTwoOffices: { value: "countedApart", citation: HA("25"), limits: { oneOf: ["countedApart"] } },
    nominationVotesDown: { value: "toLower", citation: HA("25") },
    nominationTie: { value: "revote", citation: HA("25"), limits: { oneOf: ["revote"] } },
    margin: { value: { chair: ONE_MORE, viceChair: ONE_MORE, member: { min: 1, max: 2 } }, citation: HA("24") },
    candidateListDays: { value: 5, citation: HA("26"), limits: { min: 5 } },
    candidateWithdrawalAfterListDays: { value: 3, citation: HA("26"), limits: { max: 3 } },
    candidateRefill: { value: "nextByVotes", citation: HA("27") },
    noCandidateMode: { value: "meetingDecidesAndFiled", citation: HA("22、29") },
    // Proxies, places, staff
    proxyCap: { value: 3, citation: HA("30"), limits: { min: 1, max: 3 } },
    proxyHolder: { value: "nearRelative", citation: HA("30") },
    proxyApplyDays: { value: 1, citation: HA("30"), limits: { min: 1 } },
    proxyListDays: { value: 1, citation: HA("30"), limits: { min: 1 } },
    roamingBoxes: { value: "allowed", citation: HA("31") },
    roamingFor: { value: ["oldOrIll"], citation: HA("31") },
    roamingStaffMin: { value: 3, citation: HA("31"), limits: { min: 3 } },
    roamingListDays: { value: 1, citation: HA("31"), limits: { min: 1 } },
    staffKinScope: { value: "spouseParentsChildrenSiblings", citation: HA("32") },
    scribeBy: { value: "trusted", citation: HA("33") },
    // Ballot, count, result
    sheets: { value: "separate", citation: HA("34"), limits: { oneOf: ["separate"] } },
    ballotStages: { value: "together", citation: HA("34"), limits: { oneOf: ["together"] } },
    blankBallot: { value: "abstention", citation: HA("34") },
    recoveredAgainst: { value: "issued", citation: HA("35"), limits: { oneOf: ["issued"] } },
    tieResolve: { value: "revote", citation: HA("36") },
    runoffElected: { value: "majorityElseMostVotes", citation: HA("38") },
    runoffTurnout: { value: "majority", citation: HA("38"), limits: { oneOf: ["majority"] } },
    voidRerunDays: { value: 30, citation: HA("39"), limits: { max: 30 } },
    // Afterwards
    certificateIssuer: { value: "committee", citation: HA("37") },
    handoverDays: { value: 10, citation: HA("40"), limits: { max: 10 } },
    sealDays: { value: 0, citation: HA("40"), limits: { max: 0 } },
    ballotsKeptYears: { value: 3, citation: HA("37"), limits: { min: 3 } },
    ballotsKeptBy: { value: "township", citation: HA("37"), limits: { oneOf: ["township"] } },
    recallVoteDays: { value: 30, citation: HA("43"), limits: { max: 30 } },
    recallTownshipDays: { value: 30, citation: HA("43"), limits: { max: 30 } },
    supervisionSizeMin: { value: 3, citation: HA("56") },
    supervisionSizeMax: { value: 5, citation: HA("56") },
  },
};
