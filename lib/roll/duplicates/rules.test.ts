import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityNumberOf } from "#lib/demo/register/lines.ts";
import { readIdentity } from "#lib/chinese/identity-number.ts";
import type { EntryContent } from "#lib/roll/entry/change.ts";
import { EXCLUSIONS } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";
import { MERGE_FIELDS, MERGE_SIDES, type MergeSide } from "./model.ts";
import { differs, goneContent, mergedContent, ownOf, proposedSide, sidesOf, unmergedContent, type MergePart } from "./rules.ts";

const DAY = "2026-04-18";
const law = { voterAge: 18 };
const soundOf = (born: string, serial: number) => {
  const read = readIdentity(identityNumberOf("110105", born, serial));
  if (!read.ok) throw new Error("not sound");
  return read.value;
};

const orNone = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);
const days = fc.constantFrom("1950-01-01", "1971-02-03", "2008-04-18", "2008-04-19", "2015-06-07");
const contents: fc.Arbitrary<EntryContent> = fc
  .record({
    name: fc.constantFrom("李建国", "李建囯", "王同名"), paperName: orNone(fc.constant("李建国（囯）")), sex: fc.constantFrom("male" as const, "female" as const), bornOn: days, ethnicity: orNone(fc.constantFrom("汉族", "回族")),
    relation: orNone(fc.constantFrom("户主", "配偶")), groupNumber: fc.nat(3), householdNumber: orNone(fc.constantFrom("0012", "0013")), category: fc.constantFrom(1 as const, 2 as const, 3 as const), livesHere: fc.boolean(),
    takesPart: orNone(fc.boolean()), heard: orNone(fc.constant({ on: "2026-03-01", how: "phone" as const })), exclusion: orNone(fc.constantFrom(...EXCLUSIONS)), exclusionNote: orNone(fc.constant("有证明")),
    openFindings: fc.uniqueArray(fc.constantFrom("idMissing", "idCheckDigit", "groupUnknown", "likelyDuplicate", "goneFromRegister", "nameUnusual")), remarks: orNone(fc.constantFrom("常年在外", "低保户")),
  })
  .map((typed): EntryContent => ({ ...typed, exclusionGround: null, application: null, status: statusOn({ birthDate: typed.bornOn, category: typed.category, takesPart: typed.takesPart, exclusion: typed.exclusion }, DAY, law) }));
/** Parts as the database gives them: a sound number agrees with birth and sex. */
const parts: fc.Arbitrary<MergePart> = fc.tuple(contents, fc.constantFrom("sound", "faulty", "none"), fc.nat(20)).map(([content, number, serial]) => {
  if (number !== "sound") return { content, identity: null, idMask: number === "none" ? null : "110105***********7" };
  const identity = soundOf(content.bornOn, 2 * serial + 1);
  return { content: { ...content, sex: identity.sex }, identity, idMask: "110105***********1" };
});
const choices = fc.record(Object.fromEntries(MERGE_FIELDS.map((field) => [field, fc.constantFrom<MergeSide | null>(null, ...MERGE_SIDES)])));

const derived = (content: EntryContent): boolean => content.status === statusOn({ birthDate: content.bornOn, category: content.category, takesPart: content.takesPart, exclusion: content.exclusion }, DAY, law);

