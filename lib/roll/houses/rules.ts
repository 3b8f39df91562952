import type { HousePerson, Household, PersonState } from "./model.ts";

/** Standings of people who have to be seen or heard: on the list, or what is said at the door decides it. */
export const DUE_STATUSES = ["listed", "notStated", "notApproved", "unclear"] as const;

/** How far a person has been checked; a report to the desk outweighs what was seen. */
export function personState(person: Pick<HousePerson, "status" | "seen" | "heard" | "tried" | "reports">): PersonState {
  if (person.reports.length > 0) return "reported";
  if (!DUE_STATUSES.some((status) => status === person.status)) return "notDue";
  if (person.seen) return "seen";
  if (person.heard) return "heard";
  return person.tried ? "notReached" : "open";
}

const settled: ReadonlySet<PersonState> = new Set(["reported", "seen", "heard", "notDue"]);

/** Whether nobody of a household is left to be seen or heard. */
export const isDone = (states: readonly PersonState[]): boolean => states.every((state) => settled.has(state));

type Housed = { readonly groupNumber: number; readonly householdNumber: string | null; readonly relation: string | null };

/** People by household, in the order in which the first of each comes, its head (户主) first; whoever has no household number is one of his own. */
export function householdsOf<Person extends Housed>(people: readonly Person[]): readonly (readonly [Person, ...(readonly Person[])])[] {
  const numbered = Map.groupBy(people, (person) => (person.householdNumber === null ? person : `${person.groupNumber}\t${person.householdNumber}`));
  return [...numbered.values()].flatMap((members) => {
    const [head, ...others] = [...members.filter((one) => one.relation === "户主"), ...members.filter((one) => one.relation !== "户主")];
    return head === undefined ? [] : [[head, ...others] as const];
  });
}

/** The next household after `from` (around the end) in which somebody is left; null when all are done. */
export function nextOpenHouse(states: readonly (readonly PersonState[])[], from: number): number | null {
  const order = [...states.keys()].map((step) => (from + 1 + step) % states.length);
  return order.find((place) => !isDone(states[place] ?? [])) ?? null;
}

/** Households with a number or a name that holds what was typed; spaces do not count. */
export function housesMatching(houses: readonly Household[], typed: string): readonly Household[] {
  const text = typed.normalize("NFKC").replaceAll(/\s/gu, "");
  if (text === "") return [];
  return houses.filter((house) => house.number === text || house.people.some((person) => person.name.includes(text)));
}
