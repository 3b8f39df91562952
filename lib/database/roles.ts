import { escapeIdentifier, escapeLiteral, type Client } from "pg";
import { z } from "zod";
import { err, ok, type Result } from "../platform/result.ts";
import type { DatabaseProblem } from "./problems.ts";

/** The role the served program uses: it reads and writes, but the ledger only through its two functions. */
export const applicationRole = "cunxuan_app";

async function roleExists(client: Client, role: string): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  return found.rowCount === 1;
}

const isRightsError = (error: unknown): boolean => z.looseObject({ code: z.literal("42501") }).safeParse(error).success;

/** Creates the application role, or gives the existing one this password. The client is the owner. */
export async function ensureApplicationRole(client: Client, role: string, password: string): Promise<Result<null, DatabaseProblem>> {
  const verb = (await roleExists(client, role)) ? "ALTER" : "CREATE";
  const statement = `${verb} ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(password)}`;
  try {
    await client.query(statement);
    return ok(null);
  } catch (error) {
    if (!isRightsError(error)) throw error;
    return err({ kind: "noRightsForRoles", role, sql: `CREATE ROLE ${escapeIdentifier(role)} LOGIN PASSWORD '…';` });
  }
}

/**
 * Gives the application role its rights on all tables that exist now; run after every migration. Which rights
 * these are, says the function `grant_application` of the migrations.
 */
export async function grantRights(client: Client, role: string): Promise<Result<null, DatabaseProblem>> {
  try {
    await client.query("SELECT grant_application($1)", [role]);
    await client.query(`REVOKE ALL ON "_prisma_migrations" FROM ${escapeIdentifier(role)}`);
    return ok(null);
  } catch (error) {
    if (!isRightsError(error)) throw error;
    return err({ kind: "noRightsForSchema", detail: error instanceof Error ? error.message : "" });
  }
}
