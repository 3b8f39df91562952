import type { Issue } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { isClosed, type Applicant } from "#lib/roll/entry/admission.ts";
import { groundIssue } from "#lib/roll/entry/application.ts";
import { type Purpose, type Subject } from "./kinds.ts";
import { usualText, type AdmissionRow, type ResolutionRow } from "./model.ts";
import { passes, votesIssues, type MeetingRecord } from "./rules.ts";
import type { ResolutionRecord } from "./store.ts";

type Row = Omit<ResolutionRow, "subject"> & { readonly subject: Subject; readonly row: number };

const usual: Readonly<Partial<Record<Subject, string>>> = usualText;
const issue = (field: string | null, code: string): Issue => ({ field, code, params: {} });

/** Resolutions as a form gives them: words where the subject has none of its own, votes that can be, and something at all to decide. */
export function readResolutions(rows: readonly Row[], record: MeetingRecord, purpose: Purpose, newId: () => string): Result<readonly ResolutionRecord[], readonly Issue[]> {
  const issues: Issue[] = [];
  if (rows.length === 0 && purpose !== "electionCommittee") issues.push(issue("resolutions.0.text", "noResolution"));
  const resolutions = rows.map(({ row, subject, text, yes, no, abstain, groupNumber }, place): ResolutionRecord => {
    const words = text ?? usual[subject] ?? null;
    const votes = { yes, no, abstain, groupNumber: record.kind === "groups" ? groupNumber : null };
    // A meeting on seats and method decides them first; no other meeting does.
    if ((subject === "seatsAndMethod") !== (purpose === "seatsAndMethod" && place === 0)) issues.push(issue(`resolutions.${row}.subject`, "invalidChoice"));
    if (words === null) issues.push(issue(`resolutions.${row}.text`, "textNeeded"));
    issues.push(...votesIssues(record, votes, { yes: `resolutions.${row}.yes`, groupNumber: `resolutions.${row}.groupNumber` }));
    if (subject === "admitVoters" && record.kind === "groups") issues.push(issue(`resolutions.${row}.subject`, "admissionNeedsMeeting"));
    return { id: newId(), subject, text: words ?? "", ...votes };
  });
  return issues.length === 0 ? ok(resolutions) : err(issues);
}

/** The people whom the meeting decided on, with what their entries said when it was recorded. */
export type Admissions = { readonly resolution: ResolutionRecord; readonly passed: boolean; readonly people: readonly (AdmissionRow & { readonly applicant: Applicant })[] };

/** People put to the vote, as a form names them; `applicants` by entry, null where the election has no such entry. */
export type AdmissionRows = readonly (AdmissionRow & { readonly row: number })[];

function personIssue(row: AdmissionRow, applicant: Applicant | null, record: MeetingRecord, resumed: ReadonlySet<string>, today: string): { readonly field: string; readonly code: string } | null {
  if (applicant === null) return { field: "entryId", code: "personNotWaiting" };
  if (isClosed(applicant, today)) return { field: "entryId", code: "electionOver" };
  if (applicant.loaded.content.category !== 3) return { field: "entryId", code: "notOutsider" };
  if (applicant.loaded.content.takesPart === true && !resumed.has(row.entryId)) return { field: "entryId", code: "personNotWaiting" };
  return groundIssue(applicant.loaded.election.law, applicant.loaded.election.electionDay, row, { day: record.heldOn, code: "afterMeeting" });
}

/**
 * Ties the people to the one resolution that decides on them (2025 law, Article 16 (3)). `resumed`: people whom the
 * record being corrected had admitted. Null: nobody was put to the vote.
 */
export function readAdmissions(
  rows: AdmissionRows, resolutions: readonly ResolutionRecord[], record: MeetingRecord,
  known: { readonly applicants: ReadonlyMap<string, Applicant>; readonly resumed: ReadonlySet<string>; readonly today: string },
): Result<Admissions | null, readonly Issue[]> {
  const deciding = resolutions.filter((resolution) => resolution.subject === "admitVoters");
  const [resolution] = deciding;
  if (resolution === undefined) return rows.length === 0 ? ok(null) : err([issue("admissions.0.entryId", record.kind === "groups" ? "admissionNeedsMeeting" : "admissionNeedsResolution")]);
  if (deciding.length > 1) return err([issue("resolutions.0.subject", "admissionOneResolution")]);
  if (rows.length === 0) return err([issue("admissions.0.entryId", "admissionNeedsPeople")]);
  const seen = new Set<string>();
  const issues: Issue[] = [];
  const people = rows.flatMap(({ row, ...one }) => {
    const applicant = known.applicants.get(one.entryId) ?? null;
    const wrong = seen.has(one.entryId) ? { field: "entryId", code: "personNotWaiting" } : personIssue(one, applicant, record, known.resumed, known.today);
    seen.add(one.entryId);
    if (wrong !== null) issues.push(issue(`admissions.${row}.${wrong.field}`, wrong.code));
    return applicant === null ? [] : [{ ...one, applicant }];
  });
  return issues.length === 0 ? ok({ resolution, passed: passes(record, resolution), people }) : err(issues);
}
