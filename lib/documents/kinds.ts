import type { z } from "zod";
import { ballotModel, printRunModel } from "./models/ballot.ts";
import { certificateModel } from "./models/certificate.ts";
import { cheatSheetModel } from "./models/cheat-sheet.ts";
import { meetingMinutesModel } from "./models/meeting-minutes.ts";
import { noticeModel } from "./models/notice.ts";
import { controlSheetModel, planChartModel } from "./models/plan.ts";
import { resultReportModel } from "./models/result-report.ts";
import { householdNoticesModel, registrationSheetModel, rollListModel, voterCardsModel } from "./models/roll-papers.ts";
import { tallySheetModel } from "./models/tally-sheet.ts";
import { voterListModel } from "./models/voter-list.ts";

/** Every paper the system prints: its name (also its template's) and the schema of its data. */
export const DOCUMENT_MODELS = {
  notice: noticeModel,
  voterList: voterListModel,
  ballot: ballotModel,
  printRun: printRunModel,
  tallySheet: tallySheetModel,
  resultReport: resultReportModel,
  certificate: certificateModel,
  meetingMinutes: meetingMinutesModel,
  cheatSheet: cheatSheetModel,
  planChart: planChartModel,
  controlSheet: controlSheetModel,
  registrationSheet: registrationSheetModel,
  voterCards: voterCardsModel,
  householdNotices: householdNoticesModel,
  rollList: rollListModel,
} as const;

/** The name of a paper. */
export type DocumentKind = keyof typeof DOCUMENT_MODELS;

/** The data of a paper of this kind. */
export type DocumentData<Kind extends DocumentKind> = z.infer<(typeof DOCUMENT_MODELS)[Kind]>;
