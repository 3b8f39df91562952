import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePerson, personLabel } from "./people.ts";

test.each([
  ["张友旺", { text: "张友旺", group: null, sex: null, birthYear: null }],
  ["张友旺（3组，男，1962年生）", { text: "张友旺", group: 3, sex: "male", birthYear: 1962 }],
  ["张友旺 3组", { text: "张友旺", group: 3, sex: null, birthYear: null }],
  ["zyw 1962", { text: "zyw", group: null, sex: null, birthYear: 1962 }],
  ["李 女", { text: "李", group: null, sex: "female", birthYear: null }],
  ["男女女", { text: "男女女", group: null, sex: null, birthYear: null }],
  ["阿依古丽·买买提（12组，女，1980年生）", { text: "阿依古丽·买买提", group: 12, sex: "female", birthYear: 1980 }],
  ["", { text: "", group: null, sex: null, birthYear: null }],
])("%s is read as the person it names", (typed, query) => {
  expect(parsePerson(typed)).toEqual(query);
});

test("the label of a suggestion, sent back, names the same person", () => {
  const name = fc.array(fc.constantFrom(..."张王李赵欧阳国建芳兰"), { minLength: 2, maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 99 }), fc.constantFrom("male" as const, "female" as const), fc.integer({ min: 1920, max: 2010 }), (text, groupNumber, sex, birthYear) => {
      expect(parsePerson(personLabel({ name: text, groupNumber, sex, birthYear }))).toEqual({ text, group: groupNumber, sex, birthYear });
    }),
  );
});
