/** Runs a script of the project with the database that `npm start` uses: `with-database.ts SCRIPT [arguments]`. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { prepareFolder } from "./start/data-folder.ts";
import { prepareDatabase } from "./start/database.ts";
import { programEnvironment } from "./start/demo.ts";
import { readOptions, repository } from "./start/options.ts";
import type { StartProblem } from "./start/problems.ts";
import { isServed } from "./start/run-file.ts";
import { wordsOf } from "./start/words.ts";

function stop(problem: StartProblem): never {
  const { zh, en } = wordsOf(problem);
  console.error(`\n${zh}\n\n${en}\n`);
  process.exit(2);
}

const [script = "", ...args] = process.argv.slice(2);
const options = readOptions([], process.env);
if (!options.ok) stop(options.error);
const folder = prepareFolder(options.value.dataDir);
if (!folder.ok) stop(folder.error);
const ready = await prepareDatabase(options.value);
if (!ready.ok) stop(ready.error);
const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(repository, script), ...args], {
  stdio: "inherit",
  env: { ...process.env, ...programEnvironment(options.value, ready.value) },
});
// A running `npm start` goes on using the server.
if (!isServed(options.value.dataDir)) ready.value.stop();
process.exitCode = run.status ?? 1;
