import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** A message key that reached the reader: the words are missing. */
const bareKey = /^[a-z]+(\.[a-zA-Z]+)+$/;

/** What a page says for itself on the console and in uncaught errors; listen before it is opened. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Checks the page as it stands, wide and on a phone: axe finds nothing, nothing runs over the edge, no key without words.
 */
export async function inspect(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of [wide, phone]) {
    await page.setViewportSize(size);
    // In the page itself, and without a report of all that is well: the same rules in a tenth of the time. No page has frames of others.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    expect.soft(found, `${page.url()} at ${size.width} px`).toEqual([]);
    await keepsInside(page, size);
  }
  await speaks(page);
  if (before !== null) await page.setViewportSize(before);
}

/** Checks what another language changes: its longer words run over no edge of a phone, and none is missing. */
export async function inspectWords(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await keepsInside(page, phone);
  await speaks(page);
}

async function keepsInside(page: Page, size: typeof wide): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} runs over the edge at ${size.width} px`).toBeLessThanOrEqual(size.width);
}

/** A title of its own, and no key where words should stand. */
async function speaks(page: Page): Promise<void> {
  expect.soft(await page.title(), `${page.url()} is titled by the name of the program alone`).toMatch(/ · (村选|Cunxuan)$/u);
  const lines = (await page.locator("body").innerText()).split("\n").map((line) => line.trim());
  expect.soft(lines.filter((line) => bareKey.test(line)), `${page.url()} shows keys without words`).toEqual([]);
}
