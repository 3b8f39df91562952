import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { fill, press } from "./form.ts";

/** The password that people of a journey set for themselves. */
export const ownPassword = "my-own-password-7";

/** Signs in through the real page. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await fill(page, { username, password });
  await press(page, "登录");
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}

/** Signs in for the first time: the handed-out password must be changed before anything else. */
export async function signInFirst(page: Page, username: string, handedOut: string): Promise<void> {
  await signIn(page, username, handedOut);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("请先修改初始密码");
  await fill(page, { oldPassword: handedOut, newPassword: ownPassword, repeatPassword: ownPassword });
  await press(page, "保存新密码");
  await page.waitForURL(/\/home/);
}

/** A browser window of one person, with the interface in Chinese. */
export async function windowOf(browser: Browser, baseURL: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1280, height: 800 }, ...options });
  return context.newPage();
}
