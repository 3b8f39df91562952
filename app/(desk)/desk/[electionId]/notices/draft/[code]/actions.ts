"use server";

import { issueElectionDay } from "#lib/committee/notices.ts";
import { saveNoticeDraft } from "#lib/election/draft-commands.ts";
import { issueCorrection, issueGroupLeaders, issueRepresentatives, issueRepresentativesMeeting, issueSupervisionCommittee } from "#lib/election/typed-notices.ts";
import { formAction } from "#lib/web/action.ts";

export const saveDraftAction = formAction(saveNoticeDraft, ({ electionId, code, correctsId }) => `/desk/${electionId}/notices/draft/${code}?check=1${correctsId === "" ? "" : `&corrects=${correctsId}`}`);
export const issueElectionDayAction = formAction(issueElectionDay, (output) => `/desk/${output.electionId}/notices/draft/electionDay?issued=${output.noticeId}`);
export const issueRepresentativesMeetingAction = formAction(issueRepresentativesMeeting, (output) => `/desk/${output.electionId}/notices/draft/representativesMeeting?issued=${output.noticeId}`);
export const issueRepresentativesAction = formAction(issueRepresentatives, (output) => `/desk/${output.electionId}/notices/draft/representatives?issued=${output.noticeId}`);
export const issueGroupLeadersAction = formAction(issueGroupLeaders, (output) => `/desk/${output.electionId}/notices/draft/groupLeaders?issued=${output.noticeId}`);
export const issueSupervisionCommitteeAction = formAction(issueSupervisionCommittee, (output) => `/desk/${output.electionId}/notices/draft/supervisionCommittee?issued=${output.noticeId}`);
export const issueCorrectionAction = formAction(issueCorrection, (output) => `/desk/${output.electionId}/notices/draft/correction?issued=${output.noticeId}`);
