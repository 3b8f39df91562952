import { randomUUID } from "node:crypto";
import { maskIdentity } from "#lib/chinese/identity-number.ts";
import { copyLine } from "#lib/database/copy.ts";
import { identityHash, seal } from "#lib/platform/crypto.ts";
import { remembered } from "#lib/platform/remembered.ts";
import type { RegisterFault, RegisterFinding, RegisterPerson } from "#lib/roll/model.ts";
import { personContext, searchKeys } from "#lib/roll/person-keys.ts";
import { isMended, isUsable } from "./summary.ts";

/** Faults that stay open on an entry until a person settles them. */
const STAYS_OPEN: ReadonlySet<RegisterFault> = new Set([
  "idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15", "birthMismatch", "sexMismatch", "likelyDuplicate", "nameUnusual", "groupUnknown", "residenceUnknown",
]);

/** Columns of `RollImportRow` in the order in which `stagedLine` writes them. */
export const STAGED_COLUMNS = [
  "importId", "place", "row", "sheet", "usable", "action", "name", "sex", "bornOn", "ethnicity", "relation", "groupNumber", "householdNumber", "category", "livesHere", "takesPart", "exclusion", "status",
  "openFindings", "remarks", "pinyin", "idHash", "idCipher", "idMask", "idKey", "personId", "entryId", "findings", "cells", "mendsImportId", "mendsPlace",
] as const;

/** Binds the encrypted cells of a row to their place. */
export const cellsContext = (importId: string, place: number): string => `roll-import-row:${importId}:${place}`;

/** A person of a register with what was found about him, the cells of his row as text, and the row of an earlier upload that this one mends. */
export type RowToStage = {
  readonly place: number;
  readonly person: RegisterPerson;
  readonly findings: readonly RegisterFinding[];
  readonly cells: () => readonly string[];
  readonly mends: { readonly importId: string; readonly place: number } | null;
};

/** Groups without a number become group 0, with a finding. */
const groupNumberOf = ({ group }: RegisterPerson): number => (group !== null && /^\d{1,3}$/u.test(group) ? Number(group) : 0);

/** Text without the character that no database column takes. */
const plain = (text: string): string => text.replaceAll("\u0000", "");
const orNull = (text: string): string | null => (text === "" ? null : plain(text));

/** Names whose search keys are kept. */
const MOST_NAMES = 100_000;
/** Search keys are the dearest of a row; names repeat. */
const keysOf = remembered(searchKeys, MOST_NAMES);

/** Ids of a row's person and entry, in the order of the rows (UUID version 7 with a counter): the tables' indexes grow at their ends. */
function orderedIds(at: number, counter: number): { readonly personId: string; readonly entryId: string } {
  const time = at.toString(16).padStart(12, "0");
  const place = counter.toString(16).padStart(6, "0").slice(-6);
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7${place.slice(0, 3)}-`;
  const tail = `${place.slice(3)}-${randomUUID().slice(24)}`;
  return { personId: `${head}8${tail}`, entryId: `${head}9${tail}` };
}

/** One staged row as a line for COPY, with ids for the time `at` in milliseconds: the number only encrypted, hashed and masked, the cells of a faulty row encrypted. */
export function stagedLine(importId: string, at: number, { place, person, findings, cells, mends }: RowToStage): string {
  const usable = isUsable(person);
  const groupNumber = groupNumberOf(person);
  const { personId, entryId } = orderedIds(at, place);
  const sealed = person.idNumber === "" ? null : seal(person.idNumber, personContext(personId));
  const open = new Set(findings.map(({ kind }) => kind).filter((kind) => STAYS_OPEN.has(kind)));
  if (groupNumber === 0) open.add("groupUnknown");
  const faulty = findings.some(({ kind }) => !isMended(kind));
  const name = plain(person.name);
  return copyLine([
    importId, place, person.row, plain(person.sheet), usable, usable ? "added" : "left", name, person.sex, person.birthDate, orNull(person.ethnicity), orNull(person.relation), groupNumber, orNull(person.household),
    person.category, person.livesHere, person.takesPart, person.exclusion, person.status, [...open].toSorted(), orNull(person.remark), keysOf(name),
    person.idSound ? Buffer.from(identityHash(person.idNumber)) : null, sealed === null ? null : Buffer.from(sealed.cipher), sealed === null ? null : maskIdentity(person.idNumber), sealed?.keyId ?? null,
    personId, entryId, findings.length === 0 ? null : JSON.stringify(findings.map(({ kind, field, params }) => ({ kind, field, params }))),
    faulty ? Buffer.from(seal(JSON.stringify(cells().map(plain)), cellsContext(importId, place)).cipher) : null, mends?.importId ?? null, mends?.place ?? null,
  ]);
}
