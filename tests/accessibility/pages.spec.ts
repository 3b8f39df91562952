import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { demoPassword } from "#lib/demo/world.ts";
import { signIn } from "#tests/e2e/pages/session.ts";
import { complaintsOf, inspect, inspectWords } from "./inspect.ts";
import { pageTable, titleOf } from "./page-table.ts";

/** Pages of the demonstration as its people see them; each person signs in once. */
const people = new Map<string, { readonly context: BrowserContext; readonly home: string }>();

async function contextOf(browser: Browser, baseURL: string, person: string | null): Promise<{ readonly context: BrowserContext; readonly home: string }> {
  const known = people.get(person ?? "");
  if (known !== undefined) return known;
  const context = await browser.newContext({ baseURL, timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  if (person !== null) await signIn(page, person, demoPassword);
  else await page.goto("/");
  await page.goto(person === null ? "/" : "/home");
  await page.waitForLoadState();
  const made = { context, home: new URL(page.url()).pathname };
  await page.close();
  people.set(person ?? "", made);
  return made;
}

const pattern = (page: string): RegExp => new RegExp(`^${page.replaceAll(/\[\w+\]/g, "[^/]+")}$`);

/** The first link of an open page that fits an address of the table. */
async function linkTo(page: Page, wanted: string): Promise<string> {
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = links.map((href) => href.split(/[?#]/)[0] ?? "").find((href) => pattern(wanted).test(href) && !/\/(new|townships)$/.test(href));
  if (found === undefined) throw new Error(`${page.url()} has no link to ${wanted}: ${links.join(" ")}`);
  return found;
}

/** The page's own address without ids left open: the visitor's township and election, or those of a village by name. */
async function fill(page: Page, address: string, home: string, village: string | undefined): Promise<string> {
  if (village === undefined && address.includes("[countyId]")) {
    await page.goto("/home?done=password");
    return address.replace("/county/[countyId]", await linkTo(page, "/county/[countyId]"));
  }
  if (village === undefined) return address.replace("[townshipId]", home.split("/")[2] ?? "").replace("[electionId]", home.split("/")[2] ?? "");
  await page.goto("/");
  await page.goto(await linkTo(page, "/t/[townshipId]"));
  const href = await page.locator('a[href^="/v/"]').filter({ hasText: village }).first().getAttribute("href");
  return address.replace("[electionId]", href?.split("/")[2] ?? "");
}

for (const entry of pageTable) {
  if ("seenIn" in entry) continue;
  test(titleOf(entry), async ({ browser, baseURL }) => {
    const { context, home } = await contextOf(browser, baseURL ?? "", entry.as);
    const page = await context.newPage();
    await context.addCookies([{ name: "locale", value: "zh-CN", url: baseURL ?? "" }]);
    const start = await fill(page, entry.from ?? entry.page, home, entry.village);
    await page.goto(start);
    if (entry.via !== undefined) await page.goto(await linkTo(page, entry.via));
    const words = Object.entries(entry.words ?? {}).reduce((address, [name, word]) => address.replace(`[${name}]`, word), start);
    const address = entry.from === undefined ? words : await linkTo(page, entry.page);
    const complaints = complaintsOf(page);
    for (const locale of ["zh-CN", "en"]) {
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const answer = await page.goto(address + (entry.search ?? ""));
      expect(answer?.status(), address).toBe(200);
      expect(new URL(page.url()).pathname, "leads elsewhere").toBe(address);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await (locale === "en" ? inspectWords(page) : inspect(page));
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
}

test.afterAll(async () => {
  for (const { context } of people.values()) await context.close();
});
