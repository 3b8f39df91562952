/** Runs the measurements in `bench/`, one after the other; each prints JSON lines. `npm run bench -- NAME …` picks some. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { repository } from "./start/options.ts";

const wanted = process.argv.slice(2);
const folder = path.join(repository, "bench");
const files = readdirSync(folder).filter((name) => name.endsWith(".bench.ts"));
const chosen = files.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word))).sort();
if (chosen.length === 0) {
  console.error(`No such measurement. There are: ${files.join(", ")}`);
  process.exitCode = 2;
}
for (const name of chosen) {
  const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(folder, name)], { cwd: repository, stdio: "inherit" });
  if (run.status !== 0) process.exitCode = 1;
}
