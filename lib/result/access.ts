import { z } from "zod";
import { placeOfElection } from "../access/place.ts";
import type { Place } from "../access/permissions.ts";
import type { Database } from "../database/client.ts";

type Params = Readonly<Record<string, string>>;

/** Where the determination named in a path lies; null when there is none. */
export async function placeOfDetermination(db: Database, params: Params): Promise<Place | null> {
  const id = z.uuid().safeParse(params["determinationId"]);
  const row = id.success ? await db.determination.findUnique({ where: { id: id.data }, select: { electionId: true } }) : null;
  return row === null ? null : placeOfElection(db, row.electionId);
}

/** Where the certificate named in a path lies; null when there is none. */
export async function placeOfCertificate(db: Database, params: Params): Promise<Place | null> {
  const id = z.uuid().safeParse(params["certificateId"]);
  const row = id.success ? await db.certificate.findUnique({ where: { id: id.data }, select: { electionId: true } }) : null;
  return row === null ? null : placeOfElection(db, row.electionId);
}
