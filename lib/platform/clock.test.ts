import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { clock, shifted } from "./clock.ts";

const folder = mkdtempSync(path.join(tmpdir(), "clock-"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

it("tells the machine's time in ordinary use", () => {
  vi.useFakeTimers({ now: new Date("2026-04-18T02:00:00Z") });
  expect(clock()).toEqual(new Date("2026-04-18T02:00:00Z"));
});
it("follows the file that a trial moves from day to day", () => {
  const file = path.join(folder, "clock");
  vi.useFakeTimers({ now: new Date("2026-04-18T02:00:00Z") });
  vi.stubEnv("CUNXUAN_TEST_CLOCK_FILE", file);
  writeFileSync(file, "86400000\n");
  expect(clock()).toEqual(new Date("2026-04-19T02:00:00Z"));
  writeFileSync(file, "-86400000");
  expect(clock()).toEqual(new Date("2026-04-17T02:00:00Z"));
  rmSync(folder, { recursive: true });
});
it.each(["", "2026-04-18", "1e9", "12.5"])("refuses %j as an offset", (text) => {
  expect(() => shifted(0, text)).toThrow("offset");
});
