import type { KinPair } from "../committee/rules.ts";

/** Whether a person is one of some people, or near relative (近亲属) of one. */
export const isOrIsKinOf = (person: string, people: ReadonlySet<string>, kin: readonly KinPair[]): boolean =>
  people.has(person) || kin.some(([one, other]) => (one === person && people.has(other)) || (other === person && people.has(one)));
