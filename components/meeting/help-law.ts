import type { Law } from "#lib/law/law.ts";
import { noticeRule } from "#lib/law/meeting.ts";
import type { HelpLaw } from "./helper.ts";

/** What of a case's law the help in a form about a meeting needs, small enough to be sent to the browser. */
export const helpLaw = (law: Law): HelpLaw => ({
  national: law.national,
  notice: { assembly: noticeRule("assembly", law), representatives: noticeRule("representatives", law), groups: noticeRule("group", law) },
});
