import { placeOfCertificate } from "#lib/result/access.ts";
import { certificatePaper } from "#lib/result/print.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** A certificate of election (当选证书) as PDF, for who may issue it. */
export const GET = guardedRoute("certificate.issue", placeOfCertificate, async ({ db, params, now }) => {
  const paper = await certificatePaper(db, params["certificateId"] ?? "", now);
  return paper === null ? new Response(null, { status: 404 }) : paperResponse(paper.pdf, paper.name);
});
