import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownPackFaults } from "#lib/law/own-packs.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import { repository } from "./options.ts";
import type { StartProblem } from "./problems.ts";

/** What the served pages are made of; a change in any of it makes a new build. */
const sources = ["app", "components", "lib", "messages", "public", "proxy.ts", "instrumentation.ts", "next.config.js", "postcss.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

/** Folder of the build, its own for `npm test` so that both can run side by side. */
export const buildFolder = (): string => path.join(repository, process.env.NEXT_DIST_DIR ?? ".next");

function filesUnder(location: string): readonly string[] {
  if (!existsSync(location)) return [];
  if (!statSync(location).isDirectory()) return [location];
  return readdirSync(location).sort().flatMap((name) => filesUnder(path.join(location, name)));
}

const isSource = (file: string): boolean => !/\.test\.tsx?$/.test(file) && path.basename(file) !== ".stamp";

/** One hash over all sources. */
export function sourceHash(root = repository): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesUnder(path.join(root, name))).filter(isSource)) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

type Watch = (child: ChildProcess) => void;

/** Builds the pages unless the last build was of the same sources. */
export async function build(watch: Watch = () => undefined): Promise<Result<{ readonly server: string; readonly built: boolean }, StartProblem>> {
  const folder = buildFolder();
  const server = path.join(folder, "standalone", "server.js");
  const stamp = path.join(folder, "cunxuan-build");
  const hash = sourceHash();
  if (existsSync(server) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return ok({ server, built: false });
  rmSync(stamp, { force: true });
  // An unsound pack of rules would decide elections: nothing is built with one.
  const unsound = ownPackFaults();
  if (unsound.length > 0) return err({ kind: "buildFailed", output: unsound.join("\n") });
  const { code, output } = await runNextBuild(watch);
  if (code !== 0 || !existsSync(server)) return err({ kind: "buildFailed", output: output.trim().split("\n").slice(-25).join("\n") });
  completeStandalone(folder);
  writeFileSync(stamp, hash);
  return ok({ server, built: true });
}

function runNextBuild(watch: Watch): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(repository, "node_modules/next/dist/bin/next"), "build"], {
      cwd: repository,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    watch(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Next leaves out what a web server in front would serve; here the standalone server serves it itself. */
function completeStandalone(folder: string): void {
  const standalone = path.join(folder, "standalone");
  const copies = [
    [path.join(folder, "static"), path.join(standalone, path.basename(folder), "static")],
    [path.join(repository, "public"), path.join(standalone, "public")],
  ] as const;
  for (const [from, to] of copies) {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(path.dirname(to), { recursive: true });
    if (existsSync(from)) cpSync(from, to, { recursive: true });
  }
}
