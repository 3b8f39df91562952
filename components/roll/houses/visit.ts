import { z } from "zod";
import { PERSON_REPORTS, type HousePerson, type PersonReport, type PersonState } from "#lib/roll/houses/model.ts";
import { personState } from "#lib/roll/houses/rules.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS, type Contact } from "#lib/roll/contact.ts";

/** What can be marked at a door: seen himself, heard on the telephone, nobody at home, no answer on the telephone. */
export const MEETINGS = ["seen", "heard", "notHome", "noAnswer"] as const;
export type Meeting = (typeof MEETINGS)[number];
const contactOf: Readonly<Record<Meeting, Pick<Contact, "how" | "outcome">>> = {
  seen: { how: "visit", outcome: "seen" }, heard: { how: "phone", outcome: "heard" }, notHome: { how: "visit", outcome: "notReached" }, noAnswer: { how: "phone", outcome: "notReached" },
};

/** What the registrar has marked for a person and not yet closed the household with. */
export type PersonMark = {
  readonly meeting: Meeting | null;
  /** Lives in the village or away; null: nothing said, stays as on the roll. */
  readonly livesHere: boolean | null;
  /** Away: says himself that he takes part, or not. */
  readonly takesPart: boolean | null;
  readonly reports: readonly PersonReport[];
};
export const noMark: PersonMark = { meeting: null, livesHere: null, takesPart: null, reports: [] };

/** What was marked of a household, by person, with the people that are on no register. */
export type HouseMark = { readonly people: Readonly<Record<string, PersonMark>>; readonly newcomers: number };
export const noHouseMark: HouseMark = { people: {}, newcomers: 0 };

export const houseMarkSchema = z.object({
  people: z.record(z.string(), z.object({ meeting: z.enum(MEETINGS).nullable(), livesHere: z.boolean().nullable(), takesPart: z.boolean().nullable(), reports: z.array(z.enum(PERSON_REPORTS)) })),
  newcomers: z.number().int(),
});

/** One person's part of a visit, as it is kept and sent: ids and outcomes, never a name or an identity number. */
const itemSchema = z.object({
  requestId: z.uuid(), entryId: z.uuid(), version: z.number().int(), day: z.string(), how: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), statement: z.enum(CONTACT_STATEMENTS),
  livesHere: z.boolean().nullable(), reports: z.array(z.enum(PERSON_REPORTS)),
});
export type VisitItem = z.output<typeof itemSchema>;

/** One household's visit. `house` names it by the id of its first person; `at`: milliseconds, gives the order of sending. */
export const visitSchema = z.object({
  id: z.uuid(), house: z.uuid(), group: z.number().int(), at: z.number(), items: z.array(itemSchema),
  newcomers: z.array(z.object({ requestId: z.uuid(), groupNumber: z.number().int(), householdNumber: z.string().nullable(), people: z.number().int() })),
});
export type Visit = z.output<typeof visitSchema>;

/** Whether a person lives away after what was marked. */
export const isAway = (person: Pick<HousePerson, "category" | "livesHere">, mark: PersonMark): boolean => (person.category === 3 ? false : mark.livesHere === null ? person.category === 2 : !mark.livesHere);

/** Only somebody who was met or heard himself says whether he takes part, and only who lives away has to. */
export const mayState = (person: Pick<HousePerson, "category" | "livesHere">, mark: PersonMark): boolean => isAway(person, mark) && (mark.meeting === "seen" || mark.meeting === "heard");

/** What others told of somebody who was not met himself. */
const toldByFamily: Pick<Contact, "how" | "outcome"> = { how: "family", outcome: "notReached" };

const saysSomething = (mark: PersonMark): boolean => mark.meeting !== null || mark.livesHere !== null || mark.reports.length > 0;

/** What of a person's mark is sent. What others told (he died, he moved, where he lives) is kept as told by the family. */
function itemOf(person: HousePerson, mark: PersonMark, about: { readonly day: string; readonly version: number; readonly newId: () => string }): VisitItem {
  const stated = mayState(person, mark) ? mark.takesPart : null;
  const livesHere = mark.livesHere === null || person.category === 3 || mark.livesHere === (person.category !== 2) ? null : mark.livesHere;
  const contact = mark.meeting === null ? toldByFamily : contactOf[mark.meeting];
  return {
    requestId: about.newId(), entryId: person.id, version: about.version, day: about.day, ...contact,
    statement: stated === null ? "none" : stated ? "takesPart" : "declines", livesHere, reports: [...mark.reports],
  };
}

/** The visit that a household's marks make; null when nothing was marked. `versionOf`: the newest version of an entry that this phone knows. */
export function visitOf(
  house: { readonly id: string; readonly groupNumber: number; readonly number: string | null; readonly people: readonly HousePerson[] },
  mark: HouseMark,
  about: { readonly day: string; readonly at: number; readonly versionOf: (person: HousePerson) => number; readonly newId: () => string },
): Visit | null {
  const items = house.people.flatMap((person) => {
    const own = mark.people[person.id];
    return own === undefined || !saysSomething(own) ? [] : [itemOf(person, own, { day: about.day, version: about.versionOf(person), newId: about.newId })];
  });
  if (items.length === 0 && mark.newcomers === 0) return null;
  const newcomers = mark.newcomers === 0 ? [] : [{ requestId: about.newId(), groupNumber: house.groupNumber, householdNumber: house.number, people: mark.newcomers }];
  return { id: about.newId(), house: house.id, group: house.groupNumber, at: about.at, items, newcomers };
}

/** What is left of an item when the entry stays as somebody else changed it: that the person was sought and met. */
export const contactOnly = (item: VisitItem, requestId: string, version: number): VisitItem | null =>
  item.how === "family" ? null : { ...item, requestId, version, statement: "none", livesHere: null, reports: [] };

/** What was marked, as an item tells it; null: told by others. */
export const meetingOf = (item: VisitItem): Meeting | null => MEETINGS.find((one) => contactOf[one].how === item.how && contactOf[one].outcome === item.outcome) ?? null;

/** A person as he stands after items that the page does not know of yet, oldest first. */
export function afterItems(person: HousePerson, items: readonly VisitItem[]): HousePerson {
  return items.filter((item) => item.entryId === person.id).reduce<HousePerson>((now, item) => {
    const himself = item.how !== "family";
    const livesHere = item.livesHere ?? now.livesHere;
    return {
      ...now, livesHere, category: now.category === 3 ? 3 : livesHere ? 1 : 2, takesPart: item.statement === "none" ? now.takesPart : item.statement === "takesPart", tried: true,
      seen: now.seen || (himself && item.outcome === "seen"), heard: now.heard || (himself && item.outcome === "heard"), reports: [...new Set([...now.reports, ...item.reports])],
    };
  }, person);
}

/** Where a person stands with what is marked but not yet closed. */
export const markedState = (person: HousePerson, mark: PersonMark): PersonState =>
  personState({ ...person, seen: person.seen || mark.meeting === "seen", heard: person.heard || mark.meeting === "heard", tried: person.tried || saysSomething(mark), reports: [...person.reports, ...mark.reports] });
