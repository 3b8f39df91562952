import { publicElection } from "../observer/queries.ts";
import type { Database } from "../database/client.ts";
import { formObject } from "./form-data.ts";
import { sealAnswer } from "./public-answer.ts";
import { publicRoute, sameOrigin, type GuardedRoute } from "./route.ts";

/** Longest text of a field that is carried back to the form. */
const keptLength = 600;

/** What a public form asked: the village's election, the fields as objects and as plain text, and the request. */
export type PublicQuestion = {
  readonly electionId: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly db: Database;
  readonly now: Date;
};

/**
 * A form of a village's public pages that works without scripts: it is posted, answered, and shown again by a sealed
 * address (`openAnswer`), so that what was typed stands neither in history nor in a log. Requests from other sites are refused.
 */
export function publicForm(page: string, answer: (question: PublicQuestion) => Promise<unknown>): GuardedRoute {
  return publicRoute(async ({ request, params, db, now }) => {
    const electionId = params["electionId"] ?? "";
    const election = sameOrigin(request) ? await publicElection(db, electionId) : null;
    const data = election === null ? null : await request.formData().catch(() => null);
    if (data === null) return new Response(null, { status: 404 });
    const given = formObject(data);
    const typed = Object.fromEntries(Object.entries(given).flatMap(([field, value]) => (typeof value === "string" ? [[field, value.slice(0, keptLength)]] : [])));
    const shown = await answer({ electionId, given, typed, request, db, now });
    const location = `/v/${electionId}/${page}?answer=${sealAnswer(`${page}:${electionId}`, shown, now)}`;
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  });
}
