import { z } from "zod";
import { lawValuesSchema, VILLAGE_KEYS, type LawKey } from "./parameters.ts";

/**
 * What a village may set in its own method (选举办法), passed by its assembly or representatives, inside the limits of
 * nation and province: what decides the outcome (`VILLAGE_KEYS`) and how the work before and after is done.
 */
export const METHOD_KEYS = [
  ...VILLAGE_KEYS,
  "committeeAbsences",
  "listDays",
  "womenCandidates",
  "womenNomination",
  "nominationTurnout",
  "primaryBy",
  "primaryTurnout",
  "namesPerNominator",
  "nominationSamePerson",
  "nomineeTwoOffices",
  "nominationVotesDown",
  "nominationTie",
  "nominationProxyAllowed",
  "candidateListDays",
  "candidateOrder",
  "candidateWithdrawalDays",
  "noCandidateIntentDays",
  "noCandidateListDays",
  "noCandidateOrder",
  "campaignOnDay",
  "speechRequestDays",
  "proxyCap",
  "proxyApplyDays",
  "proxyListDays",
  "proxyNeedsPublication",
  "roamingStaffMin",
  "roamingListDays",
  "stationStaffMin",
  "placesNoticeDays",
  "staffListDays",
  "scribeBy",
  "scribeCap",
  "ballotStages",
  "samePersonTwice",
  "voidRerunDays",
  "certificateDays",
  "handoverDays",
  "archiveYears",
  "ballotsKeptYears",
  "representativesNoticeDays",
] as const satisfies readonly LawKey[];
export type MethodKey = (typeof METHOD_KEYS)[number];

/** Whether a village may set this parameter at all. */
export function isMethodKey(key: string): key is MethodKey {
  return METHOD_KEYS.some((one) => one === key);
}

const { shape } = lawValuesSchema;

/** The method of a village as stored with its election. Unknown parameters are refused. */
export const villageMethodSchema = z
  .strictObject({
    votesDown: shape.votesDown, women: shape.women, kinResolve: shape.kinResolve, recoveredAgainst: shape.recoveredAgainst,
    runoffMargin: shape.runoffMargin, runoffTurnout: shape.runoffTurnout, runoffDays: shape.runoffDays,
    vacancyAllowedFrom: shape.vacancyAllowedFrom, vacancyNeedsChair: shape.vacancyNeedsChair, vacancyAfter: shape.vacancyAfter,
    vacancyBy: shape.vacancyBy, presidingElse: shape.presidingElse,
    committeeAbsences: shape.committeeAbsences, listDays: shape.listDays,
    womenCandidates: shape.womenCandidates, womenNomination: shape.womenNomination,
    nominationTurnout: shape.nominationTurnout, primaryBy: shape.primaryBy, primaryTurnout: shape.primaryTurnout,
    namesPerNominator: shape.namesPerNominator, nominationSamePerson: shape.nominationSamePerson, nomineeTwoOffices: shape.nomineeTwoOffices,
    nominationVotesDown: shape.nominationVotesDown, nominationTie: shape.nominationTie, nominationProxyAllowed: shape.nominationProxyAllowed,
    candidateListDays: shape.candidateListDays, candidateOrder: shape.candidateOrder, candidateWithdrawalDays: shape.candidateWithdrawalDays,
    noCandidateIntentDays: shape.noCandidateIntentDays, noCandidateListDays: shape.noCandidateListDays, noCandidateOrder: shape.noCandidateOrder,
    campaignOnDay: shape.campaignOnDay, speechRequestDays: shape.speechRequestDays,
    proxyCap: shape.proxyCap, proxyApplyDays: shape.proxyApplyDays, proxyListDays: shape.proxyListDays, proxyNeedsPublication: shape.proxyNeedsPublication,
    roamingStaffMin: shape.roamingStaffMin, roamingListDays: shape.roamingListDays, stationStaffMin: shape.stationStaffMin,
    placesNoticeDays: shape.placesNoticeDays, staffListDays: shape.staffListDays, scribeBy: shape.scribeBy, scribeCap: shape.scribeCap,
    ballotStages: shape.ballotStages, samePersonTwice: shape.samePersonTwice, voidRerunDays: shape.voidRerunDays,
    certificateDays: shape.certificateDays, handoverDays: shape.handoverDays, archiveYears: shape.archiveYears,
    ballotsKeptYears: shape.ballotsKeptYears, representativesNoticeDays: shape.representativesNoticeDays,
  } satisfies Record<MethodKey, z.ZodType>)
  .partial()
  .strict();
export type VillageMethod = Readonly<z.output<typeof villageMethodSchema>>;
