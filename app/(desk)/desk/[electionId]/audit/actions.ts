"use server";

import { recordAudit } from "#lib/township/commands.ts";
import { formAction } from "#lib/web/action.ts";

export const recordAuditAction = formAction(recordAudit, ({ electionId }) => `/desk/${electionId}/audit?done=recorded`);
