/**
 * Stage two of `npm start`: folder and keys, database, migrations, demonstration, build, web server, in this order.
 * Every foreseen failure ends with one paragraph in Chinese and one in English.
 */
import type { ChildProcess } from "node:child_process";
import { appendFileSync } from "node:fs";
import path from "node:path";
import { ok, type Result } from "#lib/platform/result.ts";
import { build } from "./start/build.ts";
import { fileProblem, prepareFolder } from "./start/data-folder.ts";
import { prepareDatabase, type ReadyDatabase } from "./start/database.ts";
import { prepareDemo, programEnvironment, type Contents } from "./start/demo.ts";
import { greeting } from "./start/greeting.ts";
import { readOptions, type Options } from "./start/options.ts";
import type { StartProblem } from "./start/problems.ts";
import { claim, record, release } from "./start/run-file.ts";
import { answers, endChild, portProblem, serve } from "./start/serve.ts";
import { wordsOf } from "./start/words.ts";

const say = (line: string): void => console.log(line);

/** What has to be undone at the end, in reverse order. */
const undo: (() => Promise<void> | void)[] = [];
let ending = false;

async function end(code: number): Promise<never> {
  ending = true;
  for (const step of undo.splice(0).reverse()) await step();
  process.exit(code);
}

function explain(problem: StartProblem): void {
  const { zh, en } = wordsOf(problem);
  console.error(`\n${zh}\n\n${en}\n`);
}

async function prepare(options: Options): Promise<Result<{ readonly ready: ReadyDatabase; readonly contents: Contents; readonly server: string | null }, StartProblem>> {
  const folder = prepareFolder(options.dataDir);
  if (!folder.ok) return folder;
  const claimed = await claim(options.dataDir, { pid: process.pid, port: options.port, server: null });
  if (!claimed.ok) return claimed;
  undo.push(() => release(options.dataDir));
  const taken = await portProblem(options.port);
  if (taken !== null) return { ok: false, error: taken };
  say("正在启动数据库…… / Starting the database…");
  const database = await prepareDatabase(options);
  if (!database.ok) return database;
  const ready = database.value;
  undo.push(ready.stop);
  if (ready.movedTo !== null) say(`数据库运行用户无法进入程序文件夹，数据保存在 ${ready.movedTo} 。 / The database's user cannot enter this folder; its data are in ${ready.movedTo} .`);
  const contents = await prepareDemo(options, ready, say);
  if (!contents.ok) return contents;
  if (options.dev) return ok({ ready, contents: contents.value, server: null });
  say("正在准备页面…… / Preparing the pages…");
  const built = await build((child) => undo.push(() => endChild(child)));
  return built.ok ? ok({ ready, contents: contents.value, server: built.value.server }) : built;
}

/** Keeps the last words of the web server, in case it ends. */
function listen(child: ChildProcess, dataDir: string): () => string {
  let tail = "";
  child.stderr?.on("data", (part: Buffer) => {
    tail = (tail + part.toString()).slice(-2_000);
    appendFileSync(path.join(dataDir, "server.log"), part);
  });
  return () => tail.trim().split("\n").slice(-4).join("\n");
}

async function start(): Promise<StartProblem | null> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options.ok) return options.error;
  if (process.env["CUNXUAN_TEST_CLOCK_FILE"] !== undefined && !options.value.demo) return { kind: "trialClock" };
  const { dataDir, port } = options.value;
  const prepared = await prepare(options.value);
  if (!prepared.ok) return prepared.error;
  const { ready, contents, server } = prepared.value;
  const child = serve(server, port, programEnvironment(options.value, ready));
  undo.push(() => endChild(child));
  const tail = listen(child, dataDir);
  record(dataDir, { pid: process.pid, port, server: child.pid ?? null });
  if (!(await answers(child, port))) return { kind: "serverEnded", output: tail() };
  for (const line of await greeting(port, contents, ready.ownerUrl)) say(line);
  await new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return ending ? null : { kind: "serverEnded", output: tail() };
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (ending) return;
    say("\n正在停止…… / Stopping…");
    void end(0);
  });
}

try {
  const problem = await start();
  if (problem !== null) {
    explain(problem);
    await end(1);
  }
} catch (error) {
  if (!ending) {
    explain(fileProblem(error, process.env["DATA_DIR"] ?? "data"));
    if (process.env["CUNXUAN_DEBUG"] !== undefined) console.error(error);
    await end(1);
  }
}
