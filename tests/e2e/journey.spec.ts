import { execFileSync } from "node:child_process";
import path from "node:path";
import { ballotForm } from "#lib/count/load.ts";
import { inspect } from "#tests/accessibility/inspect.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { Windows, cast, type Member } from "./pages/cast.ts";
import { decideSeats, issueNotice, issueTypedNotice, issued, recordCommittee, representativesMeeting } from "./pages/committee.ts";
import { planBundles, sendBundle, settleAll, takeBundle, typeBundle, type Marks, type Sheet } from "./pages/count.ts";
import { arrived, fill, press, refusedWith, send, submit } from "./pages/form.ts";
import { hire } from "./pages/people.ts";
import { paperLines, paperText } from "./pages/papers.ts";
import { firstVote, runoffVote, type Plan } from "./pages/plans.ts";
import { holdVote, prepareStaffAndBallots } from "./pages/polling.ts";
import { signInFirst, windowOf } from "./pages/session.ts";
import { labelOf, villagers } from "./pages/villagers.ts";
import type { Page } from "@playwright/test";

/**
 * One village's election from an empty installation to the certificates, as its people do it: township officer,
 * committee, registrar, two tellers, scrutineer and an observer on a phone. The first vote leaves one seat empty, a
 * run-off fills it. Every step is a test; each finds its way from the pages alone, so that they only need their order.
 */
test.describe.configure({ mode: "serial" });

const electionDay = "2026-04-18";
let windows: Windows;

test.beforeAll(({ browser, trial }) => {
  windows = new Windows(browser, trial.url);
});
test.afterAll(() => windows.close());