describe("two entries made one", () => {
  test("nothing is invented: every value comes from one of the two, birth and sex from the sound number that stays", () => {
    fc.assert(fc.property(parts, parts, choices, (kept, gone, chosen) => {
      const sides = sidesOf(chosen, kept, gone);
      const merged = mergedContent(kept, gone, sides, DAY, law);
      const identity = sides.number === "gone" ? gone.identity : kept.identity;
      for (const key of ["name", "paperName", "ethnicity", "relation", "groupNumber", "householdNumber", "remarks"] as const) expect(merged[key]).toEqual((sides[key] === "gone" ? gone : kept).content[key]);
      if (identity !== null) expect([merged.bornOn, merged.sex]).toEqual([identity.birthDate, identity.sex]);
      const said = (sides.registration === "gone" ? gone : kept).content;
      expect([merged.category, merged.livesHere, merged.takesPart, merged.heard]).toEqual([said.category, said.livesHere, said.takesPart, said.heard]);
      expect(derived(merged)).toBe(true);
    }));
  });

  test("what was open on either stays open, but for being doubles and for what the choice settles", () => {
    fc.assert(fc.property(parts, parts, choices, (kept, gone, chosen) => {
      const sides = sidesOf(chosen, kept, gone);
      const merged = mergedContent(kept, gone, sides, DAY, law);
      const either = new Set([...kept.content.openFindings, ...gone.content.openFindings]);
      expect(merged.openFindings.every((kind) => either.has(kind))).toBe(true);
      expect(new Set(merged.openFindings).size).toBe(merged.openFindings.length);
      expect(merged.openFindings).not.toContain("likelyDuplicate");
      if (either.has("nameUnusual")) expect(merged.openFindings).toContain("nameUnusual");
      if (either.has("idCheckDigit")) expect(merged.openFindings.includes("idCheckDigit")).toBe((sides.number === "gone" ? gone : kept).identity === null);
    }));
  });

  test("a proposal never gives up a sound number, nor a value for an empty one", () => {
    fc.assert(fc.property(parts, parts, (kept, gone) => {
      if (kept.identity !== null) expect(proposedSide("number", kept, gone)).toBe("kept");
      else if (gone.identity !== null) expect(proposedSide("number", kept, gone)).toBe("gone");
      for (const field of ["paperName", "ethnicity", "relation", "householdNumber", "remarks"] as const) {
        const taken = (proposedSide(field, kept, gone) === "gone" ? gone : kept).content[field];
        if (kept.content[field] !== null || gone.content[field] !== null) expect(taken).not.toBeNull();
      }
    }));
  });

  test("fields that do not differ make no difference, whichever side is chosen", () => {
    fc.assert(fc.property(parts, parts, choices, fc.constantFrom(...MERGE_FIELDS), (kept, gone, chosen, field) => {
      fc.pre(!differs(field, kept, gone));
      const [one, other] = MERGE_SIDES.map((side) => mergedContent(kept, gone, sidesOf({ ...chosen, [field]: side }, kept, gone), DAY, law));
      expect(one).toEqual(other);
    }));
  });

  test("the one that goes is off the list, with nothing left to check", () => {
    fc.assert(fc.property(contents, (content) => {
      expect(goneContent(content, DAY, law)).toMatchObject({ status: "excluded", exclusion: "duplicate", openFindings: [], name: content.name });
    }));
  });

  test("undone at once it is as it was before; what was changed since stays", () => {
    fc.assert(fc.property(parts, parts, choices, fc.nat(9), (kept, gone, chosen, group) => {
      const sides = sidesOf(chosen, kept, gone);
      const after = mergedContent(kept, gone, sides, DAY, law);
      const undone = unmergedContent(after, kept.content, after, DAY, law);
      expect({ ...undone, openFindings: [...undone.openFindings].toSorted() }).toEqual({ ...kept.content, openFindings: [...kept.content.openFindings].toSorted() });
      fc.pre(after.groupNumber !== group);
      expect(unmergedContent({ ...after, groupNumber: group }, kept.content, after, DAY, law)).toMatchObject({ groupNumber: group, name: kept.content.name });
    }));
  });

  test("whose entry it is does not depend on the order, but where nothing tells the two apart", () => {
    const weight = ({ identity, content }: MergePart): number => (identity === null ? 0 : 2) + (content.householdNumber === null ? 0 : 1);
    fc.assert(fc.property(parts, parts, (one, other) => {
      const own = ownOf(one, other) === "first" ? one : other;
      expect(weight(own)).toBe(Math.max(weight(one), weight(other)));
    }));
  });
});
