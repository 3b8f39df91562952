"use server";

import { settleReport } from "#lib/roll/houses/commands.ts";
import { formAction } from "#lib/web/action.ts";

export const settleReportAction = formAction(settleReport, ({ electionId }) => `/desk/${electionId}/roll/houses/reports?done=settled`);
