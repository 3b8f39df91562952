import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { GENERATED_ELECTION_DAY, generateRegister, type GeneratedRegister } from "#lib/demo/register/faulty.ts";
import { hasGroupCells, LAYOUTS, layOut, TEXT_LAYOUTS, type LaidRegister, type Layout } from "#lib/demo/register/layouts.ts";
import { readSheets } from "#lib/spreadsheet/read.ts";
import { csvOf, encodeGb18030, workbookOfSheets } from "#tests/support/workbook.ts";
import { countRegister, readRegister, type RegisterReading } from "./read-register.ts";

vi.setConfig({ testTimeout: 120_000 });

type Format = { readonly name: string; readonly layouts: readonly Layout[]; readonly write: (laid: LaidRegister) => Uint8Array };

const textOf = (laid: LaidRegister, separator: string): string => csvOf(laid.sheets[0]?.grid ?? [], separator);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const FORMATS: readonly Format[] = [
  { name: ".xlsx", layouts: LAYOUTS, write: ({ sheets }) => workbookOfSheets(sheets, "xlsx") },
  { name: ".xls", layouts: LAYOUTS, write: ({ sheets }) => workbookOfSheets(sheets, "xls") },
  { name: ".ods", layouts: LAYOUTS, write: ({ sheets }) => workbookOfSheets(sheets, "ods") },
  { name: "CSV in UTF-8", layouts: TEXT_LAYOUTS, write: (laid) => utf8(textOf(laid, ",")) },
  { name: "CSV in UTF-8 with mark", layouts: TEXT_LAYOUTS, write: (laid) => utf8(`\uFEFF${textOf(laid, ",")}`) },
  { name: "CSV in GB 18030", layouts: TEXT_LAYOUTS, write: (laid) => encodeGb18030(textOf(laid, ",")) },
  { name: "text with tabs", layouts: TEXT_LAYOUTS, write: (laid) => utf8(textOf(laid, "\t")) },
  { name: "CSV with semicolons", layouts: TEXT_LAYOUTS, write: (laid) => encodeGb18030(textOf(laid, ";")) },
];

function read(bytes: Uint8Array): RegisterReading {
  const sheets = readSheets(bytes);
  if (!sheets.ok) throw new Error(sheets.error);
  const reading = readRegister(sheets.value, { electionDay: GENERATED_ELECTION_DAY, law: { voterAge: 18 } });
  if (!reading.ok) throw new Error(`missing ${reading.error.missing.join()}`);
  return reading.value;
}

/** What the register must come to in a layout: where the group stands beside all its people, nobody's is missing. */
function expected(register: GeneratedRegister, laid: LaidRegister, layout: Layout) {
  const told = hasGroupCells(layout);
  const faults = register.faults.flatMap(({ index, kinds }) => kinds.filter((kind) => told || kind !== "groupUnknown").map((kind) => `${laid.places[index]?.sheet ?? ""}!${laid.places[index]?.row ?? 0} ${kind}`));
  return { faults: faults.toSorted(), rows: register.counts.rows, total: register.counts.eligible.total, men: register.counts.eligible.men, women: register.counts.eligible.women, notListed: register.counts.notListed, names: register.names };
}

function found(reading: RegisterReading) {
  const { rows, eligible, notListed } = countRegister(reading.persons);
  return { faults: reading.findings.map(({ sheet, row, kind }) => `${sheet}!${row} ${kind}`).toSorted(), rows, total: eligible.total, men: eligible.men, women: eligible.women, notListed, names: reading.persons.map(({ name }) => name) };
}

describe.each(FORMATS)("a generated register in $name", ({ layouts, write }) => {
  test.each(layouts)("laid out as %s has every fault of its answer key, no other, and its counts", (layout) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 110, max: 150 }), (seed, size) => {
      const register = generateRegister(seed, size);
      const laid = layOut(register, layout, seed);
      const reading = read(write(laid));
      expect(found(reading)).toEqual(expected(register, laid, layout));
      const groups = hasGroupCells(layout) ? register.counts.eligible.byGroup : countRegister(reading.persons).eligible.byGroup;
      expect(countRegister(reading.persons).eligible.byGroup).toEqual(groups);
      const unknown = new Set(register.faults.filter(({ kinds }) => kinds.includes("groupUnknown")).map(({ index }) => index));
      expect(reading.persons.map(({ group, index }) => (unknown.has(index) ? null : group))).toEqual(register.groups.map((group, index) => (unknown.has(index) ? null : String(group))));
      expect(reading.persons.map(({ household }) => household)).toEqual(register.households);
    }), { numRuns: 4 });
  });
});

describe("the generator", () => {
  test("gives the same register for the same seed, and another for another", () => {
    expect(generateRegister(5, 120)).toEqual(generateRegister(5, 120));
    expect(generateRegister(5, 120)).not.toEqual(generateRegister(6, 120));
  });

  test("puts every kind of fault into a register of usual size", () => {
    const kinds = new Set(generateRegister(8, 200).faults.flatMap((fault) => fault.kinds));
    expect([...kinds].toSorted()).toEqual(["birthMismatch", "birthUnknown", "dead", "duplicate", "groupUnknown", "id15", "idCheckDigit", "idFormat", "idLostDigits", "idMissing", "likelyDuplicate", "movedOut", "nameMissing", "nameUnusual", "notApproved", "repairable:fullwidth", "repairable:lowerX", "repairable:space", "residenceUnknown", "sexMismatch", "sexUnknown"]);
  });
});
