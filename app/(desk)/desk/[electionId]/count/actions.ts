"use server";

import { claimEntry, planBundles, releaseEntry } from "#lib/count/commands.ts";
import { confirmWrittenName, mergeWrittenName, undoWrittenName } from "#lib/count/name-commands.ts";
import { settledMarks } from "#lib/count/request.ts";
import { answerReopen, askReopen, settlePaper } from "#lib/count/settle-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const planBundlesAction = formAction(planBundles, (output) => `/desk/${output.electionId}/count`);
export const claimEntryAction = formAction(claimEntry, (output) => `/desk/${output.electionId}/count/${output.bundleId}/enter`);
export const releaseEntryAction = formAction(releaseEntry, (output) => `/desk/${output.electionId}/count/${output.bundleId}`);
export const settlePaperAction = formAction(
  settlePaper,
  (output) => `/desk/${output.electionId}/count/${output.bundleId}${output.left === 0 ? "" : "/settle"}`,
  settledMarks,
);
export const askReopenAction = formAction(askReopen, (output) => `/desk/${output.electionId}/count/${output.bundleId}`);
export const answerReopenAction = formAction(answerReopen, (output) => `/desk/${output.electionId}/count/${output.bundleId}`);
export const mergeWrittenNameAction = formAction(mergeWrittenName, (output) => `/desk/${output.electionId}/count/names`);
export const confirmWrittenNameAction = formAction(confirmWrittenName, (output) => `/desk/${output.electionId}/count/names`);
export const undoWrittenNameAction = formAction(undoWrittenName, (output) => `/desk/${output.electionId}/count/names`);
