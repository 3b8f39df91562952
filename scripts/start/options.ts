import path from "node:path";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { StartProblem } from "./problems.ts";

/** What was asked for on the command line and in the environment. */
export type Options = {
  /** Absolute folder of keys and embedded database. */
  readonly dataDir: string;
  readonly port: number;
  /** Start for real, without the demonstration. */
  readonly empty: boolean;
  /** Show the demonstration although real work was begun. */
  readonly demo: boolean;
  /** Serve from the sources, for authors. */
  readonly dev: boolean;
  /** Address of the user's own database as its owner; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The same database as the application role, when an administrator made that role by hand. */
  readonly databaseAppUrl: string | null;
};

export const repository = path.resolve(import.meta.dirname, "../..");

type Environment = Readonly<Record<string, string | undefined>>;

const given = (text: string | undefined): string | null => (text === undefined || text.trim() === "" ? null : text.trim());

const isPort = (text: string | undefined): text is string => text !== undefined && /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;

/** Where the data are, from DATA_DIR; `data` in the program's folder unless told. */
export function dataFolder(environment: Environment): Result<string, StartProblem> {
  const dataDir = given(environment["DATA_DIR"]) ?? path.join(repository, "data");
  return path.isAbsolute(dataDir) ? ok(dataDir) : err({ kind: "dataDirRelative", given: dataDir });
}

/** Reads the command line; refuses what it does not know. */
export function readOptions(args: readonly string[], environment: Environment): Result<Options, StartProblem> {
  let port = environment["PORT"] ?? "3000";
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    const inline = /^--port=(.*)$/.exec(word)?.[1];
    if (word === "--port" || inline !== undefined) {
      port = inline ?? args[(at += 1)] ?? "";
    } else if (word === "--empty" || word === "--demo" || word === "--dev") {
      flags.add(word);
    } else {
      return err({ kind: "badOption", option: word });
    }
  }
  if (flags.has("--empty") && flags.has("--demo")) return err({ kind: "badOption", option: "--empty --demo" });
  if (!isPort(port)) return err({ kind: "badOption", option: `--port ${port}` });
  const folder = dataFolder(environment);
  if (!folder.ok) return folder;
  return ok({
    dataDir: folder.value,
    port: Number(port),
    empty: flags.has("--empty"),
    demo: flags.has("--demo"),
    dev: flags.has("--dev"),
    databaseUrl: given(environment["DATABASE_URL"]),
    databaseAppUrl: given(environment["DATABASE_APP_URL"]),
  });
}
