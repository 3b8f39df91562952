import type { APIRequestContext } from "@playwright/test";
import { permissions, roles, roleScope, type Role } from "#lib/access/permissions.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { pages, routes, type Declared } from "#tests/support/e2e-sources.ts";
import { requestsAs, staffedCase, type Staffed } from "./staff.ts";

const nobodysId = "00000000-0000-4000-8000-000000000000";
let place: Staffed;
/** Somebody of each role in the case, and of each in another one, and nobody. */
const people = new Map<string, APIRequestContext>();

test.beforeAll(async ({ trial, playwright }) => {
  test.setTimeout(120_000);
  place = await staffedCase(trial, "2026-12-20");
  const elsewhere = await staffedCase(trial, "2026-12-20");
  for (const role of roles) people.set(role, await requestsAs(playwright, trial, place.username(role)));
  for (const role of ["townshipOfficer", "committeeChair", "teller"] as const) people.set(`${role} elsewhere`, await requestsAs(playwright, trial, elsewhere.username(role)));
  people.set("nobody", await requestsAs(playwright, trial, null));
});
test.afterAll(async () => {
  for (const context of people.values()) await context.dispose();
});

/** Asks as each of them, all at once. */
const everybody = (ask: (who: string, context: APIRequestContext) => Promise<void>): Promise<unknown> => Promise.all([...people].map(([who, context]) => ask(who, context)));

/** The address with the case's own ids, and an id of nothing where more is asked for. */
const fill = (address: string): string =>
  address.replaceAll(/\[(\.\.\.)?(\w+)\]/g, (_, __, name: string) => (name === "electionId" ? place.electionId : name === "townshipId" ? place.townshipId : name === "code" ? "electionDay" : nobodysId));

function admits(access: Declared, who: string, address: string): boolean {
  if (access.kind === "public") return true;
  if (access.kind === "signedIn") return who !== "nobody";
  if (access.kind === "command") return false;
  const role = roles.find((one: Role) => one === who);
  const allowed: readonly string[] = permissions[access.action satisfies keyof typeof permissions];
  // A page of the whole installation lies in no county, township or election.
  const covered = /\[(electionId|townshipId)\]/.test(address) || (role !== undefined && roleScope[role] === "system");
  return role !== undefined && covered && allowed.includes(role);
}

/** Administrators work in the system's own pages only; their grant covers every place, but no election's action is theirs. */
for (const { address, access } of pages()) {
  const detail = /\[(?!electionId|townshipId)/.test(address);
  test(`${address} is open to those of ${access.kind === "action" ? access.action : access.kind} alone`, async () => {
    await everybody(async (who, context) => {
      const answer = await context.get(fill(address), { maxRedirects: 0 });
      const place = answer.headers()["location"] ?? "";
      const refused = answer.status() === 404 || (answer.status() === 307 && /^\/sign-in/.test(place));
      // A row of nothing is refused to everybody; a page of its own state may lead on.
      if (!admits(access, who, address)) expect(`${who}: ${answer.status()} ${place}`).toMatch(who === "nobody" ? /307 \/sign-in/ : /404/);
      else if (!detail && address !== "/first-run") expect(refused, `${who} is refused: ${answer.status()} ${place}`).toBe(false);
    });
  });
}

test("a page that is not there and a page of another village answer alike", async () => {
  const chair = people.get("committeeChair elsewhere");
  const foreign = await chair?.get(`/desk/${place.electionId}/committee`);
  const missing = await chair?.get(`/desk/${nobodysId}/committee`);
  expect(foreign?.status()).toBe(404);
  expect(missing?.status()).toBe(404);
  expect(await foreign?.text()).not.toContain("江家庄");
});

for (const { address, access } of routes()) {
  if (access.kind === "public") continue;
  test(`${address} refuses those without ${access.kind === "action" ? access.action : access.kind === "command" ? access.name : "a session"}`, async () => {
    await everybody(async (who, context) => {
      if (access.kind === "action") {
        const answer = await context.get(fill(address));
        if (who === "nobody") expect(answer.status()).toBe(401);
        else if (!admits(access, who, address)) expect(answer.status(), who).toBe(404);
      } else {
        const method = address.includes("/papers/") ? "PUT" : "POST";
        const answer = await context.fetch(fill(address), { method, data: {}, headers: { accept: "application/json" } });
        expect([401, 403, 404, 405, 422], who).toContain(answer.status());
      }
    });
  });
}
