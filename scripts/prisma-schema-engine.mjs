#!/usr/bin/env node
/**
 * Stands in for Prisma's schema engine, a binary that Prisma downloads from a host which many offices cannot reach.
 * Speaks the same line protocol (JSON-RPC on stdin and stdout) and answers from the WebAssembly build of the engine.
 * For authors only: `PRISMA_SCHEMA_ENGINE_BINARY=scripts/prisma-schema-engine.mjs npx prisma migrate …`.
 * Set SCHEMA_ENGINE_LOG to a file name to see the conversation.
 */
import { appendFileSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";

const require = createRequire(import.meta.url);
const argv = process.argv.slice(2);

function log(...parts) {
  const file = process.env.SCHEMA_ENGINE_LOG;
  if (file) appendFileSync(file, parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ") + "\n");
}

function option(name) {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}

/** Schema text as [path, content] pairs; the option may name a file or a folder, and may be given several times. */
function datamodels() {
  const files = [];
  argv.forEach((word, at) => {
    if (word === "--datamodels" || word === "--datamodel") files.push(...schemaFiles(argv[at + 1]));
  });
  return files.length > 0 ? files : undefined;
}

function schemaFiles(location) {
  if (!statSync(location).isDirectory()) return [[location, readFileSync(location, "utf8")]];
  return readdirSync(location).flatMap((name) => {
    const inside = path.join(location, name);
    return statSync(inside).isDirectory() || name.endsWith(".prisma") ? schemaFiles(inside) : [];
  });
}

function connection(url) {
  const parts = new URL(url);
  return {
    host: parts.hostname,
    port: Number(parts.port || 5432),
    user: decodeURIComponent(parts.username),
    password: decodeURIComponent(parts.password) || undefined,
    database: decodeURIComponent(parts.pathname.slice(1)),
  };
}

/**
 * Two of the engine's statements need a change. It drops its shadow database while the adapter's pool still holds a
 * connection to it; and it cannot read the type of
 * a CHECK (c), a constraint trigger (t) or NOT NULL (n, new in PostgreSQL 18) through the adapter; no comparison needs them.
 */
function adaptStatements(Client) {
  const query = Client.prototype.query;
  const adapted = (text) =>
    text
      .replace(/^(\s*DROP DATABASE (?:IF EXISTS )?"[^"]+")\s*;?\s*$/i, "$1 WITH (FORCE)")
      .replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n', 'c', 't')");
  Client.prototype.query = function (command, ...rest) {
    if (typeof command === "string") return query.call(this, adapted(command), ...rest);
    if (typeof command?.text === "string") command.text = adapted(command.text);
    return query.call(this, command, ...rest);
  };
}

/** The adapter does not know the catalogue's type "char" (18) and its array (1002): read them as text. */
function readCatalogueChars() {
  const Result = require("pg/lib/result.js");
  const addFields = Result.prototype.addFields;
  Result.prototype.addFields = function (fields) {
    for (const field of fields) {
      if (field.dataTypeID === 18) field.dataTypeID = 25;
      else if (field.dataTypeID === 1002) field.dataTypeID = 1009;
    }
    return addFields.call(this, fields);
  };
}

async function loadEngine() {
  // The engine reports a panic through this object before it stops.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log("panic", message) };
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/** Comparing two schemas needs no server, yet the engine asks one for its version first: a made-up answer is enough. */
function offlineServer() {
  const reply = { columnNames: ["version", "numeric_version"], columnTypes: [7, 0], rows: [["PostgreSQL 15.0", 150000]] };
  const server = {
    provider: "postgres",
    adapterName: "offline",
    queryRaw: async () => ({ ok: true, value: reply }),
    executeRaw: async () => ({ ok: true, value: 0 }),
    executeScript: async () => ({ ok: true, value: undefined }),
    getConnectionInfo: () => ({ ok: true, value: { schemaName: "public", supportsRelationJoins: true } }),
    dispose: async () => ({ ok: true, value: undefined }),
  };
  const connected = async () => ({ ok: true, value: server });
  return { provider: "postgres", adapterName: "offline", connect: connected, connectToShadowDb: connected };
}

async function realServer(url) {
  const { default: pg } = await import("pg");
  adaptStatements(pg.Client);
  readCatalogueChars();
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  return bindMigrationAwareSqlAdapterFactory(new PrismaPg(connection(url)));
}

async function openEngine(url) {
  const server = url ? await realServer(url) : offlineServer();
  const Engine = await loadEngine();
  return Engine.new({ datamodels: datamodels() }, (message) => log("engine", message), server);
}

/** `cli can-connect-to-database` and its like: answered by the exit code. */
async function checkConnection(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    process.exit(0);
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: "P1001" };
    console.error(JSON.stringify({ level: "ERROR", fields }));
    process.exit(1);
  }
}

function send(message) {
  log("answer", message);
  process.stdout.write(JSON.stringify(message) + "\n");
}

async function answer(engine, request) {
  const method = request.method === "getDatabaseVersion" ? "version" : request.method;
  const params = Array.isArray(request.params) ? request.params[0] : request.params;
  try {
    const result = await (await engine())[method](params);
    if (method === "diff" && result?.stdout) {
      send({ jsonrpc: "2.0", id: 9000, method: "print", params: { content: result.stdout } });
    }
    send({ jsonrpc: "2.0", id: request.id, result: result ?? {} });
  } catch (error) {
    log("error", String(error?.stack ?? error));
    const message = String(error?.message ?? error);
    const data = { is_panic: false, message, error_code: error?.code };
    send({ jsonrpc: "2.0", id: request.id, error: { code: 4466, message, data } });
  }
}

const url = JSON.parse(option("--datasource") ?? "{}").url;
log("arguments", argv);
if (argv.includes("cli")) await checkConnection(url);

let opened;
const engine = () => (opened ??= openEngine(url));
let chain = Promise.resolve();
const lines = readline.createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const request = JSON.parse(line);
  log("request", request);
  if (!request.method) return; // the CLI's acknowledgement of printed text
  chain = chain.then(() => answer(engine, request));
});
lines.on("close", () => chain.then(() => process.exit(0)));
