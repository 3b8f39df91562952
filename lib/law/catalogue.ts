import type { Citation, Fact, Finding, Severity } from "./finding.ts";
import type { Law } from "./law.ts";
import { meetingCitation } from "./meeting.ts";
import type { LawKey } from "./parameters.ts";

/**
 * Where a finding's rule stands: the parameter that holds its citation, a function of the law, or an explicit
 * `practice` (good practice of the forms and guides) or `system` (a matter of this program, no rule of law).
 */
type Cites = { readonly parameter: LawKey } | { readonly citation: (law: Law) => Citation } | "practice" | "system";

type CatalogueEntry = { readonly severity: Severity; readonly cites: Cites };

const entry = (severity: Severity, cites: LawKey | "practice" | "system" | ((law: Law) => Citation)): CatalogueEntry => {
  if (typeof cites === "function") return { severity, cites: { citation: cites } };
  if (cites === "practice" || cites === "system") return { severity, cites };
  return { severity, cites: { parameter: cites } };
};

/** An article that no parameter carries, by national law. */
const article =
  (of2018: string, of2025: string) =>
  (law: Law): Citation =>
    law.national === "CN-2018"
      ? { text: "村民委员会组织法(2018)", article: of2018, confidence: "seen" }
      : { text: "村民委员会组织法(2025)", article: of2025, confidence: "seen" };

/**
 * Every finding code of the engine. Words (title, why, what to do) stand in the message files under
 * `findings.<code>`; a test fails when a code lacks words or a place in the law.
 */
export const CATALOGUE = {
  // Law and its parameters
  packUnknown: entry("error", "system"),
  packNotInForce: entry("error", "system"),
  parameterUnknown: entry("error", "system"),
  parameterOutsideLimits: entry("error", "system"),
  electionDayBeforePack: entry("error", "system"),
  electionDayPast: entry("error", "practice"),
  electionDayTight: entry("warning", "practice"),
  // Committee and seats
  committeeQuorum: entry("error", (law) => meetingCitation("representatives", law.national)),
  meetingNotDecided: entry("error", (law) => meetingCitation("representatives", law.national)),
  committeeTie: entry("warning", "practice"),
  committeeTooSmall: entry("error", "committeeSizeMin"),
  committeeTooLarge: entry("error", "committeeSizeMax"),
  committeeNoWoman: entry("warning", "practice"),
  committeeRelatives: entry("warning", "practice"),
  committeeMemberNominated: entry("error", "committeeLeaveOn"),
  committeeMemberRelativeNominated: entry("error", "committeeLeaveOn"),
  seatsOutOfRange: entry("error", "membersMin"),
  auditNotPublished: entry("warning", "auditBeforeElection"),
  // Roll
  listTooLate: entry("error", "listDays"),
  listNotPublished: entry("error", "listDays"),
  objectionOpen: entry("error", "objectionDays"),
  objectionTooLate: entry("error", "objectionDays"),
  decisionTooLate: entry("error", "decisionDays"),
  voterTooYoung: entry("error", "voterAge"),
  rollEmpty: entry("error", "practice"),
  listedElsewhere: entry("error", article("13", "16")),
  rollFaultsOpen: entry("warning", "practice"),
  namesNotPrintable: entry("warning", "practice"),
  // Nomination
  candidateBarred: entry("error", "candidateBars"),
  marginTooSmall: entry("error", "margin"),
  marginTooLarge: entry("error", "margin"),
  candidateListTooLate: entry("error", "candidateListDays"),
  candidateNoWoman: entry("warning", "practice"),
  nomineeNotVetted: entry("error", "candidateBars"),
  nomineeNotListed: entry("error", article("13", "16")),
  nomineeTwoOffices: entry("warning", "practice"),
  nominationTie: entry("warning", "practice"),
  candidateListNoDay: entry("warning", "practice"),
  // Ballot
  proxyCap: entry("error", "proxyCap"),
  proxyHolderIsCandidate: entry("error", "proxyCandidateBanned"),
  proxyHolderNotElector: entry("error", "proxyHolder"),
  proxyHolderNotRelative: entry("error", "proxyHolder"),
  proxyPrincipalTwice: entry("error", article("15", "18")),
  proxyTooLate: entry("error", "proxyApplyDays"),
  proxyListNotPublished: entry("error", article("15", "18")),
  ballotSumsDiffer: entry("error", "practice"),
  printedTooFew: entry("warning", "practice"),
  staffConflict: entry("error", "staffKinScope"),
  proxyChain: entry("error", article("15", "18")),
  groupsNotAssigned: entry("warning", "practice"),
  voteNotOnDay: entry("error", "practice"),
  candidatesNotPublished: entry("error", "candidateListDays"),
  placesNotPublished: entry("warning", "practice"),
  noPrintRun: entry("error", "practice"),
  accountsOpen: entry("error", "practice"),
  moreReceivedThanPrinted: entry("error", "practice"),
  stationsMissing: entry("error", "practice"),
  // Count
  countNotClosed: entry("error", article("15", "18")),
  ballotsCountedDiffer: entry("warning", "participants"),
  // Determination
  recovered: entry("error", "recoveredAgainst"),
  turnout: entry("error", "validTurnout"),
  takingPart: entry("info", "participants"),
  majority: entry("info", "electedThreshold"),
  women: entry("error", "womenMin"),
  size: entry("warning", "membersMin"),
  margin: entry("warning", "runoffMargin"),
  kin: entry("info", "kinScope"),
  vacancy: entry("info", "vacancyAllowedFrom"),
  presiding: entry("info", "presidingElse"),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type FindingCode = keyof typeof CATALOGUE;

/** Every code, in the order of the catalogue. */
export const FINDING_CODES: readonly FindingCode[] = Object.keys(CATALOGUE).filter(
  (code): code is FindingCode => code in CATALOGUE,
);

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
