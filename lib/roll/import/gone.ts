import { Prisma } from "#lib/database/generated/client.ts";
import type { ImportExtent } from "#lib/roll/inputs.ts";

/** Exclusions of people whom a register need not have any more. */
const SETTLED = ["dead", "movedOut", "duplicate"];

/**
 * Condition on an entry `e`: it came from a register, and no row of this upload tells of the person. Rows that could not be
 * taken over count too, by number or name: whoever stands there is not gone.
 */
export function goneEntries(electionId: string, importId: string, extent: ImportExtent): Prisma.Sql {
  if (extent === "part") return Prisma.sql`false`;
  const rows = Prisma.sql`SELECT FROM "RollImportRow" r WHERE r."importId" = ${importId}`;
  const groups = extent === "whole" ? Prisma.empty : Prisma.sql`AND EXISTS (${rows} AND r."groupNumber" = e."groupNumber" AND e."groupNumber" <> 0)`;
  return Prisma.sql`e."electionId" = ${electionId} AND e."importId" IS NOT NULL AND e."importId" <> ${importId} AND COALESCE(e.exclusion, '') <> ALL (${SETTLED}::text[]) ${groups}
    AND e."mergedIntoId" IS NULL AND NOT EXISTS (${rows} AND r."matchId" = e.id)
    AND NOT EXISTS (${rows} AND r."matchId" IN (SELECT m.id FROM "RollEntry" m WHERE m."mergedIntoId" = e.id))
    AND NOT EXISTS (${rows} AND NOT r.usable AND r.name = e.name)
    AND NOT EXISTS (${rows} AND NOT r.usable AND r."idHash" IS NOT NULL AND r."idHash" = (SELECT p."idHash" FROM "Person" p WHERE p.id = e."personId"))`;
}
