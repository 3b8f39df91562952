import { settleFindings, type Acceptance } from "../election/acceptance.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import type { Reader, Transaction } from "../database/client.ts";
import type { Law } from "../law/law.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { invalid, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { admit, isClosed, loadApplicant, withdrawAdmission, type Applicant } from "#lib/roll/entry/admission.ts";
import { applicationFinding, lacksCertificate } from "#lib/roll/entry/application.ts";
import { readAdmissions, readResolutions, type Admissions, type AdmissionRows } from "./decide.ts";
import { type Purpose } from "./kinds.ts";
import { correctMeetingInput, recordMeetingInput, type MeetingInput } from "./model.ts";
import { knownPeople, meetingView, type MeetingView } from "./queries.ts";
import { decisionFinding, meetingFindings, mostVotes, readMeeting, type KnownPeople } from "./rules.ts";
import { keepMeeting, meetingEntry, type NewMeeting } from "./store.ts";

/** What the decision about a meeting needs to know of its case. */
type Loaded = { readonly law: Law; readonly known: KnownPeople | null; readonly applicants: ReadonlyMap<string, Applicant> };

async function loadCase(tx: Reader, electionId: string, heldOn: string, entryIds: readonly string[], facts: Facts): Promise<Loaded | null> {
  const row = await tx.election.findUnique({ where: { id: electionId }, select: lawFields });
  if (row === null) return null;
  const applicants = new Map<string, Applicant>();
  for (const entryId of new Set(entryIds)) {
    const applicant = await loadApplicant(tx, entryId, facts);
    if (applicant !== null) applicants.set(entryId, applicant);
  }
  return { law: electionLaw(row), known: await knownPeople(tx, electionId, heldOn), applicants };
}

type Change = { readonly meeting: NewMeeting; readonly admissions: Admissions | null; readonly withdrawn: readonly Applicant[]; readonly accepted: readonly Acceptance[] };

type Wanted = MeetingInput & { readonly resolutions: Parameters<typeof readResolutions>[0]; readonly admissions: AdmissionRows; readonly acceptances: Readonly<Record<string, string>> };

/** What a record comes to, whether new or correcting: figures, votes and people read, the law asked. */
function decideMeeting(
  input: Wanted, loaded: Loaded, facts: Facts,
  about: { readonly electionId: string; readonly purpose: Purpose; readonly corrects: MeetingView | null; readonly correctionReason: string | null },
): Result<Change, Refusal> {
  const record = readMeeting(input, facts.today, loaded.law);
  if (!record.ok) return err({ kind: "invalid", issues: record.error });
  const resolutions = readResolutions(input.resolutions, record.value, about.purpose, facts.newId);
  if (!resolutions.ok) return err({ kind: "invalid", issues: resolutions.error });
  const before = about.corrects?.resolutions.flatMap((resolution) => resolution.admissions.map((person) => person.entryId)) ?? [];
  const resumed = new Set([...loaded.applicants].filter(([, applicant]) => applicant.consent?.meetingId === about.corrects?.id && before.length > 0).map(([id]) => id));
  const admissions = readAdmissions(input.admissions, resolutions.value, record.value, { applicants: loaded.applicants, resumed, today: facts.today });
  if (!admissions.ok) return err({ kind: "invalid", issues: admissions.error });
  // What the seats rest on must have passed; any other resolution may have failed.
  const decisive = about.purpose === "seatsAndMethod" ? resolutions.value.slice(0, 1) : [];
  const lacking = (admissions.value?.people ?? []).filter(({ applicant }) => lacksCertificate(loaded.law, applicant.loaded.content.application)).map(({ applicant }) => applicant.loaded.content);
  const findings = [...meetingFindings(record.value, loaded.known, loaded.law), applicationFinding(loaded.law, lacking), ...decisive.map((votes) => decisionFinding(record.value, votes, "resolutions.0.yes", loaded.law))];
  const settled = settleFindings(findings, input.acceptances, facts);
  if (!settled.ok) return settled;
  const stays = new Set(admissions.value?.passed === true ? admissions.value.people.map((person) => person.entryId) : []);
  const withdrawn = [...resumed].filter((id) => !stays.has(id)).flatMap((id) => loaded.applicants.get(id) ?? []);
  if (withdrawn.some((applicant) => isClosed(applicant, facts.today))) return invalid(null, "electionOver");
  const meeting = { id: facts.newId(), electionId: about.electionId, purpose: about.purpose, record: record.value, resolutions: resolutions.value, chosen: about.corrects?.chosen ?? null, correctsId: about.corrects?.id ?? null, correctionReason: about.correctionReason };
  return ok({ meeting, admissions: admissions.value, withdrawn, accepted: settled.value });
}

