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
