import { organicArticle } from "./article.ts";
import type { Citation, Fact, Finding, Severity } from "./finding.ts";
import type { Law } from "./law.ts";
import { callingCitation, meetingCitation, representativesCitation } from "./meeting.ts";
import type { LawKey } from "./parameters.ts";
import type { RuleId } from "./rulebook/rulebook.ts";

/**
 * Where a finding's rule stands: the parameter that holds its citation, a function of the law, or an explicit
 * `practice` (good practice of the forms and guides) or `system` (a matter of this program, no rule of law).
 */
type Cites = { readonly parameter: LawKey } | { readonly citation: (law: Law) => Citation } | "practice" | "system";

type CatalogueEntry = { readonly severity: Severity; readonly cites: Cites; readonly rules: readonly RuleId[] };

/** One code: how grave, where its rule stands, and the rules of the rulebook that it applies (none only for practice and system). */
const entry = (severity: Severity, cites: LawKey | "practice" | "system" | ((law: Law) => Citation), ...rules: readonly RuleId[]): CatalogueEntry => {
  if (typeof cites === "function") return { severity, cites: { citation: cites }, rules };
  if (cites === "practice" || cites === "system") return { severity, cites, rules };
  return { severity, cites: { parameter: cites }, rules };
};

/** An article that no parameter carries, by national law. */
const article =
  (of2018: string, of2025: string) =>
  (law: Law): Citation =>
    organicArticle(law, of2018, of2025);

/** Parts of an election to which findings belong, in its order; `law` stands for the choice of packs, method and day. */
export const FINDING_PHASES = ["law", "committee", "roll", "nomination", "ballot", "count", "result"] as const;
export type FindingPhase = (typeof FINDING_PHASES)[number];

/**
 * Every finding code of the engine, by phase. Words (title, why, what to do) stand in the message files under
 * `findings.<code>`; a test fails when a code lacks words, a place in the law, or a rule.
 */
