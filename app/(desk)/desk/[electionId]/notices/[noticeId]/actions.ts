"use server";

import { postNotice } from "#lib/notice/commands.ts";
import { formAction } from "#lib/web/action.ts";

export const postNoticeAction = formAction(postNotice, (output, fields) => `/desk/${output.electionId}/notices/${String(fields["noticeId"])}?posted=1`);
