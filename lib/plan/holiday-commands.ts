import { z } from "zod";
import { faultsOfYear, holidayYearSchema, type HolidayYear } from "../calendar/holidays.ts";
import { defineCommand } from "../platform/command.ts";
import { sha256 } from "../platform/crypto.ts";
import { invalid, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { enterHolidaysInput } from "./model.ts";

/** Reads one year, or several in a list, from JSON text in the shape of the program's own data file. */
export function readHolidays(text: string): Result<readonly HolidayYear[], Refusal> {
  const json = parseJson(text);
  if (json === undefined) return invalid("holidays", "holidaysNotJson");
  const parsed = z.array(holidayYearSchema).min(1).max(20).safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid("holidays", "holidaysShape", { place: issue === undefined || issue.path.length === 0 ? "1" : issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" › ") });
  }
  const twice = parsed.data.find((year, place) => parsed.data.findIndex((other) => other.year === year.year) !== place);
  if (twice !== undefined) return invalid("holidays", "holidayYearTwice", { year: String(twice.year) });
  const faults = parsed.data.flatMap((year) => faultsOfYear(year).map((fault) => ({ field: "holidays", code: fault.code, params: { year: String(year.year), day: fault.day } })));
  return faults.length === 0 ? ok(parsed.data) : err({ kind: "invalid", issues: faults });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
}

/** Enters years of holidays and make-up workdays (节假日、调休上班日) for the installation or a county; earlier entries stay and no longer count. */
export const enterHolidays = defineCommand({
  name: "holidays.enter",
  action: "holidays.write",
  input: enterHolidaysInput,
  scope: (input) => (input.countyId === null ? { kind: "system" } : { kind: "county", id: input.countyId }),
  load: async (tx, input) => {
    const rows = await tx.holidayYear.groupBy({ by: ["year"], where: { countyId: input.countyId }, _max: { number: true } });
    return new Map(rows.map((row) => [row.year, row._max.number ?? 0]));
  },
  decide: (numbers, input, facts) => {
    const years = readHolidays(input.holidays);
    if (!years.ok) return years;
    const rows = years.value.map(({ year, status, source, ...days }) => ({ id: facts.newId(), countyId: input.countyId, year, number: (numbers.get(year) ?? 0) + 1, status, source, days }));
    return ok({ countyId: input.countyId, rows });
  },
  save: async (tx, { countyId, rows }, facts) => {
    const by = { enteredAt: facts.now, enteredByName: facts.actor.name };
    await tx.holidayYear.createMany({ data: rows.map((row) => ({ ...row, ...by })) });
    return { countyId, years: rows.map((row) => row.year) };
  },
  entry: ({ countyId, rows }) => ({ countyId, years: rows.map(({ year, number, status, days }) => ({ year, number, status, sha256: sha256(JSON.stringify(days)) })) }),
});
