import { expect, type Page } from "@playwright/test";
import { arrived } from "./form.ts";

/** What is marked on a paper: places of candidates (from 0) by contest. */
export type Marks = Readonly<Record<string, readonly number[]>>;
/** The sheet: its contests in order with their candidates' ids. */
export type Sheet = readonly { readonly contest: string; readonly candidates: readonly { readonly id: string }[] }[];

/** A bundle in a teller's hands. */
export type Held = { readonly bundleId: string; readonly number: number; readonly size: number; readonly pass: 1 | 2 };

/** Takes the next bundle that the page offers; null when there is none for this teller now. */
export async function takeBundle(page: Page, desk: string): Promise<Held | null> {
  await page.goto(`${desk}/count`);
  const take = page.getByRole("button", { name: "领取并开始录入" });
  if ((await take.count()) === 0) return null;
  await take.click();
  // Another teller may have been quicker: then the form says so, and the page is looked at again.
  await page.waitForURL(/\/enter$/, { timeout: 5_000 }).catch(() => undefined);
  const bundleId = /\/count\/([^/]+)\/enter$/.exec(page.url())?.[1];
  if (bundleId === undefined) return takeBundle(page, desk);
  const head = await page.locator(".entry-head").innerText();
  const side = await page.locator("main").innerText();
  return { bundleId, number: Number(/第 (\d+) 捆/.exec(head)?.[1]), size: Number(/\/ (\d+) 张/.exec(side)?.[1]), pass: head.includes("第二次录入") ? 2 : 1 };
}

/** Types a whole bundle, one paper after another, as a teller with one hand on the digits does. */
export async function typeBundle(page: Page, held: Held, sheet: Sheet, marksOf: (paper: number) => Marks): Promise<void> {
  const firstKey = (contest: string): number => sheet.slice(0, sheet.findIndex((one) => one.contest === contest)).reduce((sum, one) => sum + one.candidates.length, 0);
  for (let paper = 1; paper <= held.size; paper += 1) {
    for (const { contest } of sheet) {
      const marked = marksOf(paper)[contest] ?? [];
      for (const place of marked) await page.keyboard.press(String(firstKey(contest) + place + 1));
    }
    const kept = page.waitForResponse((answer) => answer.url().endsWith(`/papers/${paper}`) && answer.request().method() === "PUT");
    await page.keyboard.press("Enter");
    // What is left open is said once and kept as blank with the second Enter.
    const blank = sheet.some(({ contest }) => (marksOf(paper)[contest] ?? []).length === 0);
    if (blank) await page.keyboard.press("Enter");
    expect((await kept).status()).toBe(200);
  }
  await expect(page.getByRole("button", { name: /^完成第/ })).toBeEnabled();
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.pathname.endsWith("/enter"));
}

/** Sends a whole bundle through the addresses that the page itself uses, with this teller's session. */
export async function sendBundle(page: Page, { bundleId, size, pass }: Held, sheet: Sheet, marksOf: (paper: number) => Marks): Promise<void> {
  const marks = (paper: number) => ({
    kind: "blocks",
    blocks: Object.fromEntries(
      sheet.map(({ contest, candidates }) => {
        const ids = (marksOf(paper)[contest] ?? []).flatMap((place) => candidates[place]?.id ?? []);
        return [contest, ids.length === 0 ? { kind: "blank" } : { kind: "marked", candidates: ids, written: [] }];
      }),
    ),
  });
  const address = `/api/count/bundles/${bundleId}/papers`;
  const one = await page.request.put(`${address}/1`, { data: { pass, marks: marks(1) } });
  if (!one.ok()) throw new Error(`paper 1: ${one.status()} ${await one.text()}`);
  // What waits is sent together, as the page does when it was without connection.
  const rest = Array.from({ length: size - 1 }, (_, place) => ({ paper: place + 2, marks: marks(place + 2) }));
  const many = await page.request.post(address, { data: { pass, papers: rest } });
  if (!many.ok()) throw new Error(`papers: ${many.status()} ${await many.text()}`);
  const done = await page.request.post(`/api/count/bundles/${bundleId}/finish`, { data: { pass } });
  expect(done.status()).toBe(200);
}

/** Divides the papers into bundles. */
export async function planBundles(page: Page, desk: string, size: number): Promise<void> {
  await page.goto(`${desk}/count`);
  await page.locator('[name="size"]').fill(String(size));
  await page.locator("form").filter({ has: page.locator('[name="size"]') }).locator(".btn-row button").click();
  await arrived(page, /\/count$/);
  await expect(page.getByText("已核定的票捆").first()).toBeVisible();
}

/** The scrutineer settles every paper on which the entries differ, as the first entry has it; returns how many. */
export async function settleAll(page: Page, desk: string): Promise<number> {
  let settled = 0;
  for (;;) {
    await page.goto(`${desk}/count`);
    const link = page.getByRole("link", { name: "对照纸票核定" });
    if ((await link.count()) === 0) return settled;
    await link.click();
    await page.waitForURL(/\/settle$/);
    await page.locator('[name="choice"][value="first"]').check();
    await page.locator('[name="reason"]').fill("对照纸票，第一次录入正确");
    const before = page.url();
    await page.locator("form").filter({ has: page.locator('[name="reason"]') }).locator(".btn-row button").first().click();
    await page.waitForURL((address) => address.href !== before);
    settled += 1;
  }
}

