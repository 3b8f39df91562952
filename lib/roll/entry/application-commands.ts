import { admittedBy } from "#lib/law/voter-groups.ts";
import { defineCommand } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import { applicationInput, confirmInput } from "#lib/roll/inputs.ts";
import { groundIssue, lacksCertificate } from "./application.ts";
import { scopeOfEntry } from "./commands.ts";
import { entryOf, loadOne, restanding, saved } from "./standing.ts";

/** Records the application of somebody whose household is elsewhere (本人申请参加选举), with the certificate of his home village. */
export const recordApplication = defineCommand({
  name: "roll.recordApplication",
  action: "roll.write",
  input: applicationInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, ground, since, appliedOn, certificateIssuer, certificateDay }, facts) => {
    if (loaded.content.category !== 3) return invalid(null, "notOutsider");
    const issue = groundIssue(loaded.election.law, loaded.election.electionDay, { ground, since, appliedOn }, { day: facts.today, code: "inFuture" });
    if (issue !== null) return invalid(issue.field, issue.code);
    if (certificateIssuer === null && certificateDay !== null) return invalid("certificateIssuer", "required");
    if (certificateIssuer !== null && certificateDay === null) return invalid("certificateDay", "required");
    if (certificateDay !== null && certificateDay > facts.today) return invalid("certificateDay", "inFuture");
    const certificate = certificateIssuer === null || certificateDay === null ? null : { issuer: certificateIssuer, day: certificateDay };
    return restanding(loaded, version, { application: { ground, since, appliedOn, certificate } }, "", facts);
  },
  save: (tx, change, facts) => saved(tx, facts, change, { kind: "applied" }),
  entry: (change, { ground, since, appliedOn, certificateDay }, facts) => ({ ...entryOf(change, facts), ground, since, appliedOn, certificateDay }),
});

/**
 * The election committee itself registers somebody whom the province lets it register without a meeting
 * (经村民选举委员会确认，可以予以登记; Shanghai, Article 9).
 */
export const confirmApplication = defineCommand({
  name: "roll.confirmApplication",
  action: "committee.write",
  input: confirmInput,
  scope: scopeOfEntry,
  load: loadOne,
  decide: (loaded, { version, confirmedOn }, facts) => {
    const { content, election } = loaded;
    const { application } = content;
    if (content.category !== 3 || application === null) return invalid(null, "notApplied");
    if (content.takesPart === true) return invalid(null, "alreadyDone");
    if (loaded.version !== version) return conflict;
    if (admittedBy(application.ground) !== "committee") return invalid(null, "meetingAdmits");
    if (confirmedOn > facts.today) return invalid("confirmedOn", "inFuture");
    const issue = groundIssue(election.law, election.electionDay, application, { day: confirmedOn, code: "afterMeeting" });
    if (issue !== null) return invalid("confirmedOn", issue.code);
    if (lacksCertificate(election.law, application)) return invalid(null, "certificateMissing");
    const change = restanding(loaded, version, { takesPart: true }, "经村民选举委员会确认予以登记", facts);
    return change.ok ? ok({ ...change.value, consent: { ground: application.ground, since: application.since, appliedOn: application.appliedOn, consentedOn: confirmedOn, meeting: "committee" } }) : change;
  },
  save: (tx, { consent, ...change }, facts) => saved(tx, facts, change, { kind: "admitted", day: consent.consentedOn, facts: { by: "committee" } }, { consent }),
  entry: ({ consent, ...change }, _, facts) => ({ ...entryOf(change, facts), ...consent }),
});
