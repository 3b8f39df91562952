import { normaliseIdentity, readIdentity, type SoundIdentity } from "#lib/chinese/identity-number.ts";
import { isUnusualName, mendName } from "#lib/chinese/person-name.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { EntryContent } from "./change.ts";
import type { Exclusion, RollCategory, RollLaw } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";

/** What a person types about an entry. */
export type TypedEntry = {
  readonly name: string;
  readonly paperName: string | null;
  readonly sex: "male" | "female";
  readonly bornOn: string;
  readonly ethnicity: string | null;
  readonly relation: string | null;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly category: RollCategory;
  readonly takesPart: boolean | null;
  readonly remarks: string | null;
};

/** What stays as it was when an entry is corrected. */
export type StandingContent = { readonly exclusion: Exclusion | null; readonly exclusionNote: string | null; readonly openFindings: readonly string[]; readonly consented: boolean };

const ABOUT_NUMBER: ReadonlySet<string> = new Set(["idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15"]);

/** Reads a typed number; null when nothing was typed. A number that is not sound is refused: it can be left out, not kept wrong. */
export function typedIdentity(typed: string | null): Result<SoundIdentity | null, Refusal> {
  if (typed === null) return ok(null);
  const identity = readIdentity(normaliseIdentity(typed).text);
  return identity.ok ? identity : invalid("idNumber", "invalidIdNumber");
}

/** Birth and sex must be those of a sound number: the number decides. */
function agreesWithNumber(typed: TypedEntry, identity: SoundIdentity | null): Result<null, Refusal> {
  if (identity === null) return ok(null);
  if (typed.bornOn !== identity.birthDate) return invalid("bornOn", "birthDiffersFromNumber");
  return typed.sex === identity.sex ? ok(null) : invalid("sex", "sexDiffersFromNumber");
}

/**
 * The content of an entry from what was typed: name mended, standing on election day derived. `settled`: the person
 * says that every open finding was checked against the papers; a sound number settles findings about numbers by itself.
 */
export function contentOf(
  typed: TypedEntry,
  rest: StandingContent,
  about: { readonly identity: SoundIdentity | null; readonly newNumber: boolean; readonly settled: boolean; readonly electionDay: string; readonly law: RollLaw },
): Result<EntryContent, Refusal> {
  const agreed = agreesWithNumber(typed, about.identity);
  if (!agreed.ok) return agreed;
  if (typed.bornOn > about.electionDay) return invalid("bornOn", "birthAfterElection");
  const name = mendName(typed.name).text;
  if (isUnusualName(name)) return invalid("name", "unusualName");
  const takesPart = typed.category === 2 ? typed.takesPart : typed.category === 3 ? (rest.consented ? true : null) : null;
  const standing = { birthDate: typed.bornOn, category: typed.category, takesPart, exclusion: rest.exclusion };
  const open = about.settled ? [] : rest.openFindings.filter((kind) => !(about.newNumber && ABOUT_NUMBER.has(kind)) && kind !== "groupUnknown");
  const { paperName, sex, bornOn, ethnicity, relation, groupNumber, householdNumber, category, remarks } = typed;
  return ok({
    name, paperName, sex, bornOn, ethnicity, relation, groupNumber, householdNumber, category, remarks, takesPart, livesHere: category !== 2, exclusion: rest.exclusion, exclusionNote: rest.exclusionNote, openFindings: open,
    status: statusOn(standing, about.electionDay, about.law),
  });
}

/** The same entry with another exclusion, participation or consent; its standing follows. */
export function restand(content: EntryContent, change: Partial<Pick<EntryContent, "exclusion" | "exclusionNote" | "takesPart">>, electionDay: string, law: RollLaw): EntryContent {
  const next = { ...content, ...change };
  return { ...next, status: statusOn({ birthDate: next.bornOn, category: next.category, takesPart: next.takesPart, exclusion: next.exclusion }, electionDay, law) };
}
