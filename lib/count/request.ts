import { z } from "zod";
import { placeOfElection } from "../access/place.ts";
import type { Place } from "../access/permissions.ts";
import type { Database } from "../database/client.ts";

const record = z.record(z.string(), z.unknown());

/** The fields of a JSON body; none when it is no object. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  const parsed = record.safeParse(body);
  return parsed.success ? parsed.data : {};
}

/** Where the vote named in a path lies; null when there is none. */
export async function placeOfVote(db: Database, params: Readonly<Record<string, string>>): Promise<Place | null> {
  const voteId = z.uuid().safeParse(params["voteId"]);
  if (!voteId.success) return null;
  const vote = await db.vote.findUnique({ where: { id: voteId.data }, select: { electionId: true } });
  return vote === null ? null : placeOfElection(db, vote.electionId);
}

/** The settle form: the marks of the chosen side, posted as JSON under `marks.first`, `marks.second` or `marks.other`. */
export function settledMarks(data: FormData): Readonly<Record<string, unknown>> {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  return { bundleId: text("bundleId"), paper: text("paper"), reason: text("reason"), marks: jsonOf(text(`marks.${text("choice")}`)) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
