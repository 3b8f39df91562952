import type { Reader } from "../database/client.ts";

/** Counties and townships of the installation, by code. */
export async function allTownships(db: Reader) {
  const [counties, townships] = await Promise.all([
    db.county.findMany({ select: { id: true, name: true, code: true }, orderBy: { code: "asc" } }),
    db.township.findMany({ select: { id: true, name: true, code: true, county: { select: { name: true } } }, orderBy: { code: "asc" } }),
  ]);
  return { counties, townships: townships.map(({ county, ...row }) => ({ ...row, county: county.name })) };
}
