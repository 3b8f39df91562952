import { expect, it } from "vitest";
import type { HousePerson } from "#lib/roll/houses/model.ts";
import { afterItems, contactOnly, isAway, markedState, mayState, meetingOf, noMark, visitOf, type PersonMark, type VisitItem } from "./visit.ts";

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;
const person = (change: Partial<HousePerson> = {}): HousePerson => ({
  id: id(1), version: 3, name: "王建国", sex: "male", birthYear: 1960, relation: "户主", groupNumber: 2, householdNumber: "7", category: 1, livesHere: true, takesPart: null,
  status: "listed", exclusion: null, seen: false, heard: false, tried: false, last: null, reports: [], ...change,
});
const away = person({ category: 2, livesHere: false, status: "notStated" });
const mark = (change: Partial<PersonMark>): PersonMark => ({ ...noMark, ...change });

/** The items of a household of one person. */
function itemsOf(one: HousePerson, own: PersonMark, newcomers = 0) {
  let next = 100;
  return visitOf({ id: one.id, groupNumber: 2, number: "7", people: [one] }, { people: { [one.id]: own }, newcomers }, { day: "2026-03-01", at: 5, versionOf: () => 9, newId: () => id((next += 1)) });
}

it("a household in which nothing was marked makes no visit", () => {
  expect(itemsOf(person(), noMark)).toBeNull();
});

it("keeps ids and outcomes only: no name, no birth, no number leaves the page", () => {
  const kept = JSON.stringify(itemsOf(away, mark({ meeting: "heard", takesPart: true, reports: ["movedOut"] }), 2));
  for (const personal of ["王建国", "户主", "1960", "male"]) expect(kept).not.toContain(personal);
});

it("says how somebody was met: at the door or on the telephone, reached or not", () => {
  const how = (meeting: PersonMark["meeting"]) => itemsOf(person(), mark({ meeting }))?.items[0];
  expect(how("seen")).toMatchObject({ how: "visit", outcome: "seen" });
  expect(how("heard")).toMatchObject({ how: "phone", outcome: "heard" });
  expect(how("notHome")).toMatchObject({ how: "visit", outcome: "notReached" });
  expect(how("noAnswer")).toMatchObject({ how: "phone", outcome: "notReached" });
});

it("R-04: takes a statement only of people away whom it heard themselves", () => {
  expect(mayState(away, mark({ meeting: "heard" }))).toBe(true);
  expect(mayState(away, mark({ meeting: "notHome" }))).toBe(false);
  expect(mayState(person(), mark({ meeting: "seen" }))).toBe(false);
  expect(itemsOf(away, mark({ meeting: "heard", takesPart: true }))?.items[0]?.statement).toBe("takesPart");
  expect(itemsOf(away, mark({ meeting: "noAnswer", takesPart: true }))?.items[0]?.statement).toBe("none");
  expect(itemsOf(person(), mark({ meeting: "seen", livesHere: false, takesPart: false }))?.items[0]).toMatchObject({ livesHere: false, statement: "declines" });
});

it("what neighbours told is not a meeting: the person counts as told by the family and not reached", () => {
  const item = itemsOf(person(), mark({ reports: ["died"] }))?.items[0];
  expect(item).toMatchObject({ how: "family", outcome: "notReached", statement: "none", reports: ["died"] });
  expect(item === undefined ? null : meetingOf(item)).toBeNull();
});

it("where somebody lives is sent only when it differs from the roll, and never of people registered elsewhere", () => {
  expect(itemsOf(person(), mark({ meeting: "seen", livesHere: true }))?.items[0]?.livesHere).toBeNull();
  expect(itemsOf(away, mark({ meeting: "seen", livesHere: true }))?.items[0]?.livesHere).toBe(true);
  const outsider = person({ category: 3 });
  expect(isAway(outsider, mark({ livesHere: false }))).toBe(false);
  expect(itemsOf(outsider, mark({ meeting: "seen", livesHere: false }))?.items[0]?.livesHere).toBeNull();
});

it("people on no register are told by their number and household alone", () => {
  expect(itemsOf(person(), noMark, 3)).toMatchObject({ items: [], newcomers: [{ groupNumber: 2, householdNumber: "7", people: 3 }] });
});

it("the page shows what this phone entered though the server has not answered yet", () => {
  const visit = itemsOf(away, mark({ meeting: "heard", livesHere: true }));
  expect(afterItems(away, visit?.items ?? [])).toMatchObject({ heard: true, tried: true, category: 1, livesHere: true });
  expect(markedState(person(), mark({ meeting: "notHome" }))).toBe("notReached");
  expect(markedState(person(), mark({ meeting: "seen", reports: ["died"] }))).toBe("reported");
  expect(markedState(person({ status: "minor" }), noMark)).toBe("notDue");
});

it("when the roll is left as somebody changed it, the meeting itself is still told", () => {
  const item = itemsOf(away, mark({ meeting: "heard", takesPart: true }))?.items[0];
  const plain = (one: VisitItem) => contactOnly(one, id(7), 12);
  expect(item === undefined ? null : plain(item)).toMatchObject({ requestId: id(7), version: 12, how: "phone", outcome: "heard", statement: "none", livesHere: null, reports: [] });
  const told = itemsOf(person(), mark({ reports: ["died"] }))?.items[0];
  expect(told === undefined ? null : plain(told)).toBeNull();
});
