"use server";

import { decideObjection, recordObjection, withdrawObjection } from "#lib/roll/objections/commands.ts";
import { issueObjectionDecisions } from "#lib/roll/objections/notices.ts";
import { formAction } from "#lib/web/action.ts";

type Settled = { readonly electionId: string; readonly objectionId: string };
const page = (done: string) => ({ electionId, objectionId }: Settled): string => `/desk/${electionId}/roll/objections/${objectionId}?done=${done}`;

export const recordObjectionAction = formAction(recordObjection, page("recorded"));
export const decideObjectionAction = formAction(decideObjection, page("decided"));
export const withdrawObjectionAction = formAction(withdrawObjection, page("withdrawn"));
export const issueObjectionDecisionsAction = formAction(issueObjectionDecisions, ({ electionId, noticeId }) => `/desk/${electionId}/roll/objections/notice?issued=${noticeId}`);
