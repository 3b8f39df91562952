import type { APIRequestContext, Browser, Page, PlaywrightWorkerArgs } from "@playwright/test";
import { roles, type Role } from "#lib/access/permissions.ts";
import { accountIn, openCase, testPassword, type TestCase } from "#tests/support/case.ts";
import type { Trial } from "#tests/support/e2e-server.ts";
import { signIn, windowOf } from "#tests/e2e/pages/session.ts";

/** An open case with one account for each role, named like the role with a number of its own. */
export type Staffed = TestCase & { readonly username: (role: Role) => string };

let made = 0;

/** Opens a case in the trial's database and gives it people of every role. */
export async function staffedCase(trial: Trial, electionDay: string, wanted: readonly Role[] = roles): Promise<Staffed> {
  const base = await openCase(trial.db, electionDay);
  made += 1;
  const mark = `${process.pid}-${made}`;
  const username = (role: Role): string => `${role.toLowerCase()}-${mark}`;
  for (const role of wanted) await accountIn(trial.db, base, role, `某某${role}`, username(role));
  return { ...base, username };
}

/** A browser window of somebody of a case, signed in. */
export async function windowFor(browser: Browser, trial: Trial, username: string): Promise<Page> {
  const page = await windowOf(browser, trial.url);
  await signIn(page, username, testPassword);
  return page;
}

/** Requests with the session of somebody, got from the sign-in's own address. */
export async function requestsAs(playwright: PlaywrightWorkerArgs["playwright"], trial: Trial, username: string | null): Promise<APIRequestContext> {
  const context = await playwright.request.newContext({ baseURL: trial.url });
  if (username === null) return context;
  const { csrfToken } = (await (await context.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await context.post("/api/auth/callback/credentials", { form: { csrfToken, username, password: testPassword, json: "true" }, maxRedirects: 0 });
  if (!answer.headers()["set-cookie"]?.includes("session-token")) throw new Error(`no session for ${username}: ${answer.status()}`);
  return context;
}
