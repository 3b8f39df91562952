import { NextResponse } from "next/server";
import { findPeople, personLabel } from "#lib/election/people.ts";
import { placeOfVote } from "#lib/count/request.ts";
import { guardedRoute } from "#lib/web/route.ts";

/** People of the published list by name or pinyin initials, for written-in names; at most 9. */
export const GET = guardedRoute("count.read", placeOfVote, async ({ request, db, place }) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const people = place.electionId === undefined ? [] : await findPeople(db, place.electionId, typed.slice(0, 50), 9);
  return NextResponse.json({ people: people.map((person) => ({ id: person.id, label: personLabel(person) })) });
});
