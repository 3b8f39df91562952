import { defineConfig, devices } from "@playwright/test";

/** The served program under test and the browser are prepared by `scripts/test.ts`, which sets these variables. */
const baseURL = process.env.E2E_BASE_URL ?? "http://127.0.0.1:3000";
const executablePath = process.env.E2E_CHROMIUM;

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export default defineConfig({
  testDir: "tests",
  testMatch: /(e2e|accessibility|security)\/.*\.spec\.ts$/,
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: quiet, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  // Files are given out in this order: the long journeys first, so that neither worker waits for the other at the end.
  projects: [
    { name: "journeys", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } }, testMatch: /e2e\/.*\.spec\.ts$/, testIgnore: /\.phone\.spec\.ts$/ },
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } }, testIgnore: /\.phone\.spec\.ts$|\/e2e\// },
    { name: "phone", use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, testMatch: /\.phone\.spec\.ts$/ },
  ],
});
