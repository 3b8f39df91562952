import { z } from "zod";
import { EXTRA_VOTER_GROUPS } from "#lib/law/parameters.ts";

/** The paper that an exclusion rests on: what it is, whose, of which day; where he is registered instead; until when it holds. */
export const groundSchema = z.object({
  document: z.string().nullable(), issuer: z.string().nullable(), day: z.string().nullable(), place: z.string().nullable(), until: z.string().nullable(),
});
export type ExclusionGround = z.output<typeof groundSchema>;

/** What a person of the third category bases his application on: the national grounds, and further groups of a province. */
export const APPLICATION_GROUNDS = ["lived", "villageWork", ...EXTRA_VOTER_GROUPS] as const;
export type ApplicationGround = (typeof APPLICATION_GROUNDS)[number];

/** His own application (本人申请): ground and since when, day, and his home village's certificate that he does not register there. */
export const applicationSchema = z.object({
  ground: z.enum(APPLICATION_GROUNDS), since: z.string(), appliedOn: z.string(),
  certificate: z.object({ issuer: z.string(), day: z.string() }).nullable(),
});
export type ApplicationEvidence = z.output<typeof applicationSchema>;

/** Who admitted somebody of the third category, and on what (会议同意、选举委员会确认). Records before meetings were kept have no meeting's id. */
export const consentSchema = z.object({
  since: z.string(), ground: z.enum(APPLICATION_GROUNDS), appliedOn: z.string(), consentedOn: z.string(), meeting: z.enum(["assembly", "representatives", "committee"]), meetingId: z.uuid().optional(),
});
export type Consent = z.output<typeof consentSchema>;
