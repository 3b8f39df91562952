import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { execute } from "#lib/platform/command.ts";
import { planBundles } from "#lib/count/commands.ts";
import { send } from "#tests/e2e/pages/form.ts";
import { signIn } from "#tests/e2e/pages/session.ts";
import { openCase, testPassword } from "#tests/support/case.ts";
import { openCountCase } from "#tests/support/count-case.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import type { Trial } from "#tests/support/e2e-server.ts";
import { requestsAs, staffedCase } from "./staff.ts";

const foreign = { origin: "http://evil.example", "sec-fetch-site": "cross-site" };

test("every kind of answer carries the headers that keep strangers out", async ({ trial, playwright }) => {
  const visitor = await requestsAs(playwright, trial, null);
  for (const address of ["/", "/sign-in", "/desk/nothing", `/v/${randomUUID()}`, "/api/health"]) {
    const headers = (await visitor.get(address, { maxRedirects: 0 })).headers();
    expect(headers["content-security-policy"], address).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(headers["content-security-policy"], address).not.toMatch(/unsafe-inline|unsafe-eval|upgrade-insecure-requests/);
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["x-frame-options"], address).toBe("DENY");
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
  const nonces = await Promise.all([1, 2].map(async () => (await visitor.get("/")).headers()["content-security-policy"]));
  expect(nonces[0]).not.toBe(nonces[1]);
  await visitor.dispose();
});

test("the session's cookie cannot be read by scripts nor sent along by other sites", async ({ trial, playwright }) => {
  const place = await staffedCase(trial, "2026-12-20", ["committeeChair"]);
  const chair = await requestsAs(playwright, trial, place.username("committeeChair"));
  const cookie = (await chair.storageState()).cookies.find((one) => one.name.endsWith("session-token"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await chair.dispose();
});

test("a reading sent from another site, by nobody or by the wrong role is refused, and the same request by the teller is kept", async ({ trial, playwright }) => {
  const base = await openCountCase(trial.db, { papers: 40, registered: 60 });
  const vote = await trial.db.vote.findUniqueOrThrow({ where: { id: base.voteId }, select: { version: true } });
  const planned = await execute(planBundles, { db: trial.db, actor: base.people.chair, clock: () => new Date("2026-04-18T10:00:00Z") }, { voteId: base.voteId, version: vote.version, size: 40, papers: 40 });
  expect(planned.ok).toBe(true);
  const bundle = await trial.db.bundle.findFirstOrThrow({ where: { voteId: base.voteId }, select: { id: true } });
  const { tellerLi } = base.people;
  await trial.db.bundle.update({ where: { id: bundle.id }, data: { state: "firstEntry", firstBy: tellerLi.accountId } });
  const name = async (accountId: string) => (await trial.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { username: true } })).username;
  const teller = await requestsAs(playwright, trial, await name(tellerLi.accountId));
  const scrutineer = await requestsAs(playwright, trial, await name(base.people.scrutineer.accountId));
  const nobody = await requestsAs(playwright, trial, null);
  const blank = Object.fromEntries(base.form.map((contest) => [contest.contest, { kind: "blank" }]));
  const data = { pass: 1, marks: { kind: "blocks", blocks: blank } };
  const address = `/api/count/bundles/${bundle.id}/papers/1`;
  const kept = () => trial.db.reading.count({ where: { bundleId: bundle.id } });
  expect((await teller.put(address, { data, headers: foreign })).status()).toBe(403);
  expect((await teller.put(address, { data, headers: { origin: "null" } })).status()).toBe(403);
  expect((await nobody.put(address, { data })).status()).toBe(401);
  expect((await scrutineer.put(address, { data })).status()).toBe(403);
  expect((await teller.put(`/api/count/bundles/${randomUUID()}/papers/1`, { data })).status()).toBe(404);
  expect(await kept()).toBe(0);
  expect((await teller.put(address, { data })).status()).toBe(200);
  expect(await kept()).toBe(1);
  for (const context of [teller, scrutineer, nobody]) await context.dispose();
});

/** The township's officer before notice 1, drafted and ready to go out; the address that its form is sent to. */
async function officerAtNotice(trial: Trial, page: Page) {
  const place = await staffedCase(trial, "2026-12-20", ["townshipOfficer"]);
  await signIn(page, place.username("townshipOfficer"), testPassword);
  const address = `/desk/${place.electionId}/notices/draft/electionDay`;
  await page.goto(address);
  await send(page, { "values.workFrom": "2026-11-16" }, "保存并看草稿", /check=1/);
  return { place, page, address };
}

test("a form sent from another site does nothing", async ({ trial, playwright, open }) => {
  const { place, page, address } = await officerAtNotice(trial, await open());
  const sending = page.waitForRequest((request) => request.method() === "POST" && request.url().includes(address));
  await page.route(`**${address}**`, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: /^发布第/ }).click();
  const request = await sending;
  const headers = { ...(await request.allHeaders()), origin: "http://evil.example" };
  const forged = await playwright.request.newContext({ baseURL: trial.url, storageState: await page.context().storageState() });
  const answer = await forged.post(address, { headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(:|host$|content-length$)/.test(name))), data: request.postDataBuffer() ?? Buffer.alloc(0) });
  expect(answer.ok()).toBe(false);
  expect(await trial.db.notice.count({ where: { electionId: place.electionId } })).toBe(0);
  await forged.dispose();
});

test("the same request of a legal act twice issues one notice", async ({ trial, open, playwright }) => {
  const { place, page, address } = await officerAtNotice(trial, await open());
  const sending = page.waitForRequest((request) => request.method() === "POST" && request.url().includes(address));
  await page.getByRole("button", { name: /^发布第/ }).dblclick();
  const request = await sending;
  await page.waitForURL(/issued=/);
  expect(await trial.db.notice.count({ where: { electionId: place.electionId } })).toBe(1);
  const again = await playwright.request.newContext({ baseURL: trial.url, storageState: await page.context().storageState() });
  const headers = Object.fromEntries(Object.entries(await request.allHeaders()).filter(([name]) => !/^(:|host$|content-length$)/.test(name)));
  await again.post(address, { headers, data: request.postDataBuffer() ?? Buffer.alloc(0), maxRedirects: 0 });
  expect(await trial.db.notice.count({ where: { electionId: place.electionId } })).toBe(1);
  expect(await trial.db.ledgerEntry.count({ where: { scope: `election:${place.electionId}`, command: { contains: "electionDay" } } })).toBe(1);
  await again.dispose();
});

test("a forged election id in an action changes nothing in the other village", async ({ trial, open }) => {
  const mine = await staffedCase(trial, "2026-12-20", ["committeeChair"]);
  const theirs = await openCase(trial.db, "2026-12-20");
  const page = await open();
  await signIn(page, mine.username("committeeChair"), testPassword);
  await page.goto(`/desk/${mine.electionId}/committee/polling`);
  await page.locator('[name="mainVenue"]').fill("别人的会场");
  await page.locator('[name="countingPlace"]').fill("别人的会场");
  await page.locator('input[name="electionId"]').evaluate((input, forged) => input.setAttribute("value", forged), theirs.electionId);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.locator(".error-summary")).toBeVisible();
  const rows = await trial.db.election.findMany({ where: { id: { in: [mine.electionId, theirs.electionId] } }, select: { mainVenue: true } });
  expect(rows.map((row) => row.mainVenue)).toEqual([null, null]);
});

