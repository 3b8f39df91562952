"use server";

import { correctMeeting, recordMeeting } from "#lib/meeting/commands.ts";
import { formAction } from "#lib/web/action.ts";

export const recordMeetingAction = formAction(recordMeeting, (output) => `/desk/${output.electionId}/meetings/${output.meetingId}?done=record`);
export const correctMeetingAction = formAction(correctMeeting, (output) => `/desk/${output.electionId}/meetings/${output.meetingId}?done=correct`);
