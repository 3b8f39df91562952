import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const wide = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };

/** A message key that reached the reader: the words are missing. */
const bareKey = /^[a-z]+(\.[a-zA-Z]+)+$/;

/** What a page says for itself on the console and in uncaught errors; listen before it is opened. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Checks the page as it stands, wide and on a phone: axe finds nothing, nothing runs over the edge, no key without words.
 * A second language is looked at on the phone alone, where its longer words would do harm.
 */
export async function inspect(page: Page, sizes: readonly (typeof wide)[] = [wide, phone]): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    expect.soft(found, `${page.url()} at ${size.width} px`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} runs over the edge at ${size.width} px`).toBeLessThanOrEqual(size.width);
  }
  expect.soft(await page.title(), `${page.url()} is titled by the name of the program alone`).toMatch(/ · (村选|Cunxuan)$/u);
  const lines = (await page.locator("body").innerText()).split("\n").map((line) => line.trim());
  expect.soft(lines.filter((line) => bareKey.test(line)), `${page.url()} shows keys without words`).toEqual([]);
  if (before !== null) await page.setViewportSize(before);
}