export const CATALOGUE_BY_PHASE = {
  law: {
    packUnknown: entry("error", "system"),
    packNotInForce: entry("error", "system"),
    parameterUnknown: entry("error", "system"),
    parameterOutsideLimits: entry("error", "system"),
    electionDayBeforePack: entry("error", "system"),
    electionDayPast: entry("error", "practice", "G-23"),
    electionDayTight: entry("warning", "practice"),
    dayChangeOtherLaw: entry("error", "system", "G-23"),
    dayChangeStepsMissed: entry("error", "practice", "G-23"),
    dayChangeLimited: entry("warning", "dayChange", "G-23"),
    dayChangeAges: entry("info", "voterAge", "R-01", "R-02"),
  },
  committee: {
    committeeQuorum: entry("error", (law) => meetingCitation("representatives", law.national), "C-03", "M-03", "M-08", "M-09"),
    meetingNotDecided: entry("error", (law) => meetingCitation("representatives", law.national), "M-04", "M-08", "M-09"),
    groupQuorum: entry("error", (law) => meetingCitation("group", law.national), "C-03", "M-09"),
    groupsMissing: entry("warning", article("12", "15"), "C-03"),
    representativesComposition: entry("error", (law) => representativesCitation(law.national), "M-05"),
    womenRepresentatives: entry("error", (law) => representativesCitation(law.national), "M-05"),
    meetingNoticeShort: entry("warning", "assemblyNoticeDays", "M-02"),
    meetingRequestShort: entry("warning", (law) => callingCitation("assembly", law.national), "M-01", "M-07"),
    meetingEntitledFewer: entry("warning", (law) => meetingCitation("assembly", law.national), "M-01", "M-03", "M-09"),
    committeeTie: entry("warning", "practice", "C-06"),
    committeeTooSmall: entry("error", "committeeSizeMin", "G-01"),
    committeeTooLarge: entry("error", "committeeSizeMax", "G-01"),
    committeeEven: entry("info", "committeeOdd", "G-01"),
    committeeNoWoman: entry("warning", "practice"),
    committeeRelatives: entry("warning", "practice", "G-02"),
    committeeMemberNominated: entry("error", "committeeLeaveOn", "C-04", "C-06"),
    committeeMemberRelativeNominated: entry("error", "committeeLeaveOn", "C-05", "C-06"),
    seatsOutOfRange: entry("error", "membersMin", "V-01", "G-14"),
    seatsEven: entry("error", "membersOdd", "V-01"),
    womanSeatNotFixed: entry("warning", "womenOffice", "G-37"),
    auditNotPublished: entry("warning", "auditBeforeElection", "A-10"),
    committeeNotChosen: entry("error", article("12", "15"), "C-01", "C-03"),
    committeeNoChair: entry("error", article("12", "15"), "C-02"),
    committeeChangeNotAnnounced: entry("warning", "practice", "C-06"),
    dayNotAnnounced: entry("error", "practice", "G-23"),
    committeeNotAnnounced: entry("error", "practice", "G-03"),
    registrationNotAnnounced: entry("warning", "practice", "G-09"),
    seatsNotDecided: entry("error", "membersMin", "V-01", "G-14"),
    issuerNotFormed: entry("error", article("12", "15"), "C-01", "C-03"),
    noticeLate: entry("info", "practice"),
    noticePastLimit: entry("warning", "proxyListDays", "E-12"),
    noticeOutOfOrder: entry("info", "practice"),
    noticeFieldsMissing: entry("error", "system"),
    noticeCharacters: entry("error", "system"),
  },
  roll: {
    listTooLate: entry("error", "listDays", "R-08"),
    listNotPublished: entry("error", "listDays", "R-08"),
    objectionOpen: entry("error", "objectionDays", "R-10"),
    objectionTooLate: entry("error", "objectionDays", "R-09"),
    decisionTooLate: entry("error", "decisionDays", "R-10"),
    rollEmpty: entry("error", "practice"),
    listedElsewhere: entry("error", article("13", "16"), "R-07"),
    registeredTwice: entry("error", article("13", "16"), "R-07"),
    likelyTwice: entry("warning", article("13", "16"), "R-07"),
    rollFaultsOpen: entry("warning", "practice"),
    namesNotPrintable: entry("warning", "practice"),
    unreachableNotProvided: entry("warning", "voterUnreachableLeftOut", "P-09"),
    unreachableNotTried: entry("warning", "voterUnreachableLeftOut", "P-09"),
    applicationIncomplete: entry("warning", "voterHomeCertificate", "P-08"),
    rollChangesNotAnnounced: entry("error", article("14", "17"), "R-10"),
    objectionNotCarriedOut: entry("error", article("14", "17"), "R-10"),
    objectionsNotAnnounced: entry("error", article("14", "17"), "R-10"),
  },
  nomination: {
    candidateBarred: entry("error", "candidateBars", "N-04"),
    marginTooSmall: entry("error", "margin", "N-05"),
    marginTooLarge: entry("error", "margin", "P-03"),
    candidateListTooLate: entry("error", "candidateListDays", "P-01"),
    candidateNoWoman: entry("warning", "womenCandidates", "G-17"),
    nomineeNotVetted: entry("error", "candidateBars", "N-04"),
    nomineeNotListed: entry("error", article("13", "16"), "R-01", "G-18"),
    nomineeTwoOffices: entry("warning", "practice", "P-11"),
    nominationTie: entry("warning", "practice", "G-16"),
    candidateListNoDay: entry("warning", "practice", "P-01"),
    nominationNotAnnounced: entry("warning", "practice", "G-16"),
    nomineeConsentMissing: entry("warning", "practice", "G-18"),
    nominationTurnoutLow: entry("error", "nominationTurnout", "P-10"),
    nominationNamesTooMany: entry("error", "namesPerNominator", "G-16"),
    nominationWayNotProvided: entry("warning", "nominationWays", "N-01", "N-02"),
    selfNominationTooLate: entry("error", "noCandidateIntentDays", "G-19"),
    primaryMethodNotPublished: entry("warning", "practice", "G-16"),
    primaryVotersNotProvided: entry("error", "primaryBy", "G-16"),
    primaryTurnoutLow: entry("error", "primaryTurnout", "P-10"),
    primaryTie: entry("error", "practice", "G-16"),
    primaryResultNotPublished: entry("warning", "practice", "G-16"),
    candidateWithdrawalTooLate: entry("error", "candidateWithdrawalDays", "G-18"),
  },
  ballot: {
    proxyCap: entry("error", "proxyCap", "E-10"),
    proxyHolderIsCandidate: entry("error", "proxyCandidateBanned", "E-11"),
    proxyHolderNotRelative: entry("error", "proxyHolder", "E-08"),
    proxyPrincipalTwice: entry("error", article("15", "18"), "E-07", "G-24"),
    proxyTooLate: entry("error", "proxyApplyDays", "P-04"),
    proxyListNotPublished: entry("error", article("15", "18"), "E-12"),
    ballotSumsDiffer: entry("error", "practice"),
    printedTooFew: entry("warning", "practice", "G-25"),
    staffConflict: entry("error", "staffKinScope", "G-27"),
    proxyChain: entry("error", article("15", "18"), "G-24"),
    groupsNotAssigned: entry("warning", "practice"),
    voteNotOnDay: entry("error", "practice", "G-23"),
    candidatesNotPublished: entry("error", "candidateListDays", "P-01"),
    placesNotPublished: entry("warning", "practice", "G-23"),
    noPrintRun: entry("error", "practice", "G-25"),
    accountsOpen: entry("error", "practice"),
    moreReceivedThanPrinted: entry("error", "practice"),
    stationsMissing: entry("error", "practice", "E-06", "G-21"),
    staffNotNamed: entry("warning", "practice", "G-26"),
    stationStaffTooFew: entry("warning", "stationStaffMin", "P-05"),
    staffNotAnnounced: entry("warning", "practice", "G-26"),
    printedNotSupplied: entry("warning", "practice", "G-25"),
    pollsNotClosed: entry("error", "practice", "E-06"),
    pollsClosedLate: entry("warning", "practice", "G-23"),
    candidatesMeetingMissing: entry("error", article("15", "18"), "N-06"),
    candidateNotIntroduced: entry("warning", article("15", "18"), "N-06"),
    candidatesMeetingOnDay: entry("warning", "campaignOnDay", "P-13", "N-06"),
    statementNotChecked: entry("warning", "practice", "N-06"),
    candidateListStale: entry("error", article("15", "18"), "G-18"),
    proxyListStale: entry("error", article("15", "18"), "E-12"),
    voterTwoWays: entry("error", article("15", "18"), "E-07"),
    roamingNotProvided: entry("warning", "roamingBoxes", "P-05"),
    roamingNotApproved: entry("error", "roamingBoxes", "P-05"),
    roamingStaffTooFew: entry("error", "roamingStaffMin", "P-05"),
    roamingReasonNotProvided: entry("warning", "roamingFor", "P-05"),
    roamingListNotPublished: entry("error", "roamingBoxes", "P-05"),
    roamingListStale: entry("error", "roamingBoxes", "P-05"),
    roamingListTooLate: entry("error", "roamingListDays", "P-05"),
    scribeConflict: entry("error", "staffKinScope", "G-27", "G-32"),
    scribeCap: entry("error", "scribeCap", "G-32"),
    scribeNotAppointed: entry("error", "scribeBy", "G-32"),
    scribeChain: entry("error", "practice", "G-32"),
    scribeAway: entry("error", "practice", "G-32"),
    scribeListNotPublished: entry("warning", "practice", "G-32"),
    scribeListStale: entry("warning", "practice", "G-32"),
  },
  count: {
    countNotClosed: entry("error", article("15", "18"), "E-06", "G-31"),
    ballotsCountedDiffer: entry("warning", "participants", "G-33"),
    namesNotConfirmed: entry("error", "practice", "G-31"),
    determinationDiffers: entry("error", "system"),
    resultNotOnTheSpot: entry("warning", article("15", "18"), "E-06", "G-38"),
    resultNotAnnounced: entry("error", article("15", "18"), "E-06"),
    electionNotComplete: entry("error", article("15", "18"), "E-03"),
    certificatesLate: entry("warning", "certificateDays", "G-39"),
    handoverDue: entry("info", "handoverDays", "A-09"),
  },
  result: {
    recovered: entry("error", "recoveredAgainst", "G-34"),
    turnout: entry("error", "validTurnout", "E-01"),
    takingPart: entry("info", "participants", "G-33"),
    majority: entry("info", "electedThreshold", "E-02", "E-05"),
    women: entry("error", "womenMin", "V-02", "G-37"),
    size: entry("warning", "membersMin", "V-01", "E-03"),
    margin: entry("warning", "runoffMargin", "E-04"),
    kin: entry("info", "kinScope", "V-04"),
    vacancy: entry("info", "vacancyAllowedFrom", "G-41"),
    presiding: entry("info", "presidingElse", "G-41"),
  },
} as const satisfies Readonly<Record<FindingPhase, Readonly<Record<string, CatalogueEntry>>>>;

