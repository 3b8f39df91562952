import { expect, type Page } from "@playwright/test";
import { arrived, fill, press } from "./form.ts";

/** Makes an account on the page of a place's people; returns the password that was suggested for handing out. */
export async function hire(page: Page, base: string, person: { readonly username: string; readonly name: string; readonly role: string }): Promise<string> {
  await page.goto(`${base}/new`);
  const role = await page.locator(`select[name="role"] option[value^="${person.role}:"]`).first().getAttribute("value");
  const password = await page.locator('[name="password"]').inputValue();
  await fill(page, { role: role ?? "", name: person.name, username: person.username });
  await press(page, "创建账号");
  await arrived(page, /done=created/);
  await expect(page.getByRole("row", { name: person.username })).toContainText("初始密码未改");
  return password;
}
