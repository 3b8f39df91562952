import type { Reader, Transaction } from "../database/client.ts";
import type { Facts } from "../platform/command.ts";
import type { Position } from "../committee/model.ts";
import type { Sex } from "../election/model.ts";
import type { Purpose, Subject } from "./kinds.ts";
import type { MeetingRecord, Votes } from "./rules.ts";

/** A resolution as it is kept. */
export type ResolutionRecord = Votes & { readonly id: string; readonly subject: Subject; readonly text: string };

/** Somebody chosen into the election committee at a meeting, as it stood then. */
export type ChosenRecord = { readonly name: string; readonly sex: Sex; readonly position: Position; readonly votes: number; readonly chosenByGroup: number | null };

/** A meeting about to be kept, with the earlier record that it corrects. */
export type NewMeeting = {
  readonly id: string;
  readonly electionId: string;
  readonly purpose: Purpose;
  readonly record: MeetingRecord;
  readonly resolutions: readonly ResolutionRecord[];
  /** Null where nobody was to be chosen. */
  readonly chosen: readonly ChosenRecord[] | null;
  readonly correctsId: string | null;
  readonly correctionReason: string | null;
};

/** The standing record of a meeting held for one purpose: the newest of its chain of corrections. Null when there is none. */
export const standingMeeting = (db: Reader, electionId: string, purpose: Exclude<Purpose, "resolutions">) =>
  db.meeting.findFirst({ where: { electionId, purpose, correctedBy: { is: null } }, select: { id: true } });

/** Keeps a meeting with its groups and resolutions. Nothing of it can be changed afterwards. */
export async function keepMeeting(tx: Transaction, { id, electionId, purpose, record, resolutions, chosen, correctsId, correctionReason }: NewMeeting, facts: Facts): Promise<void> {
  const { groups, ...columns } = record;
  await tx.meeting.create({
    data: {
      id, electionId, purpose, ...columns, createdAt: facts.now, correctsId, correctionReason, ...(chosen === null ? {} : { chosen: [...chosen] }),
      groups: { create: groups.map(({ groupNumber, entitled, present }) => ({ groupNumber, entitled, present })) },
    },
  });
  // Each resolution looks at those present in its group, so the groups stand first.
  await tx.resolution.createMany({ data: resolutions.map((resolution, index) => ({ ...resolution, meetingId: id, ordinal: index + 1 })) });
}

/** What the ledger keeps of a meeting: figures as they are, names and words as commitments. */
export const meetingEntry = ({ id, purpose, record, resolutions, chosen, correctsId }: NewMeeting, facts: Facts) => ({
  id, purpose, corrects: correctsId, kind: record.kind, basis: record.basis, heldOn: record.heldOn, noticeOn: record.noticeOn, calledBy: record.calledBy,
  entitled: record.entitled, present: record.present, representatives: record.representatives, womenRepresentatives: record.womenRepresentatives,
  groups: record.groups.map(({ groupNumber, entitled, present }) => ({ groupNumber, entitled, present })),
  resolutions: resolutions.map(({ id: resolutionId, subject, text, groupNumber, yes, no, abstain }) => ({ id: resolutionId, subject, text: facts.commit(text), groupNumber, yes, no, abstain })),
  chosen: chosen === null ? null : chosen.map(({ name, position, votes, chosenByGroup }) => ({ name: facts.commit(name), position, votes, chosenByGroup })),
  words: facts.commit(JSON.stringify([record.place, record.presidedBy, record.recordedBy, record.minutes])),
});
