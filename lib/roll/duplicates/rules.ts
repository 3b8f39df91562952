import type { SoundIdentity } from "#lib/chinese/identity-number.ts";
import type { EntryContent } from "#lib/roll/entry/change.ts";
import { restand } from "#lib/roll/entry/rules.ts";
import type { RollLaw } from "#lib/roll/model.ts";
import { MERGE_FIELDS, type MergeChoices, type MergeField, type MergeSide } from "./model.ts";

/** One of two entries that are to be made one: what it says, and the sound number of its person. */
export type MergePart = { readonly content: EntryContent; readonly identity: SoundIdentity | null; /** Any number, as masked. */ readonly idMask: string | null };

/** Parts of an entry's content that are chosen together. */
const PARTS: Readonly<Record<Exclude<MergeField, "number">, readonly (keyof EntryContent)[]>> = {
  name: ["name"], paperName: ["paperName"], sex: ["sex"], bornOn: ["bornOn"], ethnicity: ["ethnicity"], relation: ["relation"], groupNumber: ["groupNumber"], householdNumber: ["householdNumber"],
  registration: ["category", "livesHere", "takesPart", "heard", "application"],
  exclusion: ["exclusion", "exclusionNote", "exclusionGround"],
  remarks: ["remarks"],
};

/** Of two entries of one person the one with a sound number is his own; then the one with a household; else the first. */
export function ownOf(first: MergePart, second: MergePart): "first" | "second" {
  const weight = (part: MergePart): number => (part.identity === null ? 0 : 2) + (part.content.householdNumber === null ? 0 : 1);
  return weight(second) > weight(first) ? "second" : "first";
}

const saysNothing = (value: unknown): boolean => value === null || value === 0 || value === "";

/** Whether two entries say something different there. */
export function differs(field: MergeField, kept: MergePart, gone: MergePart): boolean {
  if (field === "number") return kept.idMask !== gone.idMask || kept.identity?.number !== gone.identity?.number;
  return PARTS[field].some((key) => JSON.stringify(kept.content[key]) !== JSON.stringify(gone.content[key]));
}

/** What is proposed: the kept entry's value, the other's where the kept one has none; a sound number before a faulty one. */
export function proposedSide(field: MergeField, kept: MergePart, gone: MergePart): MergeSide {
  if (field === "number") return kept.identity === null && (gone.identity !== null || kept.idMask === null) && gone.idMask !== null ? "gone" : "kept";
  const [first] = PARTS[field];
  if (field === "registration" || field === "exclusion" || first === undefined) return "kept";
  return saysNothing(kept.content[first]) && !saysNothing(gone.content[first]) ? "gone" : "kept";
}

/** Every field's side: as chosen, else as proposed. */
export const sidesOf = (chosen: Partial<Record<MergeField, MergeSide | null>>, kept: MergePart, gone: MergePart): MergeChoices => {
  const of = (field: MergeField): MergeSide => chosen[field] ?? proposedSide(field, kept, gone);
  return {
    number: of("number"), name: of("name"), paperName: of("paperName"), sex: of("sex"), bornOn: of("bornOn"), ethnicity: of("ethnicity"), relation: of("relation"), groupNumber: of("groupNumber"),
    householdNumber: of("householdNumber"), registration: of("registration"), exclusion: of("exclusion"), remarks: of("remarks"),
  };
};

const ABOUT_NUMBER: ReadonlySet<string> = new Set(["idMissing", "idLostDigits", "idFormat", "idCheckDigit", "birthMismatch", "sexMismatch"]);

/** What stays to be checked on the one entry: what either had open, but for being a double and for what the choice settles. */
function openAfter(kept: EntryContent, gone: EntryContent, soundNumber: boolean, groupNumber: number): readonly string[] {
  const settled = (kind: string): boolean =>
    kind === "likelyDuplicate" || (kind === "groupUnknown" && groupNumber !== 0) || (soundNumber && ABOUT_NUMBER.has(kind)) || (kind === "goneFromRegister" && !(kept.openFindings.includes(kind) && gone.openFindings.includes(kind)));
  return [...new Set([...kept.openFindings, ...gone.openFindings])].filter((kind) => !settled(kind));
}

/** The kept entry after the merge (合并后的登记). Birth and sex are those of its sound number; its standing is derived. */
export function mergedContent(kept: MergePart, gone: MergePart, choices: MergeChoices, electionDay: string, law: RollLaw): EntryContent {
  const identity = choices.number === "gone" ? gone.identity : kept.identity;
  const taken = MERGE_FIELDS.filter((field) => field !== "number").reduce<EntryContent>(
    (content, field) => (choices[field] === "kept" ? content : { ...content, ...Object.fromEntries(PARTS[field].map((key) => [key, gone.content[key]])) }),
    kept.content,
  );
  const born = identity === null ? taken : { ...taken, bornOn: identity.birthDate, sex: identity.sex };
  return restand(born, { openFindings: openAfter(kept.content, gone.content, identity !== null, born.groupNumber) }, electionDay, law);
}

/** The other entry after the merge: a double (重复登记), off the list. Whose double it is says the entry it was merged into. */
export const goneContent = (gone: EntryContent, electionDay: string, law: RollLaw): EntryContent =>
  restand(gone, { exclusion: "duplicate", exclusionNote: null, exclusionGround: null, openFindings: [] }, electionDay, law);

/** The kept entry when the merge is undone: what the merge changed is as before; what somebody changed since stays. */
export function unmergedContent(now: EntryContent, before: EntryContent, after: EntryContent, electionDay: string, law: RollLaw): EntryContent {
  const same = (key: keyof EntryContent): boolean => JSON.stringify(now[key]) === JSON.stringify(after[key]);
  const back = Object.values(PARTS).reduce<EntryContent>((content, keys) => (keys.every(same) ? { ...content, ...Object.fromEntries(keys.map((key) => [key, before[key]])) } : content), now);
  const open = [...new Set([...now.openFindings, ...before.openFindings.filter((kind) => !after.openFindings.includes(kind))])].filter((kind) => before.openFindings.includes(kind) || !after.openFindings.includes(kind));
  return restand(back, { openFindings: open }, electionDay, law);
}
