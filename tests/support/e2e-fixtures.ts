import { test as base, type Page } from "@playwright/test";
import { windowOf } from "#tests/e2e/pages/session.ts";
import { startTrial, type Trial } from "./e2e-server.ts";

type WorkerFixtures = { readonly trial: Trial };
type TestFixtures = {
  /** Opens a browser window on the trial's program; closed after the test. */
  readonly open: (options?: Parameters<typeof windowOf>[2]) => Promise<Page>;
};

/** Tests on a program of their own, empty at first, one for each worker. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  trial: [
    async ({}, use) => {
      const trial = await startTrial();
      await use(trial);
      await trial.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  open: async ({ browser, trial }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await windowOf(browser, trial.url, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect } from "@playwright/test";
