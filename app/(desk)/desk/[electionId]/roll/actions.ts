"use server";

import { confirmApplication, recordApplication } from "#lib/roll/entry/application-commands.ts";
import { addEntry, correctEntry } from "#lib/roll/entry/commands.ts";
import { recordContact, recordContacts } from "#lib/roll/entry/contact-commands.ts";
import { excludeEntry, readmitEntry, settleEntryFindings } from "#lib/roll/entry/standing-commands.ts";
import { publishRoll, supplementRoll } from "#lib/roll/publish/commands.ts";
import { formAction } from "#lib/web/action.ts";

type Saved = { readonly electionId: string; readonly entryId: string };
const entryPage = ({ electionId, entryId }: Saved): string => `/desk/${electionId}/roll/list/${entryId}?done=saved`;

export const addEntryAction = formAction(addEntry, ({ electionId, entryId }) => `/desk/${electionId}/roll/list/${entryId}?done=added`);
export const correctEntryAction = formAction(correctEntry, entryPage);
export const excludeEntryAction = formAction(excludeEntry, entryPage);
export const readmitEntryAction = formAction(readmitEntry, entryPage);
export const settleFindingsAction = formAction(settleEntryFindings, entryPage);
export const recordContactAction = formAction(recordContact, entryPage);
export const recordContactsAction = formAction(recordContacts, ({ electionId, people }, { status }) => `/desk/${electionId}/roll/list?status=${status === "unheard" ? status : "notStated"}&contacted=${people}`);
export const recordApplicationAction = formAction(recordApplication, entryPage);
export const confirmApplicationAction = formAction(confirmApplication, entryPage);
export const publishRollAction = formAction(publishRoll, ({ electionId, noticeId }) => `/desk/${electionId}/roll/publish?issued=${noticeId}`);
export const supplementRollAction = formAction(supplementRoll, ({ electionId, noticeId }) => `/desk/${electionId}/roll/publish?issued=${noticeId}`);
