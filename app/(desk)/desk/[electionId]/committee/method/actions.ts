"use server";

import { setMethod } from "#lib/pack/election-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const setMethodAction = formAction(setMethod, (output) => `/desk/${output.electionId}/committee/method?done=method`);
