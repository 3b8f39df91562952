import { defineCommand } from "../platform/command.ts";
import { sha256 } from "../platform/crypto.ts";
import { ok } from "../platform/result.ts";
import { readHolidays } from "./holiday-text.ts";
import { enterHolidaysInput } from "./model.ts";

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
