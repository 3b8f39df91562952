import { today as dayOf } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { renderDocument, type DocumentRefusal } from "#lib/documents/render.ts";
import type { Result } from "#lib/platform/result.ts";
import { householdNotices, registrationSheet, ROLL_PAPERS, voterCards, type RollPaper } from "#lib/roll/papers/papers.ts";
import { electionPlace } from "#lib/web/page.ts";
import { paperResponse } from "#lib/web/paper-response.ts";
import { guardedRoute, refusalResponse } from "#lib/web/route.ts";

const NAMES: Readonly<Record<RollPaper, string>> = { registrationSheet: "选民登记表", voterCards: "选民证", householdNotices: "投票通知书" };

type Wanted = { readonly db: Database; readonly electionId: string; readonly group: number | null; readonly now: Date };

/** Renders one paper of the roll; null when there is nobody to print it for. */
async function render(paper: RollPaper, { db, electionId, group, now }: Wanted): Promise<Result<Uint8Array, DocumentRefusal> | null> {
  const options = { createdAt: now };
  switch (paper) {
    case "registrationSheet": {
      const data = await registrationSheet(db, electionId, group, dayOf(now));
      return data === null ? null : renderDocument(paper, data, options);
    }
    case "voterCards": {
      const data = await voterCards(db, electionId, group);
      return data === null ? null : renderDocument(paper, data, options);
    }
    case "householdNotices": {
      const data = await householdNotices(db, electionId, group, dayOf(now));
      return data === null ? null : renderDocument(paper, data, options);
    }
  }
}

/** A paper of the roll as PDF: of one group (`?group=3`), or of the whole village. */
export const GET = guardedRoute("roll.write", electionPlace, async ({ request, params, db, now }) => {
  const paper = ROLL_PAPERS.find((known) => known === params["paper"]);
  const asked = new URL(request.url).searchParams.get("group");
  if (paper === undefined || (asked !== null && !/^\d{1,3}$/.test(asked))) return refusalResponse({ kind: "notFound" });
  const pdf = await render(paper, { db, electionId: params["electionId"] ?? "", group: asked === null ? null : Number(asked), now });
  return pdf === null ? refusalResponse({ kind: "notFound" }) : paperResponse(pdf, asked === null ? NAMES[paper] : `${NAMES[paper]}-${asked}`);
});
