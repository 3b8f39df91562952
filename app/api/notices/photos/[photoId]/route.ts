import { placeOfElection } from "#lib/access/place.ts";
import { postingPhoto } from "#lib/notice/queries.ts";
import type { Finder } from "#lib/web/page.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

/** The election whose posting a photo shows. */
const photoPlace: Finder = async (db, params) => {
  const photo = await db.postingPhoto.findUnique({ where: { id: params["photoId"] ?? "" }, select: { electionId: true } });
  return photo === null ? null : placeOfElection(db, photo.electionId);
};

/** A photo of a posted notice, for those who may read the case: bystanders may be on it, so it is not public. */
export const GET = guardedRoute("election.read", photoPlace, async ({ db, params }) => {
  const photo = await postingPhoto(db, params["photoId"] ?? "");
  if (photo === null) return refusalResponse({ kind: "notFound" });
  return new Response(Uint8Array.from(photo.bytes), {
    headers: {
      "content-type": photo.mediaType,
      "content-disposition": `inline; filename="${photo.sha256.slice(0, 12)}.${photo.mediaType === "image/png" ? "png" : "jpg"}"`,
      "cache-control": "private, max-age=86400, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
});
