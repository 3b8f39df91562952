import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences, replay, type AnnouncedChange, type AsOfRow } from "./as-of.ts";
import { listHash } from "./list-rows.ts";

const row = (id: string, number: number, groupNumber = 1): AsOfRow => ({ id, number, name: `名${id}`, sex: "male", groupNumber, birthYear: 1970, birthMonth: 1 });
const change = (id: string, kind: AnnouncedChange["kind"], after: Partial<AnnouncedChange["after"]> = {}): AnnouncedChange => ({ id, kind, after: { name: `名${id}`, sex: "male", groupNumber: 1, birthYear: 1970, birthMonth: 1, ...after } });
const posted = [row("a", 1), row("b", 2), row("c", 3, 2)];
const numbers = (rows: readonly AsOfRow[]): readonly string[] => rows.map(({ id, number }) => `${id}${number}`);

describe("the list of a day", () => {
  it("gives added people further numbers, keeps everybody else's, and never gives one twice", () => {
    expect(numbers(replay(posted, [change("d", "add"), change("a", "remove"), change("e", "add", { groupNumber: 2 })]))).toEqual(["b2", "d4", "c3", "e5"]);
    expect(numbers(replay(posted, [change("d", "add"), change("d", "remove"), change("e", "add"), change("d", "add"), change("a", "remove"), change("a", "add")]))).toEqual(["a1", "b2", "d4", "e5", "c3"]);
  });

  it("shows a corrected person as corrected, in his new group, under his own number", () => {
    expect(replay(posted, [change("a", "correct", { name: "新名", groupNumber: 2 })]).map(({ number, name, groupNumber }) => [number, name, groupNumber])).toEqual([[2, "名b", 1], [1, "新名", 2], [3, "名c", 2]]);
  });

  it("tells what differs from the posting, each person once, with before and after", () => {
    const now = replay(posted, [change("d", "add"), change("a", "remove"), change("c", "correct", { name: "新名", groupNumber: 2 }), change("b", "correct")]);
    expect(differences(posted, now).map(({ was, is }) => [was?.name ?? null, is?.name ?? null])).toEqual([["名a", null], ["名c", "新名"], [null, "名d"]]);
    expect(differences(posted, replay(posted, []))).toEqual([]);
  });

  it("replayed from any announcements equals the list carried along, and has the same hash every time", () => {
    const kinds = fc.constantFrom("add", "remove", "correct" as const);
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.constantFrom(..."abcdefgh"), kind: kinds, name: fc.constantFrom("甲", "乙"), groupNumber: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 }), (steps) => {
        const live = new Map(posted.map(({ id, name, groupNumber }) => [id, `${name}${groupNumber}`]));
        const changes = steps.flatMap(({ id, kind, name, groupNumber }) => {
          if ((kind === "add") === live.has(id)) return [];
          if (kind === "remove") live.delete(id);
          else live.set(id, `${name}${groupNumber}`);
          return [change(id, kind, { name, groupNumber })];
        });
        const list = replay(posted, changes);
        expect(new Map(list.map(({ id, name, groupNumber }) => [id, `${name}${groupNumber}`]))).toEqual(live);
        expect(new Set(list.map(({ number }) => number)).size).toBe(list.length);
        expect(listHash(replay(posted, changes))).toBe(listHash(list));
        const cut = Math.floor(changes.length / 2);
        const now = new Map(list.map(({ id, number }) => [id, number]));
        for (const { id, number } of replay(posted, changes.slice(0, cut))) expect(now.get(id) ?? number).toBe(number);
      }),
    );
  });
});
