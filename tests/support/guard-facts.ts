import type { GuardFacts, PollFact } from "#lib/election/guards/facts.ts";
import { lawFor, type Law } from "#lib/law/law.ts";
import type { FindingCode } from "#lib/law/catalogue.ts";
import type { Standing } from "#lib/nomination/rules.ts";

export const guardDay = "2026-04-18";

/** The law of 2025, alone or under a province's measures. */
export function guardLaw(province: string | null = null): Law {
  const law = lawFor({ firstVoteOn: guardDay, province, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}

const meeting = {
  kind: "representatives" as const, basis: "members" as const, heldOn: "2026-03-10", entitled: 54, present: 50, groups: [], representatives: 49, womenRepresentatives: 18,
  decision: { yes: 47, no: 2, abstain: 1, groupNumber: null },
};
const member = (id: string, sex: "male" | "female", position: "chair" | "member") => ({
  id, name: `成员${id}`, sex, group: 1, position, votes: 40, chosenByGroup: null, entryId: `entry-${id}`, state: "serving" as const, announced: true,
});
const nominee = (id: string, contest: string, sex: "male" | "female", votes: number): Standing => ({
  id, contest, rollEntryId: `n-${id}`, name: `候选${id}`, sex, votes, source: "voters", state: "candidate", vetted: true, consented: true, rounds: [], listed: true,
});
const posted = { count: 2, posted: { number: "13" }, added: 0, removed: 0 };
const station = { name: "中心会场", received: 2500, issued: 2290, spoiled: 9, left: 201, returned: 2288 };

const poll: PollFact = {
  id: "vote", number: 1, kind: "regular", state: "closed", heldOn: guardDay,
  opening: {
    heldOn: guardDay, printed: 2500, received: 2500, stations: 1, candidatesPublished: true, placesPublished: true, proxyList: posted,
    roaming: { plan: null, staff: 0, list: { ...posted, count: 0 } }, scribeList: { ...posted, count: 0 }, registered: 2407,
  },
  accounts: [station], staff: [{ name: "发票人", entryId: "staff", role: "issuer" }], candidates: ["n-1", "n-2"],
  proxies: [{ principalId: "p1", holderId: "h1", principalName: "委托人", holderName: "受托人", relation: "nearRelative", today: "2026-04-12" }],
};

const notice = (code: string, number: string, issuedOn = "2026-03-14") => ({ code, number, issuedOn });

/** A case in which everything is in order, on its election day, with the vote counted and announced. */
export const lawfulFacts: GuardFacts = {
  electionId: "e", villageId: "v", village: "江家庄村", electionDay: guardDay, version: 1, law: guardLaw(), closed: false, auditPublishedOn: "2026-03-01", method: "candidates", mainVenue: "文化礼堂",
  stations: 1, committee: { chair: true, serving: 5, reserves: 1 }, seats: [{ office: "chair", seats: 1 }, { office: "member", seats: 3 }],
  notices: [
    notice("electionDay", "1"), notice("electionCommittee", "2"), notice("registration", "3"), notice("voterList", "4", "2026-03-21"), notice("nominationMethod", "7", "2026-04-02"),
    notice("candidates", "9", "2026-04-08"), notice("pollingPlaces", "10", "2026-04-15"), notice("staff", "11", "2026-04-15"), notice("proxies", "13", "2026-04-16"),
  ],
  roll: { entries: 2733, listed: 2407, open: 0, doubles: 0, publishedOn: "2026-03-21", publishedTotal: 2407 }, nominees: { standing: 6, unvetted: 0, candidates: 6, introduced: true }, votes: [{
    id: "vote", number: 1, kind: "regular", state: "closed", heldOn: guardDay, parentId: null, registered: 2407, printed: 2500, issued: 2290, returned: 2288, staff: 1, proxies: 2, bundles: 46, settled: 46,
    determined: true, announced: true, next: "none",
  }],
  certificates: 0,
  members: [member("1", "male", "chair"), member("2", "female", "member"), member("3", "male", "member"), member("4", "male", "member"), member("5", "male", "member")], kin: [], chosenBy: meeting, decidedBy: meeting,
  list: { listed: 2407, withOpenFindings: 0, listedElsewhere: [], registeredTwice: [], likelyTwice: [], unprintable: { characters: [], people: [] }, pendingChanges: 0 },
  objections: { total: 0, open: 0, oldestReceivedOn: null, unannounced: 0, notCarriedOut: [], windowUntil: "2026-03-26" },
  plans: [{ contest: "chair", office: "chair", only: null, seats: 1, margin: 1 }, { contest: "member", office: "member", only: null, seats: 3, margin: 1 }],
  nomination: {
    registered: 2407, ballots: 2100, primary: null,
    nominees: [nominee("1", "chair", "male", 1300), nominee("2", "chair", "male", 700), nominee("3", "member", "female", 1200), nominee("4", "member", "male", 1100), nominee("5", "member", "male", 1000), nominee("6", "member", "male", 900)],
  },
  introduction: { electionDay: guardDay, candidates: [{ id: "1", name: "候选1", statementChecked: true }], meetings: [{ id: "m", heldOn: "2026-04-12", place: "文化礼堂", attendance: 300, nomineeIds: ["1"], note: "" }] },
  gone: [], poll,
  count: { bundles: 46, openBundles: 0, papers: 2288, unconfirmedNames: 0, determination: { announcedOn: guardDay, recomputes: true, next: "none" } },
};

/** One way to break a lawful case; `today`: only then. */
export type Break = { readonly facts: GuardFacts; readonly today?: string };

const withPoll = (over: Partial<PollFact>): GuardFacts => ({ ...lawfulFacts, poll: { ...poll, ...over } });
const withOpening = (over: Partial<PollFact["opening"]>): GuardFacts => withPoll({ opening: { ...poll.opening, ...over } });
const withMeeting = (over: Partial<typeof meeting>): GuardFacts => ({ ...lawfulFacts, chosenBy: { ...meeting, ...over }, decidedBy: { ...meeting, ...over } });
const withCount = (over: Partial<NonNullable<GuardFacts["count"]>>): GuardFacts => ({ ...lawfulFacts, count: lawfulFacts.count === null ? null : { ...lawfulFacts.count, ...over } });
const determined = (over: Partial<NonNullable<NonNullable<GuardFacts["count"]>["determination"]>>): GuardFacts => withCount({ determination: { announcedOn: guardDay, recomputes: true, next: "none", ...over } });
const withNominees = (change: (one: Standing, place: number) => Standing, law = lawfulFacts.law): GuardFacts => ({ ...lawfulFacts, law, nomination: { ...lawfulFacts.nomination, nominees: lawfulFacts.nomination.nominees.map(change) } });
const without = (code: string): GuardFacts => ({ ...lawfulFacts, notices: lawfulFacts.notices.filter((one) => one.code !== code) });
const issuedOn = (code: string, day: string, law = lawfulFacts.law): GuardFacts => ({ ...lawfulFacts, law, notices: lawfulFacts.notices.map((one) => (one.code === code ? { ...one, issuedOn: day } : one)) });
const only = (facts: Partial<GuardFacts>): GuardFacts => ({ ...lawfulFacts, ...facts });
const proxy = poll.proxies[0];
const proxies = (count: number): PollFact["proxies"] => (proxy === undefined ? [] : Array.from({ length: count }, (_, place) => ({ ...proxy, principalId: `p${place}` })));
const stale = { ...posted, added: 1 };
const missing = { ...posted, posted: null };
const boxes = { plan: { boxes: 1, route: "", approvedOn: "2026-04-10", approvedBy: "镇政府" }, staff: 3, list: posted };
const primary = { voters: "electors" as const, heldOn: "2026-04-06", rounds: [], methodPosted: "missing" as const, resultPosted: "missing" as const };

/** For each code of the guards a case that has exactly this fault (and what follows from it). */
export const breaks: Readonly<Partial<Record<FindingCode, Break>>> = {
  auditNotPublished: { facts: only({ auditPublishedOn: null }) },
  committeeNotChosen: { facts: only({ committee: { chair: false, serving: 0, reserves: 0 }, members: [], chosenBy: null }) },
  committeeNoChair: { facts: only({ committee: { chair: false, serving: 4, reserves: 1 } }) },
  committeeQuorum: { facts: withMeeting({ present: 35, decision: { yes: 30, no: 0, abstain: 0, groupNumber: null } }) },
  groupQuorum: { facts: only(groupsMet()) },
  representativesComposition: { facts: withMeeting({ representatives: 40 }) },
  womenRepresentatives: { facts: withMeeting({ womenRepresentatives: 17 }) },
  meetingNotDecided: { facts: withMeeting({ decision: { yes: 25, no: 20, abstain: 5, groupNumber: null } }) },
  committeeTooSmall: { facts: only({ members: lawfulFacts.members.slice(0, 2) }) },
  committeeTooLarge: { facts: only({ law: guardLaw("CN-ZJ-2020"), members: Array.from({ length: 12 }, (_, place) => member(`m${place}`, place === 1 ? "female" : "male", place === 0 ? "chair" : "member")) }) },
  committeeEven: { facts: only({ members: lawfulFacts.members.slice(0, 4) }) },
  committeeNoWoman: { facts: only({ members: lawfulFacts.members.map((one) => ({ ...one, sex: "male" as const })) }) },
  committeeRelatives: { facts: only({ kin: [["entry-1", "entry-2"]] }) },
  committeeMemberNominated: { facts: only({ members: lawfulFacts.members.map((one, place) => (place === 1 ? { ...one, entryId: "n-1" } : one)) }) },
  committeeMemberRelativeNominated: { facts: only({ kin: [["entry-2", "n-1"]] }) },
  committeeChangeNotAnnounced: { facts: only({ members: lawfulFacts.members.map((one, place) => (place === 2 ? { ...one, state: "left" as const, announced: false } : one)) }) },
  dayNotAnnounced: { facts: without("electionDay") },
  committeeNotAnnounced: { facts: without("electionCommittee") },
  registrationNotAnnounced: { facts: without("registration") },
  seatsNotDecided: { facts: only({ seats: [] }) },
  listTooLate: { facts: only({ roll: { ...lawfulFacts.roll, publishedOn: "2026-03-30" } }) },
  rollEmpty: { facts: only({ list: { ...lawfulFacts.list, listed: 0 } }) },
  listedElsewhere: { facts: only({ list: { ...lawfulFacts.list, listedElsewhere: ["张三"] } }) },
  registeredTwice: { facts: only({ list: { ...lawfulFacts.list, registeredTwice: ["张三（石桥村）"] } }) },
  likelyTwice: { facts: only({ list: { ...lawfulFacts.list, likelyTwice: ["张三（石桥村）"] } }) },
  rollFaultsOpen: { facts: only({ list: { ...lawfulFacts.list, withOpenFindings: 3 } }) },
  namesNotPrintable: { facts: only({ list: { ...lawfulFacts.list, unprintable: { characters: ["𣘴"], people: ["张𣘴（3组）"] } } }) },
  objectionOpen: { facts: only({ objections: { ...lawfulFacts.objections, total: 1, open: 1, oldestReceivedOn: "2026-03-24" } }) },
  objectionsNotAnnounced: { facts: only({ objections: { ...lawfulFacts.objections, total: 1, unannounced: 1 } }) },
  objectionNotCarriedOut: { facts: only({ objections: { ...lawfulFacts.objections, total: 1, notCarriedOut: [1] } }) },
  rollChangesNotAnnounced: { facts: only({ list: { ...lawfulFacts.list, pendingChanges: 2 } }) },
  listNotPublished: { facts: { ...withOpening({ registered: 0 }), roll: { ...lawfulFacts.roll, publishedOn: null, publishedTotal: null } } },
  nominationNotAnnounced: { facts: without("nominationMethod") },
  marginTooSmall: { facts: only({ nomination: { ...lawfulFacts.nomination, nominees: lawfulFacts.nomination.nominees.slice(0, 5) } }) },
  marginTooLarge: { facts: { ...lawfulFacts, law: guardLaw("CN-SH-2020"), plans: lawfulFacts.plans.map((plan) => (plan.contest === "chair" ? { ...plan, margin: 2 } : plan)), nomination: { ...lawfulFacts.nomination, nominees: [...lawfulFacts.nomination.nominees, nominee("7", "chair", "male", 20)] } } },
  nomineeNotVetted: { facts: withNominees((one, place) => (place === 0 ? { ...one, vetted: false } : one)) },
  nomineeNotListed: { facts: withNominees((one, place) => (place === 0 ? { ...one, listed: false } : one)) },
  nomineeTwoOffices: { facts: withNominees((one, place) => (place === 2 ? { ...one, rollEntryId: "n-1" } : one)) },
  nomineeConsentMissing: { facts: withNominees((one, place) => (place === 0 ? { ...one, consented: false } : one)) },
  nominationTie: { facts: { ...lawfulFacts, nomination: { ...lawfulFacts.nomination, nominees: [...lawfulFacts.nomination.nominees, nominee("8", "member", "male", 900)] } } },
  primaryTie: { facts: tiedPrimary() },
  nominationTurnoutLow: { facts: only({ law: guardLaw("CN-ZJ-2020"), nomination: { ...lawfulFacts.nomination, ballots: 1203 } }) },
  nominationNamesTooMany: { facts: only({ law: guardLaw("CN-ZJ-2020"), nomination: { ...lawfulFacts.nomination, ballots: 1300 } }) },
  nominationWayNotProvided: { facts: only({ law: guardLaw("CN-SH-2020"), nomination: { ...lawfulFacts.nomination, nominees: lawfulFacts.nomination.nominees.map((one, place) => (place === 5 ? { ...one, source: "self" as const } : one)) } }) },
  primaryResultNotPublished: { facts: only({ nomination: { ...lawfulFacts.nomination, primary: { ...primary, rounds: [{ number: 1, heldOn: "2026-04-06", entitled: 2407, ballots: 1800, invalid: 0, votes: new Map() }] } } }) },
  candidateNoWoman: { facts: withNominees((one) => ({ ...one, sex: "male" })) },
  candidateListTooLate: { facts: issuedOn("candidates", "2026-04-14", guardLaw("CN-SH-2020")) },
  candidateListNoDay: { facts: issuedOn("candidates", "2026-04-16") },
  candidatesNotPublished: { facts: withOpening({ candidatesPublished: false }) },
  candidateListStale: { facts: only({ gone: ["候选2"] }) },
  candidatesMeetingMissing: { facts: introduced({ meetings: [] }) },
  candidateNotIntroduced: { facts: introduced({ candidates: [{ id: "1", name: "候选1", statementChecked: true }, { id: "2", name: "候选2", statementChecked: true }] }) },
  statementNotChecked: { facts: introduced({ candidates: [{ id: "1", name: "候选1", statementChecked: false }] }) },
  candidatesMeetingOnDay: { facts: introduced({ meetings: [{ id: "m", heldOn: guardDay, place: "文化礼堂", attendance: 300, nomineeIds: ["1"], note: "" }] }) },
  voteNotOnDay: { facts: lawfulFacts, today: "2026-04-17" },
  stationsMissing: { facts: withOpening({ stations: 0 }) },
  placesNotPublished: { facts: withOpening({ placesPublished: false }) },
  noPrintRun: { facts: withOpening({ printed: 0, received: 0 }) },
  printedTooFew: { facts: withOpening({ printed: 2000 }) },
  moreReceivedThanPrinted: { facts: withPoll({ accounts: [{ ...station, received: 2501 }] }) },
  proxyListNotPublished: { facts: withOpening({ proxyList: missing }) },
  proxyListStale: { facts: withOpening({ proxyList: stale }) },
  roamingNotProvided: { facts: { ...withOpening({ roaming: boxes }), law: guardLaw("CN-SH-2020") } },
  roamingNotApproved: { facts: { ...withOpening({ roaming: { ...boxes, plan: { ...boxes.plan, approvedOn: null } } }), law: guardLaw("CN-ZJ-2020") } },
  roamingStaffTooFew: { facts: { ...withOpening({ roaming: { ...boxes, staff: 2 } }), law: guardLaw("CN-BJ-2012") } },
  roamingListNotPublished: { facts: withOpening({ roaming: { ...boxes, list: missing } }) },
  roamingListStale: { facts: withOpening({ roaming: { ...boxes, list: stale } }) },
  scribeListNotPublished: { facts: withOpening({ scribeList: missing }) },
  scribeListStale: { facts: withOpening({ scribeList: stale }) },
  stationStaffTooFew: { facts: { ...withPoll({}), law: guardLaw("CN-BJ-2012") } },
  staffNotNamed: { facts: withPoll({ staff: [] }) },
  staffNotAnnounced: { facts: without("staff") },
  staffConflict: { facts: only({ kin: [["n-1", "staff"]] }) },
  proxyTooLate: { facts: withPoll({ proxies: proxies(1).map((one) => ({ ...one, today: guardDay })) }) },
  proxyPrincipalTwice: { facts: withPoll({ proxies: proxies(2).map((one, place) => ({ ...one, principalId: "p", holderId: `h${place}` })) }) },
  proxyHolderIsCandidate: { facts: withPoll({ proxies: proxies(1).map((one) => ({ ...one, holderId: "n-1" })) }) },
  proxyHolderNotRelative: { facts: { ...withPoll({ proxies: proxies(1).map((one) => ({ ...one, relation: "villager" as const })) }), law: oldLaw() } },
  proxyChain: { facts: withPoll({ proxies: [...proxies(1), ...proxies(1).map((one) => ({ ...one, principalId: "h1", holderId: "h2" }))] }) },
  proxyCap: { facts: withPoll({ proxies: proxies(4) }) },
  accountsOpen: { facts: withPoll({ accounts: [{ ...station, issued: null, spoiled: null, left: null, returned: null }] }) },
  recovered: { facts: withPoll({ accounts: [{ ...station, returned: 2291 }] }) },
  turnout: { facts: withPoll({ accounts: [{ ...station, returned: 1203 }] }) },
  ballotSumsDiffer: { facts: withPoll({ accounts: [{ ...station, left: 200 }] }) },
  printedNotSupplied: { facts: withOpening({ printed: 2510 }) },
  pollsClosedLate: { facts: withPoll({ state: "open" }), today: "2026-04-19" },
  pollsNotClosed: { facts: withPoll({ state: "open" }) },
  countNotClosed: { facts: withCount({ openBundles: 1 }) },
  namesNotConfirmed: { facts: withCount({ unconfirmedNames: 1 }) },
  ballotsCountedDiffer: { facts: withCount({ papers: 2287 }) },
  determinationDiffers: { facts: determined({ recomputes: false }) },
  resultNotOnTheSpot: { facts: determined({ announcedOn: "2026-04-19" }) },
  resultNotAnnounced: { facts: determined({ announcedOn: null }) },
  electionNotComplete: { facts: determined({ next: "runoff" }) },
  certificatesLate: { facts: lawfulFacts, today: "2026-05-01" },
  handoverDue: { facts: lawfulFacts, today: "2026-04-29" },
};

function groupsMet(): Partial<GuardFacts> {
  const groups = { ...meeting, kind: "groups" as const, basis: "persons" as const, representatives: null, womenRepresentatives: null, groups: [{ groupNumber: 1, entitled: 30, present: 19 }], decision: null };
  return { chosenBy: groups, decidedBy: groups };
}

function introduced(over: Partial<NonNullable<GuardFacts["introduction"]>>): GuardFacts {
  return { ...lawfulFacts, introduction: lawfulFacts.introduction === null ? null : { ...lawfulFacts.introduction, ...over } };
}

function tiedPrimary(): GuardFacts {
  const nominees = [...lawfulFacts.nomination.nominees, nominee("8", "member", "male", 100)].map((one) => ({ ...one, rounds: [one.id === "6" || one.id === "8" ? 300 : 500 + one.votes] }));
  return { ...lawfulFacts, nomination: { ...lawfulFacts.nomination, nominees } };
}

function oldLaw(): Law {
  const law = lawFor({ firstVoteOn: "2025-04-18", province: null, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}
