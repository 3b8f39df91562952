import type { ApplicationEvidence, ExclusionGround } from "./evidence.ts";
import type { HEARD_WAYS } from "#lib/roll/contact.ts";
import type { Exclusion, RollCategory, RollStatus } from "#lib/roll/model.ts";

/** What of an entry the posted list shows. */
export type ListedFace = { readonly name: string; readonly sex: string; readonly groupNumber: number };

/** Kinds of change to a posted list (补充名单): 增加, 去除, 更正. */
export const ROLL_CHANGES = ["add", "remove", "correct"] as const;
export type RollChangeKind = (typeof ROLL_CHANGES)[number];

/**
 * What a change of an entry means for a list that has been posted. `posted`: the person stands on it as villagers saw
 * it; a change that was decided but not yet announced does not count. Null: nothing to announce.
 */
export function changeOfPosted(
  posted: { readonly listed: boolean; readonly face: ListedFace },
  after: { readonly listed: boolean; readonly face: ListedFace },
): RollChangeKind | null {
  if (!posted.listed) return after.listed ? "add" : null;
  if (!after.listed) return "remove";
  const same = posted.face.name === after.face.name && posted.face.sex === after.face.sex && posted.face.groupNumber === after.face.groupNumber;
  return same ? null : "correct";
}

/** When and how somebody away was heard to say whether he takes part (本人表示): never through his family. */
export type Heard = { readonly on: string; readonly how: (typeof HEARD_WAYS)[number] };

/** What a person's entry says, as forms fill it and as it is kept. */
export type EntryContent = {
  readonly name: string;
  readonly paperName: string | null;
  readonly sex: "male" | "female";
  readonly bornOn: string;
  readonly ethnicity: string | null;
  readonly relation: string | null;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly category: RollCategory;
  readonly livesHere: boolean;
  readonly takesPart: boolean | null;
  /** Second category: when and how he was heard to say so himself; null where only the register says it. */
  readonly heard: Heard | null;
  readonly exclusion: Exclusion | null;
  readonly exclusionNote: string | null;
  readonly exclusionGround: ExclusionGround | null;
  readonly application: ApplicationEvidence | null;
  readonly status: RollStatus;
  readonly openFindings: readonly string[];
  readonly remarks: string | null;
};
