import { z } from "zod";
import { caseHead, count, day, proof, sex, words } from "./shared.ts";

/** A statement with the rule it rests on, such as 村民委员会组织法（2025）第30条. */
const checked = z.object({ ok: z.boolean(), text: words, citation: words });

/** Minutes of a meeting (会议记录): attendance with the quorum computed, who was chosen, each resolution with its result, lines to sign. */
export const meetingMinutesModel = z.object({
  ...caseHead.shape,
  /** Such as 村民代表会议记录. */
  title: words,
  heldOn: day,
  place: words,
  /** 召集人, 通知日期, 主持人, 记录人 and whatever else stands in the head, in order. */
  facts: z.array(z.object({ key: words, value: words })),
  attendance: z.object({
    unit: z.enum(["人", "户"]),
    entitled: count,
    present: count,
    /** One row a group where groups met; else empty. */
    groups: z.array(z.object({ group: z.number().int().min(1), entitled: count, present: count, least: count, ok: z.boolean() })),
  }),
  /** Quorum, composition and notice, as far as the law asks them of this meeting. */
  checks: z.array(checked),
  /** What was discussed, as typed; null when nothing was. */
  summary: words.nullable(),
  chosen: z.array(z.object({ name: words, sex, position: words, votes: count, note: words.nullable() })),
  resolutions: z.array(
    z.object({
      title: words,
      text: words,
      /** 第三村民小组, where groups met. */
      group: words.nullable(),
      yes: count,
      no: count,
      abstain: count,
      result: checked,
      /** People whom it admits to the list, with their ground. */
      people: z.array(z.object({ name: words, note: words })),
    }),
  ),
  /** Why and which earlier record this one corrects; null for a first record. */
  corrects: words.nullable(),
  /** The record was itself corrected later. */
  superseded: z.boolean(),
  signers: z.array(words).min(1),
  date: day,
  proof,
});
export type MeetingMinutesData = z.infer<typeof meetingMinutesModel>;
