"use server";

import { determineVote } from "#lib/result/commands.ts";
import { announceResult, issueCertificates, openFollowingVote, reprintCertificate } from "#lib/result/follow-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const determineVoteAction = formAction(determineVote, (output) => `/desk/${output.electionId}/result?done=determined`);
export const announceResultAction = formAction(announceResult, (output) => `/desk/${output.electionId}/result?done=announced&notices=${encodeURIComponent(output.notices.join(" "))}`);
export const openFollowingVoteAction = formAction(openFollowingVote, (output) => `/desk/${output.electionId}/result?done=following`);
export const issueCertificatesAction = formAction(issueCertificates, (output) => `/desk/${output.electionId}/result?done=certificates`);
export const reprintCertificateAction = formAction(reprintCertificate, (output) => `/desk/${output.electionId}/result?done=reprint`);
