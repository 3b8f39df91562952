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
  const rows = Prisma.sql`FROM "RollImportRow" r WHERE r."importId" = ${importId}`;
  const groups = extent === "whole" ? Prisma.empty : Prisma.sql`AND e."groupNumber" <> 0 AND e."groupNumber" IN (SELECT r."groupNumber" ${rows})`;
  // NOT IN makes each set once and looks into it. NOT EXISTS would go through the rows again for every entry: right after an upload the planner takes them for a handful.
  return Prisma.sql`e."electionId" = ${electionId} AND e."importId" IS NOT NULL AND e."importId" <> ${importId} AND COALESCE(e.exclusion, '') <> ALL (${SETTLED}::text[]) ${groups}
    AND e."mergedIntoId" IS NULL AND e.id NOT IN (SELECT r."matchId" ${rows} AND r."matchId" IS NOT NULL)
    AND e.id NOT IN (SELECT m."mergedIntoId" FROM "RollImportRow" r JOIN "RollEntry" m ON m.id = r."matchId" WHERE r."importId" = ${importId} AND m."mergedIntoId" IS NOT NULL)
    AND e.name NOT IN (SELECT r.name ${rows} AND NOT r.usable AND r.name IS NOT NULL)
    AND COALESCE((SELECT p."idHash" FROM "Person" p WHERE p.id = e."personId"), '') NOT IN (SELECT r."idHash" ${rows} AND NOT r.usable AND r."idHash" IS NOT NULL)`;
}
