import { Client } from "pg";
import { z } from "zod";
import { err, ok, type Result } from "../platform/result.ts";
import type { DatabaseProblem } from "./problems.ts";

/** The oldest PostgreSQL this program is tested against, as `server_version_num` counts (15.0). */
const oldestServer = 150_000;

/** Null when the server is new enough; `number` and `name` are its server_version_num and server_version. */
export const versionProblem = (number: number, name: string): DatabaseProblem | null =>
  number < oldestServer ? { kind: "serverTooOld", version: name } : null;

/** The address without name and password, for messages. */
export function addressOf(url: string): string {
  const parts = new URL(url);
  return `${parts.hostname}:${parts.port || "5432"}${parts.pathname}`;
}

/** The same server and database under another account. */
export function withAccount(url: string, user: string, password: string): string {
  const parts = new URL(url);
  parts.username = encodeURIComponent(user);
  parts.password = encodeURIComponent(password);
  return parts.href;
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const parts = new URL(url);
  parts.pathname = `/${encodeURIComponent(database)}`;
  return parts.href;
}

const failureSchema = z.looseObject({ code: z.string().optional(), message: z.string() });

function problemOf(error: unknown, url: string): DatabaseProblem {
  const parsed = failureSchema.safeParse(error);
  // Failing on several addresses of one name gives an AggregateError without a message.
  const { code, message } = parsed.success ? parsed.data : { code: undefined, message: String(error) };
  const address = addressOf(url);
  if (code === "3D000") return { kind: "noSuchDatabase", address };
  if (code?.startsWith("28") === true || code === "42501") return { kind: "refused", address, detail: message };
  return { kind: "unreachable", address, detail: message || (code ?? "") };
}

const isAddress = (url: string): boolean => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol) && new URL(url).hostname !== "";

/** Opens one connection and checks the server's version. The caller ends it. */
export async function openClient(url: string): Promise<Result<Client, DatabaseProblem>> {
  if (!isAddress(url)) return err({ kind: "badAddress" });
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A lost connection is reported by the query that needed it; unheard, the event would end the program.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query("SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name");
    const [{ number, name }] = z.tuple([z.object({ number: z.number(), name: z.string() })]).parse(answer.rows);
    const problem = versionProblem(number, name);
    if (problem === null) return ok(client);
    await client.end();
    return err(problem);
  } catch (error) {
    await client.end().catch(() => undefined);
    return err(problemOf(error, url));
  }
}
