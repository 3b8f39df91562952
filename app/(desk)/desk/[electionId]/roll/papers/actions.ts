"use server";

import { exportRoll } from "#lib/roll/papers/export.ts";
import { formAction } from "#lib/web/action.ts";

export const exportRollAction = formAction(exportRoll, ({ electionId, exportId }) => `/desk/${electionId}/roll/papers?export=${exportId}`);
