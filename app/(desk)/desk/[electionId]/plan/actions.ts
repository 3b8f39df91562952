"use server";

import { askDayChange, withdrawDayChange } from "#lib/plan/day-commands.ts";
import { issueDayChange } from "#lib/plan/day-notice.ts";
import { recordStep } from "#lib/plan/step-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const recordStepAction = formAction(recordStep, (output) => `/desk/${output.electionId}/plan?done=${output.step}`);
export const askDayChangeAction = formAction(askDayChange, (output) => `/desk/${output.electionId}/plan/day?done=asked`);
export const withdrawDayChangeAction = formAction(withdrawDayChange, (output) => `/desk/${output.electionId}/plan/day?done=withdrawn`);
export const issueDayChangeAction = formAction(issueDayChange, (output) => `/desk/${output.electionId}/plan/day/notice?issued=${output.noticeId}`);
