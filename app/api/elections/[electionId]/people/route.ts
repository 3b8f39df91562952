import { NextResponse } from "next/server";
import { findPeople, personLabel } from "#lib/election/people.ts";
import { electionPlace } from "#lib/web/page.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** People of the published list for the suggestions of a name field: `?q=` name, pinyin or initials, with group or year. */
export const GET = guardedRoute("roll.read", electionPlace, async ({ request, params, db }) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const people = await findPeople(db, params["electionId"] ?? "", typed.slice(0, 80));
  return NextResponse.json({ people: people.map(personLabel) }, { headers: { "cache-control": "private, no-store" } });
});
