/** Roles (角色). Each is granted within one scope; see `roleScope`. */
export const roles = [
  "administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide", "committeeChair", "committeeMember",
  "registrar", "ballotIssuer", "teller", "scrutineer", "observer",
] as const;
export type Role = (typeof roles)[number];

/** Kinds of scope in which a role can be held. */
export type ScopeKind = "system" | "county" | "township" | "village" | "election";

/** The one kind of scope of each role. */
export const roleScope: Readonly<Record<Role, ScopeKind>> = {
  administrator: "system",
  countyAdministrator: "county",
  countyReader: "county",
  townshipOfficer: "township",
  guide: "village",
  committeeChair: "election",
  committeeMember: "election",
  registrar: "election",
  ballotIssuer: "election",
  teller: "election",
  scrutineer: "election",
  observer: "election",
};

const committee = ["committeeChair", "committeeMember"] as const;
const desk = [...committee, "registrar", "ballotIssuer", "teller", "scrutineer"] as const;
const watchers = ["countyReader", "townshipOfficer", "guide", "observer"] as const;

/**
 * Who may do what: the one table of role x action, read by every command, query, page and route, and printed in
 * docs/permissions.md. Township and county roles appear in no action that writes a village's roll, ballots or votes.
 */
export const permissions = {
  // installation and accounts
  "system.manage": ["administrator"],
  "account.manage": ["administrator"],
  "account.manageTownship": ["administrator", "townshipOfficer"],
  "account.manageElection": ["townshipOfficer", "committeeChair"],
  "holidays.write": ["administrator", "countyAdministrator"],
  "ledger.read": ["administrator", "countyAdministrator", "countyReader", "townshipOfficer"],
  // county
  "pack.read": ["administrator", "countyAdministrator", "countyReader"],
  "pack.import": ["countyAdministrator"],
  // township
  "township.read": ["administrator", "countyAdministrator", "countyReader", "townshipOfficer"],
  "drive.open": ["townshipOfficer"],
  "village.write": ["townshipOfficer"],
  "election.open": ["townshipOfficer"],
  "election.setDay": ["townshipOfficer"],
  "election.moveLaw": ["townshipOfficer"],
  "audit.record": ["townshipOfficer", ...committee],
  "day.ask": ["committeeChair"],
  "day.decide": ["townshipOfficer"],
  "plan.record": committee,
  // one election
  "election.read": [...desk, ...watchers],
  "guard.accept": ["committeeChair"],
  "committee.write": committee,
  "seats.write": committee,
  "method.write": committee,
  "meeting.read": [...committee, "registrar", "countyReader", "townshipOfficer", "guide"],
  "meeting.write": committee,
  // Whose a notice is says the numbered set: the township's office issues its own, the village's desk all others.
  "notice.draft": ["townshipOfficer", ...committee],
  "notice.issueOffice": ["townshipOfficer"],
  "notice.issue": ["committeeChair", "committeeMember"],
  "notice.post": [...committee, "registrar"],
  "roll.read": [...committee, "registrar", "ballotIssuer", "teller", "scrutineer"],
  "roll.write": [...committee, "registrar"],
  // People who stand on two rolls: name, sex, birth year, village and group; nothing else of a roll.
  "duplicates.read": ["countyAdministrator", "countyReader", "townshipOfficer"],
  "roll.publish": ["committeeChair"],
  // Shows one identity number in full, with a reason that is kept.
  "roll.viewIdentity": ["committeeChair", "registrar"],
  "objection.record": [...committee, "registrar"],
  "objection.decide": committee,
  "nomination.write": committee,
  "nomination.publish": ["committeeChair"],
  "ballot.write": committee,
  "ballot.issue": [...committee, "ballotIssuer"],
  "proxy.write": [...committee, "registrar"],
  "assisted.write": [...committee, "registrar"],
  "vote.open": ["committeeChair"],
  "count.prepare": committee,
  "count.enter": ["teller"],
  "count.settle": ["scrutineer"],
  "count.reopen": ["committeeChair", "scrutineer"],
  "count.mergeName": ["teller", "scrutineer"],
  "count.read": [...committee, "teller", "scrutineer"],
  "result.determine": ["committeeChair"],
  "result.announce": ["committeeChair"],
  "certificate.issue": ["committeeChair"],
  "result.read": [...desk, ...watchers],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something a person can be allowed to do; each command, page and route names exactly one. */
export type Action = keyof typeof permissions;

/** A role held in a scope. */
export type Grant = { readonly role: string; readonly scopeKind: string; readonly scopeId: string };

/** Where a row lies: all the scopes that cover it. */
export type Place = {
  readonly countyId?: string | undefined;
  readonly townshipId?: string | undefined;
  readonly villageId?: string | undefined;
  readonly electionId?: string | undefined;
};

/** Whether a grant's scope covers a place. */
export function covers(grant: Grant, place: Place): boolean {
  switch (grant.scopeKind) {
    case "system":
      return true;
    case "county":
      return grant.scopeId === place.countyId;
    case "township":
      return grant.scopeId === place.townshipId;
    case "village":
      return grant.scopeId === place.villageId;
    case "election":
      return grant.scopeId === place.electionId;
    default:
      return false;
  }
}

/** Whether somebody holding these grants may do this there. */
export function may(grants: readonly Grant[], action: Action, place: Place): boolean {
  const allowed: readonly string[] = permissions[action];
  return grants.some((grant) => allowed.includes(grant.role) && covers(grant, place));
}
