import { finding } from "#lib/law/catalogue.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { applicationGrounds, yearsNeeded, type ApplicationGround } from "#lib/law/voter-groups.ts";
import { addYears } from "#lib/roll/years.ts";
import type { ApplicationEvidence } from "./evidence.ts";

/** What is wrong with a field of an application, by the code of its words; null when nothing is. */
export type ApplicationIssue = { readonly field: "entryId" | "ground" | "since" | "appliedOn"; readonly code: string };

/**
 * Whether somebody of the third category can base an application on this: the law knows the ground, it lasts the years
 * that the law names until election day, and he applied by the day it is looked at (R-05, R-06; provinces' groups P-08).
 */
export function groundIssue(law: Law, electionDay: string, application: { readonly ground: ApplicationGround; readonly since: string; readonly appliedOn: string }, by: { readonly day: string; readonly code: "afterMeeting" | "inFuture" }): ApplicationIssue | null {
  const { ground, since, appliedOn } = application;
  if (!applicationGrounds(law).includes(ground)) return { field: "ground", code: "groundNotInLaw" };
  if (addYears(since, yearsNeeded(law, ground)) > electionDay) return { field: "since", code: "tooShortTime" };
  return appliedOn > by.day ? { field: "appliedOn", code: by.code } : null;
}

/** Whether the law in force asks for a certificate of the home village (证明其在户籍所在地不参加登记) that is not on record. */
export const lacksCertificate = (law: Law, application: ApplicationEvidence | null): boolean => law.values.voterHomeCertificate && (application?.certificate ?? null) === null;

/** The finding that people are put to the meeting whose application is not complete; `names` of those people. */
export const applicationFinding = (law: Law, incomplete: readonly { readonly name: string }[]): Finding =>
  finding("applicationIncomplete", { law, ok: incomplete.length === 0, actual: { people: incomplete.length, names: incomplete.map(({ name }) => name) }, fields: ["admissions"] });
