"use server";

import { moveElection } from "#lib/pack/election-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const moveElectionAction = formAction(moveElection, ({ electionId }, fields) => `/township/${String(fields["townshipId"])}/elections/${electionId}?done=law`);
