import { oneDigitNeighbours } from "#lib/chinese/identity-number.ts";
import type { RegisterPerson } from "#lib/roll/model.ts";

/** A row that tells of a person whom another row already tells of. */
export type Duplicate = { readonly index: number; readonly own: RegisterPerson; readonly certain: boolean };

/** Of rows about one person the row with a household number is his own; of several such, or none, the first. */
const ownOf = (rows: readonly RegisterPerson[]): RegisterPerson | undefined => rows.find((person) => person.household !== "") ?? rows[0];

/**
 * Finds rows about the same person. Certain: the same sound number. Likely: one number is not sound, and name and birth
 * agree with another row, or its number is one digit from that of another row with the same name.
 */
export function findDuplicates(persons: readonly RegisterPerson[]): readonly Duplicate[] {
  const byNumber = Map.groupBy(persons.filter((person) => person.idSound), (person) => person.idNumber);
  const certain = [...byNumber.values()].flatMap((rows) => {
    const own = ownOf(rows);
    return own === undefined ? [] : rows.filter((person) => person !== own).map((person) => ({ index: person.index, own, certain: true }));
  });
  const counted = new Set(certain.map(({ index }) => index));
  return [...certain, ...likelyDuplicates(persons.filter((person) => !counted.has(person.index)), byNumber)];
}

function likelyDuplicates(persons: readonly RegisterPerson[], byNumber: ReadonlyMap<string, readonly RegisterPerson[]>): readonly Duplicate[] {
  const byNameAndBirth = Map.groupBy(persons, (person) => `${person.name}|${person.birthDate ?? person.index}`);
  return persons
    .filter((person) => !person.idSound && person.name !== "")
    .flatMap((person) => {
      const sameBirth = byNameAndBirth.get(`${person.name}|${person.birthDate ?? person.index}`) ?? [];
      const oneDigitAway = oneDigitNeighbours(person.idNumber).flatMap((number) => byNumber.get(number) ?? []).filter((other) => other.name === person.name);
      const other = [...oneDigitAway, ...sameBirth].find((candidate) => candidate.index !== person.index && (candidate.idSound || candidate.index < person.index));
      return other === undefined ? [] : [{ index: person.index, own: other, certain: false }];
    });
}
