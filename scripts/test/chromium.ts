import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { repository } from "../start/options.ts";

const ofTheSystem = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const present = (): string | undefined => [process.env["E2E_CHROMIUM"] ?? "", ...ofTheSystem, chromium.executablePath()].find((file) => file !== "" && existsSync(file));

const attempt = (program: string, args: readonly string[]): void =>
  void spawnSync(program, args, { cwd: repository, stdio: "ignore", timeout: 5 * 60_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });

/** Chinese pages need a Chinese font on the machine. */
const hasChineseFont = (): boolean => (spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout ?? "").trim() !== "";

/** Finds a Chromium, or installs Debian's (as root) or Playwright's own. */
export function findChromium(): Result<string, string> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get") && (present() === undefined || !hasChineseFont())) {
    console.log("  … installing Chromium and a Chinese font");
    attempt("apt-get", ["update", "-q"]);
    attempt("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk", "fontconfig"]);
  }
  if (present() === undefined) attempt(process.execPath, [path.join(repository, "node_modules/@playwright/test/cli.js"), "install", "chromium"]);
  const found = present();
  return found === undefined ? err("No Chromium found, and none could be installed. Install one and set E2E_CHROMIUM to its path.") : ok(found);
}
