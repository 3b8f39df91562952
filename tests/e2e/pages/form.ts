import { expect, type Locator, type Page } from "@playwright/test";
import { inspect } from "#tests/accessibility/inspect.ts";

/** What to enter, by the names under which fields are sent: text, a choice's value, or a tick. */
export type Entries = Readonly<Record<string, string | number | boolean>>;

/** The part of a page to work in. */
type Scope = Page | Locator;

/** Fills the named fields as a person would. */
export async function fill(scope: Scope, entries: Entries): Promise<void> {
  for (const [name, value] of Object.entries(entries)) await enter(scope, name, value);
}

async function enter(scope: Scope, name: string, value: string | number | boolean): Promise<void> {
  const field = scope.locator(`[name="${name}"]:not([type="hidden"])`);
  const first = field.first();
  const kind = await first.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()));
  if (kind === "radio") return scope.locator(`[name="${name}"][value="${String(value)}"]`).check();
  if (kind === "checkbox" && typeof value === "boolean") return first.setChecked(value);
  if (kind === "checkbox") return scope.locator(`[name="${name}"][value="${String(value)}"]`).check();
  if (kind === "select") return void (await first.selectOption(String(value)));
  return first.fill(String(value));
}

/** Presses a button by its words. */
export async function press(scope: Scope, words: string | RegExp): Promise<void> {
  await scope.getByRole("button", { name: words }).first().click();
}

/** Fills and sends a form, and waits until the program has gone on to another address. */
export async function send(page: Page, entries: Entries, button: string | RegExp, onTo: RegExp): Promise<void> {
  await fill(page, entries);
  await press(page, button);
  await arrived(page, onTo);
}

/** Waits for an address; what the page refused is shown when it does not come. */
export async function arrived(page: Page, address: RegExp): Promise<void> {
  await expect(async () => {
    const refusal = page.locator(".error-summary, .notice[role=alert]");
    const words = (await refusal.count()) > 0 ? await refusal.first().innerText() : "";
    expect(`${page.url()} ${words}`.trim()).toMatch(address);
  }).toPass({ timeout: 30_000 });
}

/** Sends a form that must be refused; gives the words of the refusal. */
export async function refusedWith(page: Page, entries: Entries, button: string | RegExp): Promise<string> {
  await fill(page, entries);
  await press(page, button);
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  return summary.innerText();
}

const inspected = new Set<string>();

/** Each page with a form is inspected when the journey first comes to it: the demonstration shows many of them closed. */
async function inspectOnce(page: Page): Promise<void> {
  const place = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "");
  if (inspected.has(place)) return;
  inspected.add(place);
  await inspect(page);
}

/** Fills and sends the form that holds a field of this name (a hidden one will do), after a first look at its page. */
export async function submit(page: Page, marker: string, entries: Entries, onTo: RegExp): Promise<void> {
  await inspectOnce(page);
  await act(page, marker, entries, onTo);
}

/** The same without the look. Warnings that come back are overruled with a reason, as a person in charge would after reading them. */
export async function act(page: Page, marker: string, entries: Entries, onTo: RegExp): Promise<void> {
  const form = page.locator("form").filter({ has: page.locator(`[name="${marker}"]`) }).first();
  await fill(form, entries);
  const before = page.url();
  await form.locator(".btn-row button").first().click();
  const reasons = form.locator('[name^="acceptances."]');
  await Promise.race([page.waitForURL((address) => address.href !== before && onTo.test(address.href)), reasons.first().waitFor(), form.locator(".error-summary").waitFor()]).catch(() => undefined);
  if ((await reasons.count()) > 0) {
    for (const reason of await reasons.all()) await reason.fill("已经会议研究同意");
    await form.locator(".btn-row button").first().click();
  }
  await arrived(page, onTo);
}