async function saveMeeting(tx: Transaction, { meeting, admissions, withdrawn }: Change, facts: Facts) {
  await keepMeeting(tx, meeting, facts);
  for (const applicant of withdrawn) await withdrawAdmission(tx, applicant, facts);
  if (admissions !== null) {
    await tx.admission.createMany({
      data: admissions.people.map(({ entryId, applicant, ground, since, appliedOn }) => ({ resolutionId: admissions.resolution.id, rollEntryId: entryId, name: applicant.loaded.content.name, ground, since, appliedOn })),
    });
    const { kind, heldOn } = meeting.record;
    // Group meetings admit nobody: refused before, and by the database.
    if (admissions.passed && kind !== "groups") {
      for (const { applicant, ground, since, appliedOn } of admissions.people) await admit(tx, applicant, { ground, since, appliedOn, consentedOn: heldOn, meeting: kind, meetingId: meeting.id }, facts);
    }
  }
  return { electionId: meeting.electionId, meetingId: meeting.id };
}

const entryOf = ({ meeting, admissions, withdrawn, accepted }: Change, _: unknown, facts: Facts) => ({
  meeting: meetingEntry(meeting, facts),
  admitted: admissions === null ? null : { resolutionId: admissions.resolution.id, passed: admissions.passed, entries: admissions.people.map((person) => person.entryId) },
  withdrawn: withdrawn.map((applicant) => applicant.loaded.id), accepted,
});

/** Records a meeting with its resolutions; people of the third category whom it admits are listed by it. */
export const recordMeeting = defineCommand({
  name: "meeting.record",
  action: "meeting.write",
  input: recordMeetingInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input, facts) => loadCase(tx, input.electionId, input.heldOn, input.admissions.map((row) => row.entryId), facts),
  decide: (loaded, input, facts) => decideMeeting(input, loaded, facts, { electionId: input.electionId, purpose: "resolutions", corrects: null, correctionReason: null }),
  save: saveMeeting,
  entry: entryOf,
});

/**
 * Corrects the record of a meeting by a further record that points at it. The kind of meeting stays; what rested on a
 * resolution that did not pass after all, an admission, falls away with it.
 */
export const correctMeeting = defineCommand({
  name: "meeting.correct",
  action: "meeting.write",
  input: correctMeetingInput,
  scope: async (input, db) => {
    const meeting = await db.meeting.findUnique({ where: { id: input.meetingId }, select: { electionId: true } });
    return meeting === null ? null : { kind: "election", id: meeting.electionId };
  },
  load: async (tx, input, facts) => {
    const electionId = facts.place.electionId ?? "";
    const meeting = await meetingView(tx, electionId, input.meetingId);
    if (meeting === null) return null;
    const before = meeting.resolutions.flatMap((resolution) => resolution.admissions.map((person) => person.entryId));
    const loaded = await loadCase(tx, electionId, input.heldOn, [...before, ...input.admissions.map((row) => row.entryId)], facts);
    return loaded === null ? null : { ...loaded, meeting };
  },
  decide: (loaded, input, facts) => {
    const { meeting } = loaded;
    if (meeting.correctedById !== null) return invalid(null, "meetingCorrected");
    if (meeting.record.kind !== input.kind) return invalid("kind", "kindFixed");
    const change = decideMeeting(input, loaded, facts, { electionId: meeting.electionId, purpose: meeting.purpose, corrects: meeting, correctionReason: input.correctionReason });
    if (!change.ok) return change;
    const { record } = change.value.meeting;
    const above = (meeting.chosen ?? []).find((member) => member.votes > (mostVotes(record, member.chosenByGroup) ?? 0));
    return above === undefined ? change : invalid("present", "belowVotes", { present: record.present, votes: above.votes });
  },
  save: saveMeeting,
  entry: (change, input, facts) => ({ ...entryOf(change, input, facts), reason: facts.commit(input.correctionReason) }),
});