/** Every finding code with its entry. */
export const CATALOGUE = {
  ...CATALOGUE_BY_PHASE.law,
  ...CATALOGUE_BY_PHASE.committee,
  ...CATALOGUE_BY_PHASE.roll,
  ...CATALOGUE_BY_PHASE.nomination,
  ...CATALOGUE_BY_PHASE.ballot,
  ...CATALOGUE_BY_PHASE.count,
  ...CATALOGUE_BY_PHASE.result,
} as const;

export type FindingCode = keyof typeof CATALOGUE;

/** The codes of a part of the catalogue, in its order. */
export const knownCodes = (entries: Readonly<Record<string, CatalogueEntry>>): readonly FindingCode[] =>
  Object.keys(entries).filter((code): code is FindingCode => code in CATALOGUE);

/** Every code, in the order of the catalogue. */
export const FINDING_CODES: readonly FindingCode[] = knownCodes(CATALOGUE);

/** The place of a code's rule in the law in force; null for good practice and matters of the program. */
export function citationOf(code: FindingCode, law: Law): Citation | null {
  const { cites }: CatalogueEntry = CATALOGUE[code];
  if (cites === "practice" || cites === "system") return null;
  return "parameter" in cites ? law.citations[cites.parameter] : cites.citation(law);
}

export type FindingParts = {
  readonly law: Law;
  readonly ok: boolean;
  readonly actual?: Readonly<Record<string, Fact>>;
  /** The rule as a comparison with the case's numbers in it, such as `2 x 2288 > 2407`. */
  readonly required?: string;
  /** Form fields the finding speaks of. */
  readonly fields?: readonly string[];
  /** Where the case makes the rule milder or stricter than usual. */
  readonly severity?: Severity;
  /** Where another article than the catalogue's decides this case. */
  readonly citation?: Citation;
};

/** Builds a finding of the catalogue, with its citation from the law in force for the case. */
export function finding(code: FindingCode, parts: FindingParts): Finding & { readonly code: FindingCode } {
  return {
    code,
    severity: parts.severity ?? CATALOGUE[code].severity,
    ok: parts.ok,
    actual: parts.actual ?? {},
    required: parts.required ?? "",
    citation: parts.citation ?? citationOf(code, parts.law),
    fields: parts.fields ?? [],
  };
}
