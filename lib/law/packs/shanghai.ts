import type { ProvincePack } from "../pack.ts";
import { cite } from "./cite.ts";

const SH = cite("上海市村民委员会选举办法(2020)");
/** 上海市实施《村民委员会组织法》办法, 2020-05-14: known only by what others cite of it. */
const SHI = cite("上海市实施村民委员会组织法办法(2020)", "seenExcerpt");

const ONE_MORE = { min: 1, max: 1 } as const;

/** 上海. */
export const CN_SH_2020: ProvincePack<"CN-SH-2020"> = {
  id: "CN-SH-2020",
  region: "CN-SH",
  read: "full",
  name: { "zh-CN": "上海市村民委员会选举办法（2020年）", en: "Shanghai measures on villagers' committee elections (2020)" },
  inForceFrom: "2020-09-25",
  inForceUntil: null,
  parameters: {
    // Composition and election committee
    postponeApproval: { value: "county", citation: SH("5"), limits: { oneOf: ["county"] } },
    kinScope: { value: "spouseDirectLine", citation: SH("2") },
    committeeSizeMin: { value: 7, citation: SH("7") },
    committeeSizeMax: { value: 9, citation: SH("7") },
    committeeLeaveOn: { value: "confirmed", citation: SH("7") },
    committeeEnds: { value: "handoverDone", citation: SH("8") },
    // Voters
    voterCategoryThree: { value: "lived", citation: SH("9") },
    voterExtraGroups: { value: ["marriedIn", "collectiveRights"], citation: SH("9") },
    // Nomination and candidates
    nominators: { value: "electors", citation: SH("12") },
    nominationWays: { value: ["ballot"], citation: SH("12") },
    margin: { value: { chair: ONE_MORE, viceChair: ONE_MORE, member: { min: 1, max: 3 } }, citation: SH("12") },
    candidateListDays: { value: 5, citation: SH("12"), limits: { min: 5 } },
    candidateOrder: { value: "votes", citation: SH("12"), limits: { oneOf: ["votes"] } },
    noCandidateMode: { value: "meetingDecides", citation: SH("11") },
    campaignOnDay: { value: "stops", citation: SH("13"), limits: { oneOf: ["stops"] } },
    // Proxies, places, staff
    proxyCap: { value: 3, citation: SH("16"), limits: { min: 1, max: 3 } },
    proxyHolder: { value: "nearRelative", citation: SH("16") },
    proxyApplyDays: { value: 5, citation: SH("16"), limits: { min: 5 } },
    proxyListDays: { value: 2, citation: SH("16"), limits: { min: 2 } },
    roamingBoxes: { value: "notMentioned", citation: SH("14") },
    staffKinScope: { value: "spouseDirectLine", citation: SH("14") },
    scribeBy: { value: "trusted", citation: SH("17") },
    // Ballot, count, result
    sheets: { value: "either", citation: SH("15") },
    ballotStages: { value: "either", citation: SH("15") },
    membersFirst: { value: "banned", citation: SH("15"), limits: { oneOf: ["banned"] } },
    blankBallot: { value: "abstention", citation: SH("17") },
    recoveredAgainst: { value: "voters", citation: SH("19"), limits: { oneOf: ["voters"] } },
    tieResolve: { value: "revote", citation: SH("20") },
    runoffDays: { value: 30, citation: SH("21"), limits: { min: 0, max: 30 } },
    vacancyAllowedFrom: { value: 3, citation: SH("21"), limits: { min: 3 } },
    vacancyAfter: { value: "regular", citation: SH("21") },
    vacancyBy: { value: "meeting", citation: SH("21"), limits: { oneOf: ["meeting"] } },
    presidingElse: { value: "memberMostVotes", citation: SH("21"), limits: { oneOf: ["memberMostVotes"] } },
    // Afterwards
    certificateIssuer: { value: "committee", citation: SH("22") },
    handoverDays: { value: 10, citation: SH("24"), limits: { max: 10 } },
    sealDays: { value: 0, citation: SH("24"), limits: { max: 0 } },
    ballotsKeptUntilNextElection: { value: true, citation: SH("23"), limits: { oneOf: [true] } },
    ballotsKeptBy: { value: "township", citation: SH("23"), limits: { oneOf: ["township"] } },
    recallVoteDays: { value: 30, citation: SH("27"), limits: { max: 30 } },
    byElectionMonths: { value: 3, citation: SH("29"), limits: { max: 3 } },
    supervisionSizeMin: { value: 3, citation: SHI("25") },
    supervisionSizeMax: { value: 7, citation: SHI("25") },
  },
};
