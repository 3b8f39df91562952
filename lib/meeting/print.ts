import { z } from "zod";
import { today } from "../calendar/day.ts";
import { placeOfElection } from "../access/place.ts";
import type { Place } from "../access/permissions.ts";
import { termWords } from "../chinese/term.ts";
import type { Database } from "../database/client.ts";
import { renderDocument, type DocumentRefusal } from "../documents/render.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { scopeName, type Scope } from "../ledger/append.ts";
import { proofOf } from "../ledger/chain.ts";
import { headOf } from "../ledger/queries.ts";
import type { Result } from "../platform/result.ts";
import { meetingMinutes } from "./papers.ts";
import { meetingView } from "./queries.ts";

type Params = Readonly<Record<string, string>>;

async function electionOf(db: Database, params: Params): Promise<string | null> {
  const id = z.uuid().safeParse(params["meetingId"]);
  const row = id.success ? await db.meeting.findUnique({ where: { id: id.data }, select: { electionId: true } }) : null;
  return row?.electionId ?? null;
}

/** Where the meeting named in a path lies; null when there is none. */
export async function placeOfMeeting(db: Database, params: Params): Promise<Place | null> {
  const electionId = await electionOf(db, params);
  return electionId === null ? null : placeOfElection(db, electionId);
}

/** The minutes of a meeting as PDF with the chain's fingerprint of now, dated with the day on which they were recorded. Null: no such meeting. */
export async function minutesPaper(db: Database, params: Params): Promise<{ readonly name: string; readonly pdf: Result<Uint8Array, DocumentRefusal> } | null> {
  const electionId = await electionOf(db, params);
  if (electionId === null) return null;
  const meeting = await meetingView(db, electionId, params["meetingId"] ?? "");
  if (meeting === null) return null;
  const election = await db.election.findUniqueOrThrow({ where: { id: electionId }, select: { term: true, ...lawFields, village: { select: { name: true } } } });
  const scope: Scope = { kind: "election", id: electionId };
  const head = await headOf(db, scope);
  const data = meetingMinutes(meeting, {
    village: election.village.name, term: termWords(election.term), law: electionLaw(election), date: today(meeting.createdAt), proof: head === null ? null : proofOf(scopeName(scope), head.hash),
  });
  return { name: `${election.village.name}${data.title} ${meeting.record.heldOn}`, pdf: await renderDocument("meetingMinutes", data, { createdAt: meeting.createdAt }) };
}
