import type { FindingCode } from "../law/catalogue.ts";
import type { Phase } from "./model.ts";

/** Where a finding is mended: whose phase it is, the page under the desk (null: not at this desk), and the form's field there. */
export type Place = { readonly phase: Phase; readonly page: string | null; readonly field: string | null };

const at = (phase: Phase, page: string | null, field: string | null = null): Place => ({ phase, page, field });

/** The place of every finding that stands against a step of a case. Codes that only explain a result have none. */
const places: Partial<Readonly<Record<FindingCode, Place>>> = {
  // Committee and seats
  electionDayPast: at("committee", null),
  electionDayTight: at("committee", null),
  dayChangeOtherLaw: at("committee", "plan/day", "newDay"),
  dayChangeStepsMissed: at("committee", "plan/day", "newDay"),
  dayChangeLimited: at("committee", "plan/day", "changeReason"),
  dayChangeAges: at("committee", "plan/day", "newDay"),
  auditNotPublished: at("committee", "audit", "publishedOn"),
  committeeQuorum: at("committee", "committee/members", "present"),
  meetingNotDecided: at("committee", "committee/seats", "inFavour"),
  groupQuorum: at("committee", "committee/members", "groups.0.present"),
  groupsMissing: at("committee", "committee/members", "groups.0.present"),
  representativesComposition: at("committee", "committee/members", "representatives"),
  womenRepresentatives: at("committee", "committee/members", "womenRepresentatives"),
  meetingNoticeShort: at("committee", "committee/members", "noticeOn"),
  meetingRequestShort: at("committee", "committee/members", "requestedBy"),
  meetingEntitledFewer: at("committee", "committee/members", "entitled"),
  committeeTie: at("committee", "committee/members", "members.0.votes"),
  committeeTooSmall: at("committee", "committee/members", "members.0.name"),
  committeeEven: at("committee", "committee/members", "members.0.name"),
  committeeTooLarge: at("committee", "committee/members", "members.0.name"),
  committeeNoWoman: at("committee", "committee/members", "members.0.name"),
  committeeRelatives: at("committee", "committee/members", "relatives"),
  committeeMemberNominated: at("committee", "committee"),
  committeeMemberRelativeNominated: at("committee", "committee"),
  seatsOutOfRange: at("committee", "committee/seats", "member"),
  seatsEven: at("committee", "committee/seats", "member"),
  womanSeatNotFixed: at("committee", "committee/seats", "woman"),
  committeeNotChosen: at("committee", "committee/members", "members.0.name"),
  committeeNoChair: at("committee", "committee/members", "members.0.position"),
  committeeChangeNotAnnounced: at("committee", "committee/notices/committeeChange"),
  dayNotAnnounced: at("committee", "notices/draft/electionDay"),
  committeeNotAnnounced: at("committee", "committee/notices/electionCommittee"),
  registrationNotAnnounced: at("committee", "committee/notices/registration"),
  seatsNotDecided: at("committee", "committee/seats", "chair"),
  issuerNotFormed: at("committee", "committee/members", "members.0.name"),
  noticeLate: at("committee", "notices"),
  noticePastLimit: at("committee", "notices"),
  noticeOutOfOrder: at("committee", "notices"),
  noticeFieldsMissing: at("committee", "notices"),
  noticeCharacters: at("committee", "notices"),
  // Roll
  listTooLate: at("roll", "roll/publish"),
  listNotPublished: at("roll", "roll/publish"),
  rollEmpty: at("roll", "roll/import"),
  listedElsewhere: at("roll", "roll/duplicates"),
  registeredTwice: at("roll", "roll/duplicates"),
  likelyTwice: at("roll", "roll/duplicates"),
  rollFaultsOpen: at("roll", "roll/list?status=open"),
  namesNotPrintable: at("roll", "roll/list"),
  objectionOpen: at("roll", "roll/objections"),
  objectionsNotAnnounced: at("roll", "roll/objections/notice"),
  objectionNotCarriedOut: at("roll", "roll/objections"),
  objectionTooLate: at("roll", "roll/objections/new", "receivedOn"),
  decisionTooLate: at("roll", "roll/objections"),
  rollChangesNotAnnounced: at("roll", "roll/publish"),
  // Nomination
  candidateBarred: at("nomination", "nomination/vetting"),
  marginTooSmall: at("nomination", "nomination/add", "nominees.0.person"),
  marginTooLarge: at("nomination", "nomination"),
  nomineeNotVetted: at("nomination", "nomination/vetting", "vettedBy"),
  nomineeNotListed: at("nomination", "nomination"),
  nomineeTwoOffices: at("nomination", "nomination"),
  nominationTie: at("nomination", "nomination"),
  candidateNoWoman: at("nomination", "nomination/add", "nominees.0.person"),
  candidateListTooLate: at("nomination", "nomination/publish"),
  candidateListNoDay: at("nomination", "nomination/publish"),
  nominationNotAnnounced: at("nomination", "committee/notices/nominationMethod"),
  nomineeConsentMissing: at("nomination", "nomination/consent", "consentOn"),
  nominationTurnoutLow: at("nomination", "nomination/meeting", "ballots"),
  nominationNamesTooMany: at("nomination", "nomination/meeting", "ballots"),
  nominationWayNotProvided: at("nomination", "nomination"),
  selfNominationTooLate: at("nomination", "nomination/add", "nominees.0.person"),
  primaryMethodNotPublished: at("nomination", "nomination/notices/primaryMethod"),
  primaryVotersNotProvided: at("nomination", "nomination/primary", "voters"),
  primaryTurnoutLow: at("nomination", "nomination/primary/result", "ballots"),
  primaryTie: at("nomination", "nomination/primary/result", "ballots"),
  primaryResultNotPublished: at("nomination", "nomination/notices/primaryResult"),
  candidateWithdrawalTooLate: at("nomination", "nomination"),
  // Ballot
  candidatesNotPublished: at("ballot", "nomination/publish"),
  voteNotOnDay: at("ballot", "ballot/open"),
  stationsMissing: at("ballot", "ballot/stations", "stations.0.name"),
  groupsNotAssigned: at("ballot", "ballot/stations", "stations.0.groups"),
  placesNotPublished: at("ballot", "ballot/notices/pollingPlaces"),
  noPrintRun: at("ballot", "ballot/print", "quantity"),
  printedTooFew: at("ballot", "ballot/print", "quantity"),
  moreReceivedThanPrinted: at("ballot", "ballot/supplies", "supplies.0.received"),
  staffConflict: at("ballot", "ballot/staff", "staff.0.person"),
  proxyCap: at("ballot", "ballot/proxies", "holder"),
  proxyChain: at("ballot", "ballot/proxies", "holder"),
  proxyHolderIsCandidate: at("ballot", "ballot/proxies", "holder"),
  proxyHolderNotRelative: at("ballot", "ballot/proxies", "relation"),
  proxyPrincipalTwice: at("ballot", "ballot/proxies", "principal"),
  proxyTooLate: at("ballot", "ballot/proxies", "principal"),
  proxyListNotPublished: at("ballot", "ballot/notices/proxies"),
  staffNotNamed: at("ballot", "ballot/staff", "staff.0.person"),
  stationStaffTooFew: at("ballot", "ballot/staff", "staff.0.person"),
  staffNotAnnounced: at("ballot", "ballot/notices/staff"),
  printedNotSupplied: at("ballot", "ballot/supplies", "supplies.0.received"),
  pollsClosedLate: at("ballot", "ballot/close"),
  pollsNotClosed: at("ballot", "ballot/close"),
  ballotSumsDiffer: at("ballot", "ballot"),
  accountsOpen: at("ballot", "ballot"),
  candidatesMeetingMissing: at("ballot", "nomination/introduction", "heldOn"),
  candidateNotIntroduced: at("ballot", "nomination/introduction", "heldOn"),
  candidatesMeetingOnDay: at("ballot", "nomination/introduction"),
  statementNotChecked: at("ballot", "nomination/introduction", "checkedOn"),
  candidateListStale: at("ballot", "nomination/publish"),
  proxyListStale: at("ballot", "ballot/notices/proxies"),
  voterTwoWays: at("ballot", "ballot/proxies", "principal"),
  roamingNotProvided: at("ballot", "ballot/roaming", "boxes"),
  roamingNotApproved: at("ballot", "ballot/roaming", "approvedOn"),
  roamingStaffTooFew: at("ballot", "ballot/staff", "staff.0.person"),
  roamingReasonNotProvided: at("ballot", "ballot/roaming", "reason"),
  roamingListNotPublished: at("ballot", "ballot/notices/roamingVoters"),
  roamingListStale: at("ballot", "ballot/notices/roamingVoters"),
  roamingListTooLate: at("ballot", "ballot/notices/roamingVoters"),
  scribeConflict: at("ballot", "ballot/scribes", "scribe"),
  scribeCap: at("ballot", "ballot/scribes", "scribe"),
  scribeNotAppointed: at("ballot", "ballot/scribes", "scribe"),
  scribeChain: at("ballot", "ballot/scribes", "scribe"),
  scribeAway: at("ballot", "ballot/scribes", "scribe"),
  scribeListNotPublished: at("ballot", "ballot/notices/scribes"),
  scribeListStale: at("ballot", "ballot/notices/scribes"),
  // Count
  countNotClosed: at("count", "count"),
  namesNotConfirmed: at("count", "count/names"),
  determinationDiffers: at("count", "result"),
  resultNotOnTheSpot: at("count", "result"),
  resultNotAnnounced: at("count", "result"),
  electionNotComplete: at("count", "result", "pollingDay"),
  certificatesLate: at("count", "result"),
  ballotsCountedDiffer: at("count", "result", "differenceReason"),
};

const isPlaced = (code: string): code is FindingCode => Object.hasOwn(places, code);

/** The place of a finding code; null when it has none. */
export const placeOfCode = (code: string): Place | null => (isPlaced(code) ? (places[code] ?? null) : null);

/** All codes with a place, for tests and lists. */
export const placedCodes: readonly FindingCode[] = Object.keys(places).filter(isPlaced);

/** The page of a desk where a finding is mended, and the form's field there; null when it is not mended at a desk. */
export function whereToMend(electionId: string, code: string): { readonly page: string; readonly field: string | null } | null {
  const place = placeOfCode(code);
  return place === null || place.page === null ? null : { page: `/desk/${electionId}/${place.page}`, field: place.field };
}

const rooms: readonly (readonly [prefix: string, phase: Phase])[] = [
  ["roll.", "roll"], ["nomination.", "nomination"], ["ballot.", "ballot"], ["vote.", "ballot"], ["count.", "count"], ["result.", "count"], ["certificate.", "count"],
];

/** The phase a finding belongs to: its place's, else that of the room whose command found it. */
export const phaseOf = (code: string, command: string): Phase => placeOfCode(code)?.phase ?? rooms.find(([prefix]) => command.startsWith(prefix))?.[1] ?? "committee";
