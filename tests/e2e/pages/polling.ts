import type { Page } from "@playwright/test";
import { submit } from "./form.ts";

/** Staff, a print run and each station's share: what every vote of a case needs again. */
export async function prepareStaffAndBallots(page: Page, desk: string, printed: number, colour: string, day: string): Promise<void> {
  await page.goto(`${desk}/ballot/staff`);
  const staff = [["chiefScrutineer", "孙监票"], ["issuer", "沈登记"], ["caller", "江文海"], ["teller", "李明辉"], ["teller", "吴计票"], ["scribe", "宋玉梅"]] as const;
  const rows = staff.flatMap(([role, name], row) => [[`staff[${row}].role`, role], [`staff[${row}].person`, `${name}（工作人员）`]] as const);
  await submit(page, "staff[0].person", Object.fromEntries(rows), /done=staff/);
  await page.goto(`${desk}/ballot/print`);
  await submit(page, "quantity", { colour, quantity: printed, printedOn: day }, /done=print/);
  await page.goto(`${desk}/ballot/supplies`);
  await submit(page, "supplies[0].received", { "supplies[0].received": printed / 2, "supplies[1].received": printed / 2 }, /done=supplies/);
}

/** Opens the vote, takes both stations' accounts, closes it. */
export async function holdVote(page: Page, desk: string, received: number, issuedBallots: number, returned: number): Promise<void> {
  await page.goto(`${desk}/ballot/open`);
  await submit(page, "voteId", {}, /done=open/);
  const half = received / 2;
  for (const place of [0, 1]) {
    await page.goto(`${desk}/ballot`);
    await page.getByRole("link", { name: /^(报数|更正)/ }).nth(place).click();
    await page.waitForURL(/\/stations\/[0-9a-f-]{36}/);
    const [out, back] = place === 0 ? [issuedBallots - Math.floor(issuedBallots / 2), returned - Math.floor(returned / 2)] : [Math.floor(issuedBallots / 2), Math.floor(returned / 2)];
    await submit(page, "issued", { issued: out, spoiled: 2, left: half - out - 2, returned: back }, /done=account/);
  }
  await page.goto(`${desk}/ballot/close`);
  await submit(page, "voteId", {}, /done=close/);
}
