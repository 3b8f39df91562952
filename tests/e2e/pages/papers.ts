import { expect, type Page } from "@playwright/test";
import { pdfPages } from "#tests/support/pdf.ts";

/** The lines of a paper that this window may download, as they are drawn. */
export async function paperLines(page: Page, address: string): Promise<readonly string[]> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return (await pdfPages(new Uint8Array(await answer.body()))).flatMap((text) => text.split("\n"));
}

/** The text of such a paper without blanks and line ends: for looking for a phrase, since lines break anywhere. */
export async function paperText(page: Page, address: string): Promise<string> {
  return (await paperLines(page, address)).join("").replaceAll(/[\s\u200b]+/g, "");
}
