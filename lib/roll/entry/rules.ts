import { ethnicityOf } from "#lib/chinese/ethnicity.ts";
import { normaliseIdentity, readIdentity, type SoundIdentity } from "#lib/chinese/identity-number.ts";
import { isUnusualName, mendName } from "#lib/chinese/person-name.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { EntryContent } from "./change.ts";
import type { RollCategory, RollLaw } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";

/** What a person types about an entry. Sex and birth may be left to the number. */
export type TypedEntry = {
  readonly name: string;
  readonly paperName: string | null;
  readonly sex: "male" | "female" | null;
  readonly bornOn: string | null;
  readonly ethnicity: string | null;
  readonly relation: string | null;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly category: RollCategory;
  readonly remarks: string | null;
};

/** What stays as it was when an entry is corrected. */
export type StandingContent = Pick<EntryContent, "exclusion" | "exclusionNote" | "exclusionGround" | "application" | "heard" | "openFindings"> & {
  /** What a person away said before. */
  readonly takesPart: boolean | null;
  /** The meeting's consent to somebody of the third category. */
  readonly consented: boolean;
};

/** Of somebody who is put on the roll by hand nothing is known yet. */
export const NOTHING_KNOWN: StandingContent = { exclusion: null, exclusionNote: null, exclusionGround: null, application: null, heard: null, openFindings: [], takesPart: null, consented: false };

const ABOUT_NUMBER: ReadonlySet<string> = new Set(["idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15"]);

/** Reads a typed number; null when nothing was typed. A number that is not sound is refused: it can be left out, not kept wrong. */
export function typedIdentity(typed: string | null): Result<SoundIdentity | null, Refusal> {
  if (typed === null) return ok(null);
  const identity = readIdentity(normaliseIdentity(typed).text);
  return identity.ok ? identity : invalid("idNumber", "invalidIdNumber");
}

type BirthAndSex = { readonly bornOn: string; readonly sex: "male" | "female" };

/** Birth and sex: those of a sound number decide, and fill what was left empty; without one they must be typed. */
function birthAndSex(typed: TypedEntry, identity: SoundIdentity | null): Result<BirthAndSex, Refusal> {
  if (identity !== null) {
    if (typed.bornOn !== null && typed.bornOn !== identity.birthDate) return invalid("bornOn", "birthDiffersFromNumber");
    if (typed.sex !== null && typed.sex !== identity.sex) return invalid("sex", "sexDiffersFromNumber");
    return ok({ bornOn: identity.birthDate, sex: identity.sex });
  }
  if (typed.sex === null) return invalid("sex", "notChosen");
  return typed.bornOn === null ? invalid("bornOn", "required") : ok({ bornOn: typed.bornOn, sex: typed.sex });
}

/** What a check of a typed entry looks at besides the words typed. */
export type TypedAbout = {
  readonly identity: SoundIdentity | null;
  readonly newNumber: boolean;
  /** The person says that every open finding was checked against the papers. */
  readonly settled: boolean;
  /** Name or birth is new, and somebody else on this roll has the same. */
  readonly namesake: boolean;
  /** The ethnicity on record, which may stay though the list does not know it. */
  readonly ethnicityNow: string | null;
  readonly electionDay: string;
  readonly law: RollLaw;
};

/**
 * The findings that stay open on an entry after it was typed: the same kinds that the import reports. A sound number
 * settles findings about numbers by itself; `settled`: the person checked all of it against the papers.
 */
function openAfter(rest: StandingContent, about: TypedAbout): readonly string[] {
  if (about.settled) return [];
  const kept = rest.openFindings.filter((kind) => !(about.newNumber && ABOUT_NUMBER.has(kind)) && kind !== "groupUnknown");
  const fresh = [...(about.newNumber && about.identity?.from15 === true ? ["id15"] : []), ...(about.namesake ? ["likelyDuplicate"] : [])];
  return [...new Set([...kept, ...fresh])];
}

/** The content of an entry from what was typed: name mended, ethnicity of the list, standing on election day derived. */
export function contentOf(typed: TypedEntry, rest: StandingContent, about: TypedAbout): Result<EntryContent, Refusal> {
  const born = birthAndSex(typed, about.identity);
  if (!born.ok) return born;
  if (born.value.bornOn > about.electionDay) return invalid("bornOn", "birthAfterElection");
  const name = mendName(typed.name).text;
  if (isUnusualName(name)) return invalid("name", "unusualName");
  const ethnicity = typed.ethnicity === null || typed.ethnicity === about.ethnicityNow ? typed.ethnicity : ethnicityOf(typed.ethnicity);
  if (typed.ethnicity !== null && ethnicity === null) return invalid("ethnicity", "unknownEthnicity");
  const { paperName, relation, groupNumber, householdNumber, category, remarks } = typed;
  const said = category === 2 ? rest.takesPart : null;
  const content = {
    ...born.value, name, paperName, ethnicity, relation, groupNumber, householdNumber, category, remarks,
    takesPart: category === 3 ? (rest.consented ? true : null) : said,
    heard: said === null ? null : rest.heard,
    livesHere: category !== 2, exclusion: rest.exclusion, exclusionNote: rest.exclusionNote, exclusionGround: rest.exclusionGround,
    application: category === 3 ? rest.application : null, openFindings: openAfter(rest, about),
  };
  return ok(standing(content, about.electionDay, about.law));
}

/** Derives the standing of what an entry says. */
const standing = (content: Omit<EntryContent, "status">, electionDay: string, law: RollLaw): EntryContent => ({
  ...content, status: statusOn({ birthDate: content.bornOn, category: content.category, takesPart: content.takesPart, exclusion: content.exclusion }, electionDay, law),
});

/** What the short changes of an entry touch. */
export type StandingChange = Partial<Pick<EntryContent, "category" | "livesHere" | "exclusion" | "exclusionNote" | "exclusionGround" | "takesPart" | "heard" | "application" | "openFindings">>;

/** The same entry with another exclusion, statement, residence, application or consent; its standing follows. */
export const restand = (content: EntryContent, change: StandingChange, electionDay: string, law: RollLaw): EntryContent => standing({ ...content, ...change }, electionDay, law);
