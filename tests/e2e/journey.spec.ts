import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { Windows, cast, type Member } from "./pages/cast.ts";
import { decideSeats, issueNotice, recordCommittee } from "./pages/committee.ts";
import { arrived, fill, press, send } from "./pages/form.ts";
import { hire } from "./pages/people.ts";
import { signInFirst } from "./pages/session.ts";
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

test("the first administrator sets up county and township, and hands the officer a password", async ({ open, trial }) => {
  trial.setClock("2026-02-05");
  const page = await open();
  await page.goto("/");
  await page.goto("/sign-in");
  await page.waitForURL("**/first-run");
  await fill(page, {
    "administrator.name": "程管理", "administrator.username": "admin", "administrator.password": "first-administrator", "administrator.repeatPassword": "first-administrator",
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
    { kind: "representatives", basis: "members", heldOn: "2026-02-10", place: "村委会会议室", entitled: 45, present: 40 },
    [
      { name: "何主持", sex: "male", group: 1, votes: 38, position: "chair" },
      { name: "郑玉兰", sex: "female", group: 2, votes: 36, position: "member" },
      { name: "谢国有", sex: "male", group: 3, votes: 33, position: "member" },
      { name: "魏长河", sex: "male", group: 4, votes: 31, position: "member" },
      { name: "贾守业", sex: "male", group: 5, votes: 30, position: "member" },
      { name: "薛桂芳", sex: "female", group: 6, votes: 22, position: "reserve" },
      { name: "马春生", sex: "male", group: 7, votes: 20, position: "reserve" },
    ],
  );
  await decideSeats(page, desk, {
    kind: "representatives", basis: "members", heldOn: "2026-02-11", place: "村委会会议室", entitled: 45, present: 41, inFavour: 39,
    chair: 1, chairMargin: 1, viceChair: 1, viceChairMargin: 1, woman: 0, member: 3, memberMargin: 1, method: "candidates",
  });
  await page.goto(`${desk}/committee/polling`);
  await send(page, { mainVenue: "江家庄村文化礼堂", countingPlace: "江家庄村文化礼堂", pollingFrom: "08:00", pollingTo: "16:00" }, "保存", /done=polling/);
  await issueNotice(page, desk, "electionDay");
  await issueNotice(page, desk, "electionCommittee");
  await issueNotice(page, desk, "registration", { from: "2026-02-20", until: "2026-03-10", place: "村委会一楼", contact: "何主持 0571-00000000" });
});
