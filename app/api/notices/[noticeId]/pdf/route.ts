import { noticePdf } from "#lib/notice/pdf.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { pdfResponse } from "#lib/web/pdf-response.ts";
import { publicRoute, refusalResponse } from "#lib/web/route.ts";

export const GET = publicRoute(async ({ db, params }) => {
  const notice = await noticeRecord(db, params["noticeId"] ?? "");
  if (notice === null) return refusalResponse({ kind: "notFound" });
  return pdfResponse(await noticePdf(notice), `公告第${notice.number}号 ${notice.title}`, "public, max-age=86400, immutable");
});
