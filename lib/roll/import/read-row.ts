import { ethnicityOf } from "#lib/chinese/ethnicity.ts";
import { birthIn, normaliseIdentity, readIdentity, type IdentityProblem, type Sex } from "#lib/chinese/identity-number.ts";
import { parseGroup } from "#lib/chinese/numerals.ts";
import { isUnusualName, mendName } from "#lib/chinese/person-name.ts";
import { ageOn, type Day } from "#lib/calendar/day.ts";
import { remembered } from "#lib/platform/remembered.ts";
import { cellDay } from "#lib/spreadsheet/days.ts";
import { cellText, columnLetters, isBlank, type Cell, type SheetRow } from "#lib/spreadsheet/model.ts";
import { isTotals, type Table } from "#lib/spreadsheet/table.ts";
import { exclusionIn, isOutsider, livesHereOf, sexOf, takesPartOf } from "./cell-words.ts";
import type { RegisterFault, RegisterField, RegisterFinding, RegisterPerson, RollLaw } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";

/** A row read: the person it tells of and what is wrong with it. */
export type RowReading = { readonly person: RegisterPerson; readonly findings: readonly RegisterFinding[] };

/** A number beyond this cannot have come out of a spreadsheet number with all its digits. */
const EXACT_DIGITS = 1_000_000_000_000_000;
/** A recorded age above this is a misread day. */
const OLDEST = 125;

/** Where a row stands in the register, and what the law and the sheet say of all its rows. */
export type RowContext = { readonly index: number; readonly sheet: string; readonly electionDay: Day; readonly law: RollLaw };

type RowTools = {
  readonly cell: (field: RegisterField) => Cell | undefined;
  readonly text: (field: RegisterField) => string;
  readonly report: (kind: RegisterFault, field: RegisterField, params?: Readonly<Record<string, string | number>>) => RegisterFinding;
};

function toolsFor(table: Table<RegisterField>, row: SheetRow, { index: place, sheet }: Pick<RowContext, "index" | "sheet">): RowTools {
  const cell = (field: RegisterField): Cell | undefined => {
    const index = table.columns.get(field);
    return index === undefined ? undefined : row.cells[index];
  };
  const named = sheet === "" ? {} : { sheet };
  const cellOf = (field: RegisterField): string => {
    const index = table.columns.get(field);
    return index === undefined ? String(row.number) : `${columnLetters(index)}${row.number}`;
  };
  return {
    cell,
    text: (field) => cellText(cell(field)).replace(/[\s\u3000\uFEFF]+/gu, " ").trim(),
    report: (kind, field, params = {}) => ({ row: row.number, index: place, sheet, kind, field, params: { row: row.number, cell: cellOf(field), ...named, ...params } }),
  };
}

/** Whether a row tells of a person at all; signatures, notes and sums under a table or between its rows do not. */
export function tellsOfPerson(table: Table<RegisterField>, row: SheetRow): boolean {
  const { cell, text } = toolsFor(table, row, { index: 0, sheet: "" });
  if ((["idNumber", "birthDate"] as const).some((field) => !isBlank(cell(field)))) return !isTotals(text("name"));
  const name = mendName(text("name")).text;
  if (name === "" || isTotals(name)) return false;
  return !isUnusualName(name) || row.cells.filter((other) => !isBlank(other)).length > 2;
}

type IdentityReading = { readonly number: string; readonly birthDate: Day | null; readonly sex: Sex | null; readonly sound: boolean; readonly findings: readonly RegisterFinding[] };

const FAULT_OF_PROBLEM: Readonly<Record<IdentityProblem, RegisterFault>> = {
  missing: "idMissing", lostDigits: "idLostDigits", format: "idFormat", date: "idFormat", checkDigit: "idCheckDigit",
};

function readIdentityCell(tools: RowTools, electionDay: Day): IdentityReading {
  const cell = tools.cell("idNumber");
  const { text, repairs } = normaliseIdentity(cellText(cell));
  const mended = repairs.map((repair) => tools.report(`repairable:${repair}`, "idNumber"));
  const faulty = (kind: RegisterFault): IdentityReading => ({ number: text, birthDate: null, sex: null, sound: false, findings: [...mended, tools.report(kind, "idNumber", { length: text.length })] });
  if (cell?.kind === "number" && cell.value >= EXACT_DIGITS) return faulty("idLostDigits");
  const reading = readIdentity(text);
  if (!reading.ok) return faulty(FAULT_OF_PROBLEM[reading.error]);
  const { number, birthDate, sex, from15 } = reading.value;
  if (!isPossibleBirth(birthDate, electionDay)) return faulty("idFormat");
  return { number, birthDate, sex, sound: true, findings: from15 ? [...mended, tools.report("id15", "idNumber")] : mended };
}

