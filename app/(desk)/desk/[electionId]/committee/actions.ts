"use server";

import { arrangePolling, decideSeats, memberLeaves, recordCommittee } from "#lib/committee/commands.ts";
import { issueCommittee, issueCommitteeChange, issueNominationMethod, issueRegistration } from "#lib/committee/notices.ts";
import { formAction } from "#lib/web/action.ts";

export const recordCommitteeAction = formAction(recordCommittee, (output) => `/desk/${output.electionId}/committee?done=record`);
export const memberLeavesAction = formAction(memberLeaves, (output) => `/desk/${output.electionId}/committee?done=leave`);
export const decideSeatsAction = formAction(decideSeats, (output) => `/desk/${output.electionId}/committee?done=seats`);
export const arrangePollingAction = formAction(arrangePolling, (output) => `/desk/${output.electionId}/committee?done=polling`);
export const issueCommitteeAction = formAction(issueCommittee, (output) => `/desk/${output.electionId}/committee/notices/electionCommittee?issued=${output.noticeId}`);
export const issueCommitteeChangeAction = formAction(issueCommitteeChange, (output) => `/desk/${output.electionId}/committee/notices/committeeChange?issued=${output.noticeId}`);
export const issueRegistrationAction = formAction(issueRegistration, (output) => `/desk/${output.electionId}/committee/notices/registration?issued=${output.noticeId}`);
export const issueNominationMethodAction = formAction(issueNominationMethod, (output) => `/desk/${output.electionId}/committee/notices/nominationMethod?issued=${output.noticeId}`);
