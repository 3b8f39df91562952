import { z } from "zod";
import { rows } from "../election/rows.ts";
import { acceptances, day, id, line, optionalDay, optionalParagraph, optionalWhole, paragraph, personName, whole } from "../platform/fields.ts";
import { APPLICATION_GROUNDS } from "#lib/roll/entry/evidence.ts";
import { callers, meetingBases, meetingKinds, subjects, type Subject } from "./kinds.ts";

const mostPeople = 1_000_000;
const people = whole(0, mostPeople);
const group = whole(1, 999);

/** One group's meeting: a row without those present is passed over. */
const groupRow = z.object({ groupNumber: group, entitled: whole(1, mostPeople), present: people });

/**
 * What every record of a meeting asks, the same for each use. Which of it must be filled depends on the kind of meeting:
 * `readMeeting` of rules.ts says so.
 */
export const meetingFields = {
  kind: z.enum(meetingKinds),
  /** Persons or households; a representatives' meeting counts its members whatever stands here. */
  basis: z.enum(meetingBases).optional(),
  heldOn: day,
  place: line(60),
  /** Day on which people were told; asked for the assembly. */
  noticeOn: optionalDay,
  calledBy: z.enum(callers),
  requestedBy: optionalWhole(0, mostPeople),
  requestBase: optionalWhole(1, mostPeople),
  /** 主持人 and 记录人. */
  presidedBy: personName,
  recordedBy: personName,
  entitled: optionalWhole(1, mostPeople),
  present: optionalWhole(0, mostPeople),
  /** Village representatives among the members of a representatives' meeting, and women among these. */
  representatives: optionalWhole(0, mostPeople),
  womenRepresentatives: optionalWhole(0, mostPeople),
  groups: rows(groupRow, ["present"], 60),
  minutes: optionalParagraph(2000),
} as const;
/** A meeting as a form gives it. */
export type MeetingInput = z.output<z.ZodObject<typeof meetingFields>>;

/** Votes on a resolution: 赞成, 反对, 弃权. */
export const votesFields = { yes: people, no: people, abstain: people } as const;

/** A resolution; a row without text and votes is passed over. */
const resolutionRow = z.object({ subject: z.enum(subjects).exclude(["seatsAndMethod"]), text: optionalParagraph(300), groupNumber: optionalWhole(1, 999), ...votesFields });
export type ResolutionRow = z.output<typeof resolutionRow>;

/** A person to be admitted by the resolution on the third category, with what he bases it on. */
const admissionRow = z.object({ entryId: id, ground: z.enum(APPLICATION_GROUNDS), since: day, appliedOn: day });
export type AdmissionRow = z.output<typeof admissionRow>;

/** A meeting with any resolutions, admissions of the third category among them. */
export const recordMeetingInput = z.object({
  electionId: id,
  ...meetingFields,
  resolutions: rows(resolutionRow, ["text", "yes", "no"], 30),
  admissions: rows(admissionRow, ["entryId"], 60),
  acceptances,
});

/** The earlier record's figures were wrong: a further record says what is right, and why. */
export const correctMeetingInput = z.object({
  meetingId: id,
  ...meetingFields,
  resolutions: rows(resolutionRow.extend({ subject: z.enum(subjects) }), ["text", "yes", "no"], 30),
  admissions: rows(admissionRow, ["entryId"], 60),
  correctionReason: paragraph(200),
  acceptances,
});
export type CorrectionInput = z.output<typeof correctMeetingInput>;

/** Words that a resolution of this subject has when nothing else was typed; other subjects need words of their own. */
export const usualText = {
  seatsAndMethod: "确定本届村民委员会的职数和选举方式。",
  admitVoters: "同意户籍不在本村的人员登记参加本届村民委员会选举。",
} as const satisfies Readonly<Partial<Record<Subject, string>>>;

