import { z } from "zod";

const schema = z.object({
  /** Address of the database as the application role, which may only append to the ledger. */
  DATABASE_URL: z.string().min(1),
  /** Folder of the keys; absolute, written by the start program. */
  DATA_DIR: z.string().startsWith("/"),
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
  CUNXUAN_VERSION: z.string().default("0.1.0"),
});

export type Env = z.infer<typeof schema>;
let cached: Env | undefined;

/** The environment, read and checked once. Throws with the names of what is missing. */
export function env(): Env {
  if (cached === undefined) {
    const parsed = schema.safeParse(process.env);
    if (!parsed.success) {
      throw new Error(`Environment incomplete: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`);
    }
    cached = parsed.data;
  }
  return cached;
}

/** What of the system's environment a program needs to run at all. */
const ofSystem = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "TZ"];

/** The environment of a child process: only what it needs to reach the database and the keys; not the owner's address, not the sessions' secret. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATA_DIR, NODE_ENV, LOG_LEVEL } = env();
  const system = Object.fromEntries(ofSystem.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined));
  return { ...system, DATABASE_URL, DATA_DIR, NODE_ENV, LOG_LEVEL };
}