/** The desk of the one election, found from the person's own home page. */
async function deskOf(member: Member): Promise<{ readonly page: Page; readonly desk: string }> {
  const page = await windows.of(member);
  await page.goto("/home");
  await page.waitForURL(/\/desk\//);
  return { page, desk: new URL(page.url()).pathname };
}

const repository = path.resolve(import.meta.dirname, "../..");
const register = path.join(repository, "tests/fixtures/register/register-jiangjiazhuang.xlsx");

test("the first administrator sets up county and township, and hands the officer a password", async ({ open, trial }) => {
  trial.setClock("2026-02-05");
  const page = await open();
  await page.goto("/");
  await page.goto("/sign-in");
  await page.waitForURL("**/first-run");
  await inspect(page);
  await fill(page, {
    "administrator.name": "程管理", "administrator.username": "admin", "administrator.ownPassword": "first-administrator", "administrator.repeatPassword": "first-administrator",
    "county.countyName": "临河县", "county.countyCode": "330199", "township.townshipName": "河西镇", "township.townshipCode": "330199100",
    "officer.name": cast.officer.name, "officer.username": cast.officer.username, "officer.password": "handed-out-1",
  });
  await press(page, "创建并开始使用");
  await arrived(page, /sign-in\?done=firstRun/);
  await page.goto("/first-run");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("首次使用");
  await signInFirst(await open(), cast.officer.username, "handed-out-1");
});

test("the township officer opens the drive, enters the villages and opens the election", async () => {
  const page = await windows.of("officer");
  await page.goto("/home");
  await page.waitForURL(/\/township\//);
  const township = new URL(page.url()).pathname;
  await page.goto(`${township}/drives/new`);
  await send(page, { term: 13, driveName: "河西镇第十三届村民委员会换届选举" }, "开启换届", /done=drive/);
  await page.goto(`${township}/villages`);
  await send(page, { villages: "330199100201\t江家庄村\n330199100202\t石桥村" }, "录入", /done=villages/);
  await page.goto(`${township}/elections/new`);
  await page.getByLabel("江家庄村").check();
  await send(page, { electionDay }, "建立选举", /done=elections/);
  await page.getByRole("link", { name: "江家庄村" }).click();
  await send(page, { publishedOn: "2026-02-03" }, "登记公布日期", /done=audit/);
});

test("the officer gives the chair an account, and the chair the others theirs", async ({ open }) => {
  const page = await windows.of("officer");
  await page.goto("/home");
  await page.waitForURL(/\/township\//);
  await page.getByRole("link", { name: "江家庄村" }).click();
  await page.getByRole("link", { name: "新建账号" }).click();
  await page.waitForURL(/\/people\/new/);
  const people = new URL(page.url()).pathname.replace(/\/new$/, "");
  const password = await hire(page, people, cast.chair);
  const chair = await open();
  await signInFirst(chair, cast.chair.username, password);
  for (const member of ["registrar", "tellerLi", "tellerWu", "scrutineer"] as const) {
    const handedOut = await hire(chair, people, cast[member]);
    const own = await open();
    await signInFirst(own, cast[member].username, handedOut);
  }
});

test("the committee is chosen, seats and method are decided, notices 1, 2 and 3 go out", async ({ trial }) => {
  trial.setClock("2026-02-12");
  const { page, desk } = await deskOf("chair");
  await recordCommittee(
    page,
    desk,
    { ...representativesMeeting, heldOn: "2026-02-10", present: 40 },
    [
      ...villagers.committee.map(({ name, sex, group }, place) => ({ name, sex, group, votes: 38 - place, position: place === 0 ? ("chair" as const) : ("member" as const) })),
      ...villagers.reserves.map(({ name, sex, group }, place) => ({ name, sex, group, votes: 22 - place, position: "reserve" as const })),
    ],
  );
  await decideSeats(page, desk, {
    ...representativesMeeting, heldOn: "2026-02-11", present: 41, inFavour: 39, against: 1, abstained: 1,
    chair: 1, chairMargin: 1, viceChair: 1, viceChairMargin: 1, woman: 0, member: 3, memberMargin: 1, method: "candidates",
  });
  await page.goto(`${desk}/committee/polling`);
  await send(page, { mainVenue: "江家庄村文化礼堂", countingPlace: "江家庄村文化礼堂", pollingFrom: "08:00", pollingTo: "16:00" }, "保存", /done=polling/);
  await issueTypedNotice(await windows.of("officer"), desk, "electionDay", { "values.workFrom": "2026-02-09" });
  await issueNotice(page, desk, "electionCommittee", { signedBy: "梁守田" });
  await issueNotice(page, desk, "registration", { arrangement: { from: "2026-02-20", until: "2026-03-10", place: "村委会一楼", contact: "何主持 0571-00000000" } });
});

test("the registrar takes over the register of 2,733 rows and settles faulty ones on screen", async ({ trial }) => {
  trial.setClock("2026-02-25");
  const { page, desk } = await deskOf("registrar");
  await page.goto(`${desk}/roll/import`);
  await page.locator('input[type="file"]').setInputFiles(register);
  await page.locator("form").filter({ has: page.locator('input[type="file"]') }).locator(".btn-row button").click();
  await page.waitForURL(/\/roll\/import\/[0-9a-f-]{36}/);
  const preview = page.locator("main");
  for (const words of ["2,733", "2,407", "1,214", "1,193", "290", "身份号码校验码不对", "重复登记"]) await expect(preview).toContainText(words);
  await submit(page, "importId", {}, /\/roll\/import\/[0-9a-f-]{36}/);
  await expect(page.locator(".confirmation")).toBeVisible({ timeout: 30_000 });
  for (let corrected = 0; corrected < 3; corrected += 1) {
    await page.goto(`${desk}/roll/list?status=open`);
    await page.getByRole("link", { name: /^办理/ }).first().click();
    await page.waitForURL(/\/roll\/list\/[0-9a-f-]{36}/);
    await submit(page, "settled", { settled: true }, /done=saved/);
    await expect(page.getByText("已保存。")).toBeVisible();
  }
});

test("the chair posts the list: 2,407 voters, 1,214 men and 1,193 women, no identity number on notice 4", async ({ trial }) => {
  trial.setClock("2026-03-20");
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/roll/publish`);
  for (const words of ["2,407", "1,214", "1,193"]) await expect(page.locator("main")).toContainText(words);
  await submit(page, "electionId", {}, /issued=/);
  const notice = await issued(page);
  const lines = await paperLines(page, `/api/notices/${notice}/pdf`);
  for (const words of ["江家庄村", "2407", villagers.proxyHolder.name]) expect(lines.join("").replaceAll(" ", "")).toContain(words);
  // Line by line: the running numbers of a column stand one below the other.
  expect(lines.filter((line) => /\d{15,}|\d{6}(19|20)\d{2}/.test(line.replaceAll(" ", "")))).toEqual([]);
  expect(lines.filter((line) => /^\d+$/.test(line))).toEqual(expect.arrayContaining(["1", "2407"]));
  await issueNotice(page, desk, "nominationMethod", { arrangement: { from: "2026-03-28", until: "2026-04-03", place: "村委会一楼", contact: "刘杰明" } });
});

test("nominees with their votes; a member of the committee whose wife is nominated leaves, the reserve steps in", async ({ trial }) => {
  trial.setClock("2026-04-04");
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/nomination/meeting`);
  await submit(page, "ballots", { heldOn: "2026-04-03", place: "文化礼堂", ballots: 2100 }, /done=meeting/);
  await page.goto(`${desk}/nomination/add?rows=9`);
  const nominees = (["chair", "viceChair", "member"] as const).flatMap((contest) => villagers[contest].map((person, place) => ({ contest, person: labelOf(person), votes: 1200 - 150 * place, source: "voters" })));
  const entries = nominees.flatMap((nominee, row) => Object.entries(nominee).map(([field, value]) => [`nominees[${row}].${field}`, value] as const));
  await submit(page, "nominees[0].person", Object.fromEntries(entries), /done=add/);
  await page.goto(`${desk}/nomination/kinship`);
  const [, , , member] = villagers.committee;
  await submit(page, "first", { first: labelOf(villagers.member[0]), second: labelOf(member), relation: "spouse" }, /done=kinship/);
  await page.goto(`${desk}/committee`);
  await expect(page.getByRole("row", { name: member.name })).toContainText("近亲属被提名为候选人");
  const notice = await issueNotice(page, desk, "committeeChange");
  const text = await paperText(page, `/api/notices/${notice}/pdf`);
  expect(text).toContain(member.name);
  expect(text).toContain(villagers.reserves[0].name);
});

test("nominees agree in writing, vetting finds nothing, and the formal list goes out as notice 9", async ({ trial }) => {
  trial.setClock("2026-04-08");
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/nomination/consent`);
  for (const box of await page.locator('[name="nominees"]').all()) await box.check();
  await submit(page, "consentOn", { consentOn: "2026-04-07" }, /done=consent/);
  await page.goto(`${desk}/nomination/vetting`);
  for (const box of await page.locator('[name="nominees"]').all()) await box.check();
  await submit(page, "vettedBy", { vettedBy: "河西镇联审小组", vettedOn: "2026-04-08", confirmed: true }, /done=vet/);
  await page.goto(`${desk}/nomination/publish`);
  await submit(page, "order", {}, /issued=/);
  const text = await paperText(page, `/api/notices/${await issued(page)}/pdf`);
  for (const person of [...villagers.chair, ...villagers.viceChair, ...villagers.member.slice(0, 4)]) expect(text).toContain(person.name);
  // Three seats and a margin of one: the fifth nominee is not on the list.
  expect(text).not.toContain(villagers.member[4].name);
});

test("the candidates meet the villagers before the vote", async ({ trial }) => {
  trial.setClock("2026-04-11");
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/nomination/introduction`);
  for (const box of await page.locator('form:has([name="checkedOn"]) [name="nominees"]').all()) await box.check();
  await submit(page, "checkedOn", { checkedOn: "2026-04-10" }, /done=statements/);
  await page.goto(`${desk}/nomination/introduction`);
  await submit(page, "attendance", { heldOn: "2026-04-11", place: "江家庄村文化礼堂", attendance: 412 }, /done=introduction/);
  await expect(page.getByRole("row", { name: /412/ })).toContainText(villagers.chair[0].name);
});

test("stations, staff, print run, proxies with a fourth refused, and the notices before the day", async ({ trial }) => {
  trial.setClock("2026-04-12");
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/ballot/stations`);
  await submit(page, "stations[0].name", { "stations[0].name": "中心会场", "stations[0].place": "江家庄村文化礼堂", "stations[0].groups": "1-4", "stations[1].name": "东站", "stations[1].place": "第五组活动室", "stations[1].groups": "5-8" }, /done=stations/);
  await prepareStaffAndBallots(page, desk, 2500, "粉红色", "2026-04-12");
  const registrar = await deskOf("registrar");
  await registrar.page.goto(`${desk}/ballot/proxies`);
  const holder = labelOf(villagers.proxyHolder);
  for (const principal of villagers.principals.slice(0, 3)) {
    await registrar.page.goto(`${desk}/ballot/proxies`);
    await submit(registrar.page, "holder", { principal: labelOf(principal), holder, relation: "villager", reason: "外出务工" }, /done=add/);
  }
  await registrar.page.goto(`${desk}/ballot/proxies`);
  const refusal = await refusedWith(registrar.page, { principal: labelOf(villagers.principals[3]), holder, relation: "villager", reason: "外出务工" }, "核对并同意");
  expect(refusal).toContain("3");
  await expect(registrar.page.locator('[name="principal"]')).toHaveValue(labelOf(villagers.principals[3]));
  for (const code of ["pollingPlaces", "staff", "proxies", "invalidBallots"]) {
    await page.goto(`${desk}/ballot/notices/${code}`);
    await submit(page, "electionId", {}, /issued=/);
  }
  await page.goto(`${desk}/ballot/print`);
  const sheet = (await page.getByRole("link", { name: "打开选票样张（PDF）" }).getAttribute("href")) ?? "";
  const text = await paperText(page, sheet);
  for (const person of [...villagers.chair, ...villagers.viceChair, ...villagers.member.slice(0, 4)]) expect(text).toContain(person.name);
});

test("the vote is opened, its ballots are accounted for, and it is closed", async ({ trial }) => {
  trial.setClock(electionDay, "08:00");
  const { page, desk } = await deskOf("chair");
  await holdVote(page, desk, 2500, 1300, firstVote.papers);
});

/** Both tellers at work at once until every bundle is entered twice: two are typed, the others sent; one paper is misread. */
async function enterAll(sheet: Sheet, desk: string, plan: Plan): Promise<void> {
  let left = 2 * Math.ceil(plan.papers / plan.size);
  const work = async (member: "tellerLi" | "tellerWu"): Promise<void> => {
    const page = await windows.of(member);
    while (left > 0) {
      const held = await takeBundle(page, desk);
      if (held === null) {
        await page.waitForTimeout(500);
        continue;
      }
      const misread = (paper: number): boolean => held.number === 2 && held.pass === 2 && paper === 9;
      const marks = (paper: number): Marks => (misread(paper) ? {} : plan.marks(held.number, paper));
      await (held.number <= 2 ? typeBundle : sendBundle)(page, held, sheet, marks);
      left -= 1;
    }
  };
  await Promise.all([work("tellerLi"), work("tellerWu")]);
}

/** Counts a vote from bundles to the last settlement. */
async function count(db: Parameters<typeof ballotForm>[0], plan: Plan): Promise<string> {
  const { page, desk } = await deskOf("chair");
  await planBundles(page, desk, plan.size);
  const vote = await db.vote.findFirstOrThrow({ where: { state: "counting" }, select: { id: true } });
  await enterAll(await ballotForm(db, vote.id), desk, plan);
  expect(await settleAll(await windows.of("scrutineer"), desk)).toBe(1);
  return vote.id;
}

/** Determines the vote that has been counted and announces it; returns the text of the page. */
async function determineAndAnnounce(): Promise<{ readonly page: Page; readonly desk: string; readonly words: string }> {
  const { page, desk } = await deskOf("chair");
  await page.goto(`${desk}/result`);
  await submit(page, "voteId", {}, /done=determined/);
  const words = await page.locator("main").innerText();
  await submit(page, "determinationId", {}, /done=announced/);
  return { page, desk, words };
}

test("two tellers enter every bundle, the scrutineer settles the one difference, a phone without scripts sees the tally", async ({ trial, browser }) => {
  test.setTimeout(300_000);
  trial.setClock(electionDay, "16:30");
  await count(trial.db, firstVote);
  const { desk } = await deskOf("chair");
  const phone = await windowOf(browser, trial.url, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await phone.goto(desk.replace("/desk/", "/v/"));
  await phone.getByRole("link", { name: "看现场计票" }).click();
  await phone.waitForURL(/\/live/);
  await expect(phone.locator("main")).toContainText(villagers.chair[0].name);
  await expect(phone.locator("main")).toContainText("800");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth).catch(() => 360)).toBeLessThanOrEqual(360);
  await phone.context().close();
});

test("the determination leaves one seat empty, is announced, and the run-off is called", async ({ trial }) => {
  trial.setClock(electionDay, "20:00");
  const { page, desk, words } = await determineAndAnnounce();
  for (const person of [villagers.chair[0], villagers.viceChair[0], villagers.member[0], villagers.member[1]]) expect(words).toContain(person.name);
  expect(words).toMatch(/另行选举/);
  await page.goto(`${desk}/result`);
  await submit(page, "pollingDay", { pollingDay: "2026-04-26" }, /done=following/);
});

test("the run-off is prepared, held and counted in the same case", async ({ trial }) => {
  test.setTimeout(300_000);
  trial.setClock("2026-04-20");
  const { page, desk } = await deskOf("chair");
  await prepareStaffAndBallots(page, desk, 2500, "浅黄色", "2026-04-20");
  for (const code of ["pollingPlaces", "staff", "invalidBallots"]) {
    await page.goto(`${desk}/ballot/notices/${code}`);
    if ((await page.locator('form [name="electionId"]').count()) > 0) await submit(page, "electionId", {}, /issued=/);
  }
  trial.setClock("2026-04-26", "08:00");
  await holdVote(page, desk, 2500, 1242, runoffVote.papers);
  trial.setClock("2026-04-26", "16:30");
  await count(trial.db, runoffVote);
});

test("the final result, its papers and the certificates; a villager reads why; the chain holds", async ({ trial, open }) => {
  trial.setClock("2026-04-26", "20:00");
  const { page, desk, words } = await determineAndAnnounce();
  const winner = villagers.member[2];
  expect(words).toContain(winner.name);
  trial.setClock("2026-04-29");
  await page.goto(`${desk}/result`);
  const report = (await page.getByRole("link", { name: /报告单/ }).first().getAttribute("href")) ?? "";
  await submit(page, "electionId", {}, /done=certificates/);
  const certificates = await page.locator('a[href^="/api/results/certificates/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(certificates).toHaveLength(5);
  const texts = await Promise.all(certificates.map((address) => paperText(page, address)));
  const elected = [villagers.chair[0], villagers.viceChair[0], villagers.member[0], villagers.member[1], winner];
  for (const { name } of elected) expect(texts.filter((text) => text.includes(name)), name).toHaveLength(1);
  expect(await paperText(page, report)).toContain(winner.name);

  const villager = await open({ viewport: { width: 360, height: 740 } });
  await villager.goto(desk.replace("/desk/", "/v/"));
  await villager.getByRole("link", { name: "看结果和依据" }).click();
  await villager.waitForURL(/\/result/);
  await expect(villager.locator("main")).toContainText(winner.name);
  await villager.locator("details summary").first().click();
  await expect(villager.locator("main")).toContainText(/第.+条/);
  await villager.goto(desk.replace("/desk/", "/v/"));
  const notices = await villager.locator('a[href*="/notices/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  const last = await paperText(villager, `/api/notices/${/notices\/([0-9a-f-]{36})/.exec(notices.at(0) ?? "")?.[1] ?? ""}/pdf`);
  expect(last).toContain("公告");

  const verified = execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(repository, "lib/ledger/verify-cli.ts")], { cwd: repository, env: { ...process.env, ...trial.environment }, encoding: "utf8" });
  expect(verified).toContain("全部 4 条链完好");
});
