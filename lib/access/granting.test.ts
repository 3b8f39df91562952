import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deskRoles, grantedBy, mayGrant, mayManage, rolesClash } from "./granting.ts";
import { permissions, roles, roleScope, type Grant, type Role } from "./permissions.ts";

const place = { countyId: "c", townshipId: "t", villageId: "v", electionId: "e" };
const grant = (role: Role, scopeId?: string): Grant => {
  const ids = { system: "system", county: "c", township: "t", village: "v", election: "e" };
  return { role, scopeKind: roleScope[role], scopeId: scopeId ?? ids[roleScope[role]] };
};

describe("who may give which role", () => {
  it("lets the township name the chair, and the chair everybody at his desk", () => {
    expect(mayGrant([grant("townshipOfficer")], "committeeChair", place)).toBe(true);
    expect(mayGrant([grant("committeeChair")], "teller", place)).toBe(true);
  });
  it("keeps a chair from giving roles of the township", () => {
    for (const role of ["townshipOfficer", "guide", "countyAdministrator", "countyReader", "administrator", "committeeChair"] as const) {
      expect(mayGrant([grant("committeeChair")], role, place)).toBe(false);
    }
  });
  it("keeps township, county and administrator from giving roles that count or write a village's election", () => {
    for (const role of deskRoles.filter((one) => one !== "committeeChair")) {
      for (const giver of ["administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide"] as const) {
        expect(mayGrant([grant(giver)], role, place), `${giver} → ${role}`).toBe(false);
      }
    }
  });
  it("stops at the border of a township or election", () => {
    expect(mayGrant([grant("townshipOfficer", "another")], "committeeChair", place)).toBe(false);
    expect(mayGrant([grant("committeeChair", "another")], "teller", place)).toBe(false);
  });
  it("has a giver for every role, who himself has an action to manage accounts", () => {
    const managers = new Set<string>([...permissions["account.manage"], ...permissions["account.manageTownship"], ...permissions["account.manageElection"]]);
    for (const role of roles) expect(grantedBy[role].some((giver) => managers.has(giver)), role).toBe(true);
  });
  it("knows no role that is not in the table", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      fc.pre(!roles.some((role) => role === text));
      expect(mayGrant(roles.map((role) => grant(role)), text, place)).toBe(false);
    }));
  });
});

describe("whose account may be managed", () => {
  it("refuses an account that holds a single role out of reach", () => {
    const held = [{ role: "teller", place }, { role: "teller", place: { ...place, electionId: "other" } }];
    expect(mayManage([grant("committeeChair")], held.slice(0, 1))).toBe(true);
    expect(mayManage([grant("committeeChair")], held)).toBe(false);
  });
  it("refuses an account without roles", () => {
    expect(mayManage([grant("administrator")], [])).toBe(false);
  });
});

describe("roles of one person", () => {
  it("never join the authorities and a village's desk", () => {
    expect(rolesClash(["townshipOfficer"], "teller")).toBe(true);
    expect(rolesClash(["committeeMember"], "guide")).toBe(true);
    expect(rolesClash(["committeeMember"], "registrar")).toBe(false);
    expect(rolesClash(["guide"], "observer")).toBe(false);
  });
});

describe("the table of permissions", () => {
  const authorities: readonly string[] = ["administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide", "observer"];
  const villageWrites = Object.entries(permissions).filter(
    // The township announces the election day itself (notice 1); no other notice is its own.
    ([action]) => (/^(committee|seats|notice|roll|nomination|ballot|proxy|vote|count|certificate)\./.test(action) || /^result\.(?!read)/.test(action)) && !["notice.draft", "notice.issueOffice"].includes(action),
  );
  it("V-08, C-01: names no role of township, county or observation in what writes a village's roll, ballots or votes", () => {
    expect(villageWrites.length).toBeGreaterThan(15);
    for (const [action, allowed] of villageWrites) {
      expect(allowed.filter((role) => authorities.includes(role)), action).toEqual([]);
    }
  });
  it("gives every action to somebody, and names only known roles", () => {
    for (const [action, allowed] of Object.entries(permissions)) {
      expect(allowed.length, action).toBeGreaterThan(0);
      for (const role of allowed) expect(roles).toContain(role);
    }
  });
});
