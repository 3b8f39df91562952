"use server";

import { acceptWarning } from "#lib/election/guards/accept.ts";
import { formAction } from "#lib/web/action.ts";

export const acceptWarningAction = formAction(acceptWarning, ({ electionId, phase }) => `/desk/${electionId}/guards/${phase}?done=accepted`);
