"use server";

import { issueBallotRules, issuePollingPlaces, issueProxies, issueStaff } from "#lib/ballot/notices.ts";
import { closeStation, closeVote, openVote } from "#lib/ballot/polling-commands.ts";
import { recordPrintRun, setStaff, setStations, supplyStations } from "#lib/ballot/preparation-commands.ts";
import { addProxy, withdrawProxy } from "#lib/ballot/proxy-commands.ts";
import { formAction } from "#lib/web/action.ts";

export const setStationsAction = formAction(setStations, (output) => `/desk/${output.electionId}/ballot?done=stations`);
export const setStaffAction = formAction(setStaff, (output) => `/desk/${output.electionId}/ballot?done=staff`);
export const recordPrintRunAction = formAction(recordPrintRun, (output) => `/desk/${output.electionId}/ballot/print?done=print`);
export const supplyStationsAction = formAction(supplyStations, (output) => `/desk/${output.electionId}/ballot?done=supplies`);
export const addProxyAction = formAction(addProxy, (output) => `/desk/${output.electionId}/ballot/proxies?done=add`);
export const withdrawProxyAction = formAction(withdrawProxy, (output) => `/desk/${output.electionId}/ballot/proxies?done=withdraw`);
export const openVoteAction = formAction(openVote, (output) => `/desk/${output.electionId}/ballot/open?done=open`);
export const closeStationAction = formAction(closeStation, (output) => `/desk/${output.electionId}/ballot?done=account`);
export const closeVoteAction = formAction(closeVote, (output) => `/desk/${output.electionId}/ballot/close?done=close`);
export const issuePollingPlacesAction = formAction(issuePollingPlaces, (output) => `/desk/${output.electionId}/ballot/notices/pollingPlaces?issued=${output.noticeId}`);
export const issueStaffAction = formAction(issueStaff, (output) => `/desk/${output.electionId}/ballot/notices/staff?issued=${output.noticeId}`);
export const issueProxiesAction = formAction(issueProxies, (output) => `/desk/${output.electionId}/ballot/notices/proxies?issued=${output.noticeId}`);
export const issueBallotRulesAction = formAction(issueBallotRules, (output) => `/desk/${output.electionId}/ballot/notices/invalidBallots?issued=${output.noticeId}`);
