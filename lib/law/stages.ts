import type { LawKey } from "./parameters.ts";

/** Stages of an election in their order: by which of them a rule is acted upon. */
export const STAGES = ["committee", "seats", "roll", "nomination", "candidates", "proxies", "places", "vote", "after"] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The stage whose first public act rests on a parameter. Once that act is out, the rule is fixed for this election: a
 * list that was posted under one rule cannot be judged by another.
 */
export const STAGE_OF: Readonly<Record<LawKey, Stage>> = {
  membersMin: "seats", membersMax: "seats", membersOdd: "seats", termYears: "after", postponeMonths: "committee", postponeApproval: "committee",
  dayChange: "vote", womenMin: "vote", women: "seats", womenOffice: "seats", womenCandidates: "candidates", womenNomination: "nomination",
  minorityRequired: "vote", kinScope: "vote", kinResolve: "vote",
  committeeSizeMin: "committee", committeeSizeMax: "committee", committeeOdd: "committee", committeeAbsences: "committee", committeeEnds: "after",
  committeeLeaveOn: "nomination", committeeLeaveKin: "nomination",
  voterAge: "roll", voterCategoryThree: "roll", voterCategoryThreeYears: "roll", voterExtraGroups: "roll", voterHomeCertificate: "roll",
  voterUnreachableLeftOut: "roll", listDays: "roll", objectionDays: "roll", decisionDays: "roll",
  nominators: "nomination", nominationWays: "nomination", nominationTurnout: "nomination", primaryBy: "nomination", primaryTurnout: "nomination",
  namesPerNominator: "nomination", nominationSamePerson: "nomination", nomineeTwoOffices: "nomination", nominationVotesDown: "nomination",
  nominationTie: "nomination", nominationProxyAllowed: "nomination", candidateBars: "candidates", candidateConditions: "candidates",
  margin: "seats", candidateListDays: "candidates", candidateOrder: "candidates", candidateWithdrawalDays: "candidates",
  candidateWithdrawalAfterListDays: "candidates", candidateRefill: "candidates", noCandidateMode: "seats", noCandidateIntentDays: "nomination",
  noCandidateListDays: "candidates", noCandidateOrder: "candidates", candidatesMeetVoters: "candidates", campaignOnDay: "vote", speechRequestDays: "candidates",
  proxyAllowed: "proxies", proxyNeedsPublication: "proxies", proxyCap: "proxies", proxyHolder: "proxies", proxyCandidateBanned: "proxies",
  proxyApplyDays: "proxies", proxyListDays: "proxies",
  roamingBoxes: "places", roamingFor: "places", roamingStaffMin: "places", roamingListDays: "places", stationStaffMin: "places",
  placesNoticeDays: "places", staffListDays: "places", staffKinScope: "places", scribeBy: "places", scribeCap: "places",
  sheets: "places", ballotStages: "places", membersFirst: "places", samePersonTwice: "vote", blankBallot: "vote",
  validTurnout: "vote", electedThreshold: "vote", runoffThreshold: "vote", participants: "vote", invalidInBase: "vote", tieResolve: "vote",
  votesDown: "vote", recoveredAgainst: "vote", runoffMargin: "vote", runoffTurnout: "vote", runoffDays: "vote", runoffElected: "vote",
  runoffWithoutCandidates: "vote", voidRerunDays: "vote", vacancyAllowedFrom: "vote", vacancyNeedsChair: "vote", vacancyAfter: "vote",
  vacancyBy: "vote", presidingElse: "vote", auditBeforeElection: "vote",
  certificateDays: "after", handoverDays: "after", certificateIssuer: "after", sealDays: "after", archiveYears: "after", ballotsKeptYears: "after",
  ballotsKeptUntilNextElection: "after", ballotsKeptBy: "after", recallPetition: "after", recallVoteDays: "after", recallTownshipDays: "after",
  recallRepeatMonths: "after", recallRepeatWholeTerm: "after", byElectionMonths: "after", assemblyNoticeDays: "after",
  assemblyUrgentNotice: "after", representativesNoticeDays: "after", supervisionSizeMin: "after", supervisionSizeMax: "after",
};

/** Whether a parameter may no longer change: its stage has been acted upon. */
export const isFixed = (key: LawKey, acted: ReadonlySet<Stage>): boolean => acted.has(STAGE_OF[key]);
