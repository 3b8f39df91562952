import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { demoPassword } from "#lib/demo/world.ts";
import { signIn } from "#tests/e2e/pages/session.ts";
import { complaintsOf, inspect, inspectWords } from "./inspect.ts";
import { pageTable, titleOf, type PageEntry } from "./page-table.ts";

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

type Seen = Exclude<PageEntry, { readonly seenIn: string }>;

/** Addresses that were looked up already: links of the demonstration do not change while it is looked at. */
const addresses = new Map<string, string>();

async function lookUp(key: string, look: () => Promise<string>): Promise<string> {
  const address = addresses.get(key) ?? (await look());
  addresses.set(key, address);
  return address;
}

/** The page's own address without ids left open: the visitor's township and election, or those of a village by name. */
async function fill(page: Page, address: string, home: string, village: string | undefined): Promise<string> {
  if (village === undefined && address.includes("[countyId]")) {
    const county = await lookUp(`county ${home}`, async () => {
      await page.goto("/home?done=password");
      return linkTo(page, "/county/[countyId]");
    });
    return address.replace("/county/[countyId]", county);
  }
  if (village === undefined) return address.replace("[townshipId]", home.split("/")[2] ?? "").replace("[electionId]", home.split("/")[2] ?? "");
  const found = await lookUp(`village ${village}`, async () => {
    await page.goto("/");
    await page.goto(await linkTo(page, "/t/[townshipId]"));
    return (await page.locator('a[href^="/v/"]').filter({ hasText: village }).first().getAttribute("href")) ?? "";
  });
  return address.replace("[electionId]", found.split("/")[2] ?? "");
}

/** Where the page of an entry is, found by following links from where the entry begins. */
async function addressOf(page: Page, entry: Seen, home: string): Promise<string> {
  const start = await fill(page, entry.from ?? entry.page, home, entry.village);
  if (entry.from === undefined) return Object.entries(entry.words ?? {}).reduce((address, [name, word]) => address.replace(`[${name}]`, word), start);
  await page.goto(start);
  if (entry.via !== undefined) await page.goto(await linkTo(page, entry.via));
  return linkTo(page, entry.page);
}

/** Looks at the pages of these people in both languages, each page as a test. Nobody is looked at in two files: a person has one session. */
export function inspectPagesOf(whose: (person: Seen["as"]) => boolean): void {
  for (const entry of pageTable) {
    if ("seenIn" in entry || !whose(entry.as)) continue;
    test(titleOf(entry), async ({ browser, baseURL }) => {
      const { context, home } = await contextOf(browser, baseURL ?? "", entry.as);
      const page = await context.newPage();
      await context.addCookies([{ name: "locale", value: "zh-CN", url: baseURL ?? "" }]);
      const address = await addressOf(page, entry, home);
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
    people.clear();
  });
}