const isPossibleBirth = (birthDate: Day, electionDay: Day): boolean => birthDate <= electionDay && ageOn(birthDate, electionDay) <= OLDEST;

/** Reads the name's cell: spaces go, a missing or odd name is reported. */
function readName(tools: RowTools): { readonly name: string; readonly findings: readonly RegisterFinding[] } {
  const { text, hadSpaces } = mendName(cellText(tools.cell("name")));
  if (text === "") return { name: "", findings: [tools.report("nameMissing", "name")] };
  const findings = hadSpaces ? [tools.report("repairable:space", "name")] : [];
  return { name: text, findings: isUnusualName(text) ? [...findings, tools.report("nameUnusual", "name")] : findings };
}

/** Birth and sex: from a sound number, else from their own cells, else the birth from the digits of a number that is not sound. */
function readBirthAndSex(tools: RowTools, identity: IdentityReading, daysFrom1904: boolean, electionDay: Day) {
  const written = cellDay(tools.cell("birthDate"), daysFrom1904);
  const ownBirth = written !== null && isPossibleBirth(written, electionDay) ? written : null;
  const ownSex = sexOf(tools.text("sex"));
  const findings: RegisterFinding[] = [];
  if (identity.sound) {
    if (written !== null && written !== identity.birthDate) findings.push(tools.report("birthMismatch", "birthDate", { written, byNumber: identity.birthDate ?? "" }));
    if (ownSex !== null && ownSex !== identity.sex) findings.push(tools.report("sexMismatch", "sex", { written: ownSex, byNumber: identity.sex ?? "" }));
    return { birthDate: identity.birthDate, sex: identity.sex, findings };
  }
  if (ownBirth === null) findings.push(tools.report("birthUnknown", "birthDate"));
  if (ownSex === null) findings.push(tools.report("sexUnknown", "sex"));
  return { birthDate: ownBirth ?? birthIn(identity.number), sex: ownSex, findings };
}

function readResidence(tools: RowTools, heading: string) {
  const written = tools.text("residence");
  const lives = livesHereOf(written, heading);
  const outsider = isOutsider(written, tools.text("remark"));
  const livesHere = lives ?? true;
  const category = outsider ? (3 as const) : livesHere ? (1 as const) : (2 as const);
  const findings = lives === null && !outsider ? [tools.report("residenceUnknown", "residence")] : [];
  // Consent of the meeting for a third-category resident is never read from a register: it is recorded by the committee.
  return { category, livesHere, takesPart: outsider ? null : takesPartOf(tools.text("participation")), findings };
}

/** Reads one row of the register. Nothing is refused: what cannot be read becomes a finding. */
export function readRow(table: Table<RegisterField>, row: SheetRow, context: RowContext): RowReading {
  const { index, sheet, electionDay, law } = context;
  const tools = toolsFor(table, row, context);
  const { name, findings: ofName } = readName(tools);
  const identity = readIdentityCell(tools, electionDay);
  const { birthDate, sex, findings: ofBirth } = readBirthAndSex(tools, identity, table.sheet.daysFrom1904, electionDay);
  const residenceColumn = table.columns.get("residence");
  const heading = table.headings.find(({ index }) => index === residenceColumn)?.label ?? "";
  const { category, livesHere, takesPart, findings: ofResidence } = readResidence(tools, heading);
  const remark = tools.text("remark");
  const exclusion = exclusionIn(`${remark} ${/死亡|已故|去世|迁出/u.test(tools.text("residence")) ? tools.text("residence") : ""}`) ?? exclusionIn(sheet);
  const group = groupOf(tools.text("group"));
  const status = statusOn({ birthDate, category, takesPart, exclusion }, electionDay, law);
  const findings = [
    ...ofName, ...identity.findings, ...ofBirth, ...ofResidence,
    ...(group === null && exclusion === null ? [tools.report("groupUnknown", "group")] : []),
    ...(exclusion === "dead" || exclusion === "movedOut" ? [tools.report(exclusion, "remark")] : []),
    ...(status === "notApproved" ? [tools.report("notApproved", "residence")] : []),
  ];
  return {
    person: {
      row: row.number, index, sheet, name, sex, birthDate, idNumber: identity.number, idSound: identity.sound, group,
      household: narrow(tools.text("household")), relation: tools.text("relation"), ethnicity: ethnicityName(tools.text("ethnicity")),
      phone: narrow(tools.text("phone")), remark, category, livesHere, takesPart, exclusion, status,
    },
    findings,
  };
}

/** Full-width digits and letters as the narrow ones that they stand for: households are told apart by their numbers. */
const narrow = (text: string): string => text.normalize("NFKC");

/** 汉 and 汉族 are one; the list says 汉族. What is no ethnic group of the list stays as it was written. */
const ethnicityName = remembered((text) => ethnicityOf(text) ?? text);
const groupOf = remembered(parseGroup);
