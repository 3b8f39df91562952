import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthIn, checkCharacter, completeOldNumber, maskIdentity, normaliseIdentity, oneDigitNeighbours, readIdentity } from "./identity-number.ts";

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const soundNumbers = fc
  .tuple(fc.integer({ min: 110000, max: 659000 }), fc.integer({ min: 1900, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 999 }))
  .map(([area, year, month, day, sequence]) => {
    const first17 = `${area}${year}${twoDigits(month)}${twoDigits(day)}${String(sequence).padStart(3, "0")}`;
    return first17 + (checkCharacter(first17) ?? "");
  });

describe("a sound number", () => {
  test("states birth and sex", () => {
    expect(readIdentity("11010519491231002X")).toEqual({ ok: true, value: { number: "11010519491231002X", birthDate: "1949-12-31", sex: "female", from15: false } });
    expect(readIdentity("440524188001010014")).toEqual({ ok: true, value: { number: "440524188001010014", birthDate: "1880-01-01", sex: "male", from15: false } });
  });

  test("of 15 digits is completed with the century and the check character", () => {
    expect(readIdentity("110105491231002")).toMatchObject({ ok: true, value: { number: "11010519491231002X", from15: true } });
    expect(completeOldNumber("11010549123100")).toBeNull();
  });

  test("is never one digit away from another sound number", () => {
    fc.assert(fc.property(soundNumbers, fc.nat(17), fc.nat(9), (number, place, digit) => {
      const changed = number.slice(0, place) + String(digit) + number.slice(place + 1);
      return changed === number || !readIdentity(changed).ok;
    }));
  });

  test("with two neighbours exchanged is no longer sound unless they are equal", () => {
    fc.assert(fc.property(soundNumbers, fc.nat(15), (number, place) => {
      const first = number.charAt(place);
      const second = number.charAt(place + 1);
      const exchanged = number.slice(0, place) + second + first + number.slice(place + 2);
      return first === second || !readIdentity(exchanged).ok;
    }));
  });
});

describe("a faulty number", () => {
  test.each([
    ["", "missing"],
    ["110105194912310021", "checkDigit"],
    ["11010519491331002X", "checkDigit"],
    ["1101051949123100", "format"],
    ["11010519491231002XX", "format"],
    ["A1010519491231002X", "format"],
    ["01010519491231002X", "format"],
    ["110105491332002", "date"],
    ["1.41002E+17", "lostDigits"],
    ["1.41002199606053e17", "lostDigits"],
    ["141002199606053000", "lostDigits"],
  ])("%j is refused as %s", (text, problem) => {
    expect(readIdentity(text)).toEqual({ ok: false, error: problem });
  });

  test("with a day that does not exist is refused although its check character is right", () => {
    const first17 = "11010519490231002";
    expect(readIdentity(first17 + (checkCharacter(first17) ?? ""))).toEqual({ ok: false, error: "date" });
    expect(birthIn(first17)).toBeNull();
  });

  test("from one wrong digit has the right number among its neighbours", () => {
    fc.assert(fc.property(soundNumbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const wrong = number.slice(0, place) + String((Number(number.charAt(place)) + shift) % 10) + number.slice(place + 1);
      const neighbours = oneDigitNeighbours(wrong);
      return neighbours.includes(number) && neighbours.length <= 18 && neighbours.every((candidate) => readIdentity(candidate).ok);
    }));
  });
});

describe("mending a number", () => {
  test.each([
    ["11010519491231002X", []],
    [" 110105 19491231 002X", ["space"]],
    ["１１０１０５１９４９１２３１００２Ｘ", ["fullwidth"]],
    ["11010519491231002x", ["lowerX"]],
    ["１１０１０５１９４９１２３１００２ｘ　", ["space", "fullwidth", "lowerX"]],
    ["'11010519491231002X", []],
  ])("%j needs %j", (raw, repairs) => {
    expect(normaliseIdentity(raw)).toEqual({ text: "11010519491231002X", repairs });
  });
});

test("a masked number shows neither birth nor the person's own digits", () => {
  expect(maskIdentity("11010519491231002X")).toBe("110105***********X");
  expect(maskIdentity("110105491231002")).toBe("110105********2");
  expect(maskIdentity("1101")).toBe("****");
  fc.assert(fc.property(soundNumbers, (number) => !maskIdentity(number).includes(number.slice(6, 10)) && maskIdentity(number).length === 18));
});
