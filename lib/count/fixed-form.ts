import type { Reader } from "../database/client.ts";
import { ballotForm } from "./load.ts";
import type { BallotForm } from "./model.ts";

/** Votes counted at once in one township with re-votes; the oldest is read again when it is needed. */
const mostForms = 200;
const forms = new Map<string, BallotForm>();

/**
 * The sheet of a vote that is being counted. Its ballots were printed and cast, so it can no longer change: it is read
 * once and not for each of some thousand papers. Only for votes in the state `counting`.
 */
export async function fixedForm(db: Reader, voteId: string): Promise<BallotForm> {
  const known = forms.get(voteId);
  if (known !== undefined) return known;
  const form = await ballotForm(db, voteId);
  const oldest = forms.size >= mostForms ? forms.keys().next().value : undefined;
  if (oldest !== undefined) forms.delete(oldest);
  forms.set(voteId, form);
  return form;
}
