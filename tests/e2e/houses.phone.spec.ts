import type { Page } from "@playwright/test";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { recordContact } from "#lib/roll/entry/contact-commands.ts";
import { inspect } from "#tests/accessibility/inspect.ts";
import { staffedCase } from "#tests/security/staff.ts";
import { testPassword } from "#tests/support/case.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import type { Trial } from "#tests/support/e2e-server.ts";
import { press } from "./pages/form.ts";
import { signIn } from "./pages/session.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const heardOn = "2026-03-10";
const clock = () => new Date(`${heardOn}T01:00:00Z`);

/** Three households of one group, put on the roll by hand. */
async function village(trial: Trial) {
  trial.setClock(heardOn);
  const place = await staffedCase(trial, "2026-04-18", ["registrar", "committeeMember"]);
  const chair = await place.person("committeeChair");
  const add = async (name: string, householdNumber: string, category: string): Promise<string> => {
    const added = await addEntry.run({ db: trial.db, actor: chair, clock }, { electionId: place.electionId, name, sex: "male", bornOn: "1970-01-01", groupNumber: "1", householdNumber, category });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return added.value.entryId;
  };
  return { place, chair, home: await add("甲一", "1", "1"), wife: await add("甲二", "1", "1"), away: await add("乙一", "2", "2"), gone: await add("丙一", "3", "1") };
}

const tap = (page: Page, who: string, what: string) => page.getByRole("region", { name: who }).getByRole("button", { name: what }).click();
const words = (page: Page) => page.locator(".outbox");

test("registrars go from door to door without a connection: nothing is lost, nothing counts twice, nobody's entries go out under another's name, and conflicts are decided", async ({ trial, open }) => {
  const { place, chair, home, wife, away, gone } = await village(trial);
  const group = `/desk/${place.electionId}/roll/houses/1`;
  const page = await open(phone);
  await signIn(page, place.username("registrar"), testPassword);
  await page.goto(group);
  await inspect(page);

  // No signal: three households, one after another, each kept on the phone.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "这一户2人都见到了" }).click();
  await page.getByRole("button", { name: "保存，到下一户" }).click();
  await expect(page.getByRole("heading", { name: /第2户，共3户/u })).toBeFocused();
  await tap(page, "乙一", "电话里本人应答");
  await page.getByRole("region", { name: "乙一" }).getByRole("button", { name: "参加选举", exact: true }).click();
  await page.getByRole("button", { name: "保存，到下一户" }).click();
  await page.getByRole("region", { name: "丙一" }).getByText("人已去世或者户口迁走").click();
  await tap(page, "丙一", "已去世");
  await page.getByRole("button", { name: "加一人" }).click();
  await page.getByRole("button", { name: "保存，到下一户" }).click();
  await expect(words(page)).toContainText("已存3户，3户待上传");
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  for (const personal of ["甲一", "乙一", "丙一", "1970"]) expect(kept).not.toContain(personal);

  // The desk hears otherwise meanwhile.
  const contact = { entryId: away, version: "2", how: "phone", outcome: "heard", said: "declines", day: heardOn, note: "" };
  expect(await recordContact.run({ db: trial.db, actor: chair, clock }, contact)).toMatchObject({ ok: true });

  // A poor connection: the server takes everything, the answer is lost. After a reload all still waits.
  let lost = 0;
  await page.route("**/visits", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await page.context().setOffline(false);
  await expect.poll(() => lost).toBeGreaterThan(0);
  await page.reload();
  await expect(words(page)).toContainText("3户待上传");

  // Somebody else signs in on the same phone: nothing is sent in his name.
  await press(page, "退出");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await signIn(page, place.username("committeeMember"), testPassword);
  await page.goto(group);
  await expect(words(page)).toContainText("别的账号的3户没有上传");
  const sayers = await trial.db.rollEvent.findMany({ where: { electionId: place.electionId, kind: "contacted" }, select: { byName: true }, distinct: ["byName"] });
  expect(sayers.map(({ byName }) => byName).toSorted()).toEqual([chair.name, "某某registrar"].toSorted());

  // The registrar again: everything arrives once, and what the desk changed is his to decide.
  await press(page, "退出");
  await signIn(page, place.username("registrar"), testPassword);
  await page.goto(group);
  await expect(words(page)).toContainText("已存3户，全部已上传");
  await expect(page.getByRole("heading", { name: "有1条要您决定" })).toBeVisible();
  await expect(page.getByText("名册现在写的是：外出居住，不参加选举。")).toBeVisible();
  await inspect(page);
  await page.getByRole("button", { name: /按我记的改/u }).click();
  await expect(page.getByRole("heading", { name: "有1条要您决定" })).toBeHidden();
  await expect.poll(async () => (await trial.db.rollEntry.findUniqueOrThrow({ where: { id: away } })).takesPart).toBe(true);

  const contacts = await trial.db.rollEvent.findMany({ where: { electionId: place.electionId, kind: "contacted", byName: "某某registrar" }, select: { entryId: true, outcome: true, day: true } });
  expect(contacts.map(({ entryId, outcome, day }) => [entryId, outcome, day]).toSorted()).toEqual([[home, "seen", heardOn], [wife, "seen", heardOn], [away, "heard", heardOn], [gone, "notReached", heardOn]].toSorted());
  expect(await trial.db.rollEntry.findUniqueOrThrow({ where: { id: gone } })).toMatchObject({ exclusion: null, status: "listed" });

  // The desk settles what was heard.
  await page.goto(`/desk/${place.electionId}/roll/houses`);
  await page.getByRole("link", { name: "去处理" }).click();
  const report = page.locator("section", { has: page.getByRole("heading", { name: "丙一：报已去世" }) });
  await report.getByLabel("属实：不列入名单（死亡）").check();
  await report.getByLabel("依据").fill("户口已注销");
  await press(report, /处理完毕/u);
  await expect(page.getByRole("heading", { name: "已处理" })).toBeVisible();
  expect(await trial.db.rollEntry.findUniqueOrThrow({ where: { id: gone } })).toMatchObject({ exclusion: "dead", status: "excluded" });
});
