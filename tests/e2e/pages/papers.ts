import { expect, type Page } from "@playwright/test";
import { pdfText } from "#tests/support/pdf.ts";

/** The text of a paper that this window may download. */
export async function paperText(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return pdfText(new Uint8Array(await answer.body()));
}
