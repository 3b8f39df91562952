import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { covers, may, permissions, roles, roleScope, type Action, type Grant, type Role } from "#lib/access/permissions.ts";
import { actionBrand } from "#lib/web/action.ts";
import { pageBrand, type PageAccess } from "#lib/web/page.ts";
import { routeBrand, type RouteAccess } from "#lib/web/route.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const app = path.join(import.meta.dirname, "../../app");
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/")).sort();
const named = (pattern: RegExp): readonly string[] => files.filter((name) => pattern.test(name));
const pages = named(/(^|\/)page\.tsx$/);
const actions = named(/(^|\/)actions\.ts$/);
const routes = named(/(^|\/)route\.ts$/);
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
});
afterAll(() => testDatabase.close());

const load = async (name: string): Promise<Readonly<Record<string, unknown>>> => import(path.join(app, name));
const brandOf = (value: unknown, brand: symbol): unknown => (typeof value === "function" ? Reflect.get(value, brand) : undefined);

const isPageAccess = (value: unknown): value is PageAccess => typeof value === "object" && value !== null && "kind" in value;
const isRouteAccess = (value: unknown): value is RouteAccess => typeof value === "object" && value !== null && "kind" in value;

async function accessOfPage(name: string): Promise<PageAccess> {
  const access = brandOf((await load(name)).default, pageBrand);
  if (!isPageAccess(access)) throw new Error(`${name}: its default export is not built by guardedPage, signedInPage or publicPage`);
  return access;
}

/** Someone holding one role in a place of his own. */
const place = { countyId: "c", townshipId: "t", villageId: "v", electionId: "e" };
const scopeIds = { system: "system", county: "c", township: "t", village: "v", election: "e" };
const holder = (role: Role): Grant => ({ role, scopeKind: roleScope[role], scopeId: scopeIds[roleScope[role]] });

describe("every page, action and route", () => {
  it("is found: the walk sees the whole of app", () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(actions.length).toBeGreaterThan(2);
    expect(routes.length).toBeGreaterThan(2);
  });
  it.each(pages)("page %s is built by one of the page builders", async (name) => {
    await accessOfPage(name);
  });
  it.each(actions)("every action of %s is built by a wrapper around a command", async (name) => {
    const exported = Object.entries(await load(name));
    expect(exported.length).toBeGreaterThan(0);
    for (const [key, value] of exported) expect(brandOf(value, actionBrand), `${name} ${key}`).toEqual(expect.any(String));
  });
  it.each(routes)("every handler of %s is built by a route builder", async (name) => {
    const handlers = Object.entries(await load(name)).filter(([key]) => methods.some((method) => method === key));
    expect(handlers.length).toBeGreaterThan(0);
    for (const [key, value] of handlers) expect(isRouteAccess(brandOf(value, routeBrand)), `${name} ${key}`).toBe(true);
  });
  it("writes only where the walk can see it: 'use server' stands in actions.ts alone", async () => {
    const { readFileSync } = await import("node:fs");
    for (const name of files.filter((one) => /\.tsx?$/.test(one) && !/(^|\/)actions\.ts$/.test(one))) {
      expect(/^\s*["']use server["']/m.test(readFileSync(path.join(app, name), "utf8")), name).toBe(false);
    }
  });
});

describe("pages without an account", () => {
  it("are those of observers, signing in and the first run, no others", async () => {
    const open: string[] = [];
    for (const name of pages) if ((await accessOfPage(name)).kind === "public") open.push(name);
    const foreign = open.filter((name) => !name.startsWith("(public)/") && !["(account)/sign-in/page.tsx", "(account)/first-run/page.tsx"].includes(name) && !name.startsWith("ds-gallery/"));
    expect(foreign).toEqual([]);
  });
});

/** Where each family of pages may be read by which roles; an action not listed here fails, so that somebody looks at it. */
const families: readonly { readonly path: RegExp; readonly actions: readonly Action[] }[] = [
  { path: /^\(account\)\/accounts\//, actions: ["account.manage", "system.manage", "holidays.write"] },
  { path: /^\(county\)\//, actions: ["pack.read", "pack.import", "holidays.write", "duplicates.read"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/law\//, actions: ["election.read"] },
  { path: /^\(township\)\//, actions: ["township.read", "drive.open", "village.write", "election.open", "account.manageTownship", "ledger.read", "duplicates.read"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/(page\.tsx|notices\/)/, actions: ["election.read", "notice.draft"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/(plan|today)\//, actions: ["election.read", "notice.issue"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/guards\//, actions: ["election.read"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/people\//, actions: ["account.manageElection"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/audit\//, actions: ["audit.record"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/committee\//, actions: ["election.read", "committee.write", "seats.write", "notice.issue"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/meetings\//, actions: ["meeting.read", "meeting.write"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/roll\/page\.tsx/, actions: ["election.read"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/roll\//, actions: ["roll.read", "roll.write", "roll.publish", "objection.record", "notice.issue"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/nomination\//, actions: ["election.read", "nomination.write", "nomination.publish", "roll.read", "notice.issue"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/ballot\//, actions: ["election.read", "ballot.write", "ballot.issue", "proxy.write", "assisted.write", "vote.open", "roll.read", "notice.issue"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/count\//, actions: ["election.read", "count.read", "count.enter", "count.settle", "count.prepare", "count.reopen", "count.mergeName"] },
  { path: /^\(desk\)\/desk\/\[electionId\]\/result\//, actions: ["election.read", "result.read", "result.determine", "result.announce", "certificate.issue", "count.read", "notice.issue"] },
];

describe("each page for each role", () => {
  it.each(pages.filter((name) => !name.startsWith("(public)/")))("%s opens to the roles of its action and to no others", async (name) => {
    const access = await accessOfPage(name);
    if (access.kind !== "action") return;
    const family = families.find((one) => one.path.test(name));
    expect(family?.actions, `${name} is of no known family: add it with the actions that may open it`).toContain(access.action);
    const allowed: readonly Role[] = permissions[access.action];
    for (const role of roles) {
      const grants = [holder(role)];
      expect(may(grants, access.action, place), `${role} ${name}`).toBe(allowed.includes(role));
      expect(may(grants, access.action, { countyId: "x", townshipId: "x", villageId: "x", electionId: "x" }), `${role} elsewhere`).toBe(allowed.includes(role) && roleScope[role] === "system");
    }
    expect(may([], access.action, place)).toBe(false);
  });
  it("no page with names from the roll or readings of the count opens to the authorities or observers", async () => {
    // The roll's first page shows figures by group, no names.
    for (const name of pages.filter((one) => /\/(roll|count)\//.test(one) && one.startsWith("(desk)") && !one.endsWith("/roll/page.tsx"))) {
      const access = await accessOfPage(name);
      if (access.kind !== "action") throw new Error(name);
      const allowed: readonly Role[] = permissions[access.action];
      expect(allowed.filter((role) => ["administrator", "countyAdministrator", "countyReader", "townshipOfficer", "guide", "observer"].includes(role)), name).toEqual([]);
    }
  });
});

describe("the table", () => {
  it("gives a role nothing outside its scope", () => {
    for (const role of roles.filter((one) => roleScope[one] !== "system")) {
      expect(covers(holder(role), place)).toBe(true);
      expect(covers(holder(role), { ...place, [`${roleScope[role]}Id`]: "another" }), role).toBe(false);
      expect(covers(holder(role), {}), role).toBe(false);
    }
  });
});
