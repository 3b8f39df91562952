import { Prisma } from "#lib/database/generated/client.ts";
import type { ImportExtent } from "#lib/roll/inputs.ts";

/**
 * Condition on an entry `e`: it came from a register, and no row of this upload tells of the person (SQL function
 * roll_import_gone). A file of a part of the village says nothing about anybody else.
 */
export const goneEntries = (importId: string, extent: ImportExtent): Prisma.Sql =>
  extent === "part" ? Prisma.sql`false` : Prisma.sql`e.id IN (SELECT roll_import_gone(${importId}, ${extent}))`;
