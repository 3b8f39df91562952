"use server";

import { addNominees, changeNominee, recordKinship, recordNomination, removeKinship, vetClear, vetNominee, withdrawNominee } from "#lib/nomination/commands.ts";
import { prepareOpenVote, publishCandidates } from "#lib/nomination/publish.ts";
import { formAction } from "#lib/web/action.ts";

export const recordNominationAction = formAction(recordNomination, (output) => `/desk/${output.electionId}/nomination?done=meeting`);
export const addNomineesAction = formAction(addNominees, (output) => `/desk/${output.electionId}/nomination?done=add${output.left > 0 ? `&left=${output.left}` : ""}`);
export const changeNomineeAction = formAction(changeNominee, (output) => `/desk/${output.electionId}/nomination?done=change`);
export const withdrawNomineeAction = formAction(withdrawNominee, (output) => `/desk/${output.electionId}/nomination?done=withdraw`);
export const vetNomineeAction = formAction(vetNominee, (output) => `/desk/${output.electionId}/nomination?done=vet`);
export const vetClearAction = formAction(vetClear, (output) => `/desk/${output.electionId}/nomination?done=vet`);
export const recordKinshipAction = formAction(recordKinship, (output) => `/desk/${output.electionId}/nomination/kinship?done=kinship${output.left > 0 ? `&left=${output.left}` : ""}`);
export const removeKinshipAction = formAction(removeKinship, (output) => `/desk/${output.electionId}/nomination/kinship?done=kinshipRemoved`);
export const publishCandidatesAction = formAction(publishCandidates, (output) => `/desk/${output.electionId}/nomination/publish?issued=${output.noticeId}`);
export const prepareOpenVoteAction = formAction(prepareOpenVote, (output) => `/desk/${output.electionId}/ballot`);
