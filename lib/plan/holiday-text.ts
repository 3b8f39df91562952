import { z } from "zod";
import { faultsOfYear, holidayYearSchema, type HolidayYear } from "../calendar/holidays.ts";
import { invalid, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";

/**
 * Reads years of holidays from text: JSON in the shape of the program's own data file (one year or a list), or rows:
 * `2027 正式 来源`, then `放假 名称 开始 结束 法定日…` and `上班 日期…` for each year.
 */
export function readHolidays(text: string): Result<readonly HolidayYear[], Refusal> {
  const plain = text.replace(/^\uFEFF/u, "").trim();
  const raw = /^[[{]/u.test(plain) ? parseJson(plain) : parseRows(plain);
  if (!raw.ok) return raw;
  const parsed = z.array(holidayYearSchema).min(1).max(20).safeParse(Array.isArray(raw.value) ? raw.value : [raw.value]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid("holidays", "holidaysShape", { place: issue === undefined || issue.path.length === 0 ? "1" : issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" › ") });
  }
  const twice = parsed.data.find((year, place) => parsed.data.findIndex((other) => other.year === year.year) !== place);
  if (twice !== undefined) return invalid("holidays", "holidayYearTwice", { year: String(twice.year) });
  const issues = parsed.data.flatMap((year) => faultsOfYear(year).map((fault) => ({ field: "holidays", code: fault.code, params: { year: String(year.year), day: fault.day } })));
  return issues.length === 0 ? ok(parsed.data) : err({ kind: "invalid", issues });
}

function parseJson(text: string): Result<unknown, Refusal> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return invalid("holidays", "holidaysNotJson");
  }
}

type Draft = { year: number; status: string; source: string; holidays: { name: string; from: string; to: string; statutory: string[] }[]; workdays: string[] };

const statusWords: Readonly<Record<string, string>> = { 正式: "official", official: "official", 预计: "expected", expected: "expected" };

/** Rows as people type them; a row that begins with none of the known words is refused with its number. */
function parseRows(text: string): Result<unknown, Refusal> {
  const years: Draft[] = [];
  for (const [place, line] of text.normalize("NFKC").split(/\r?\n/u).entries()) {
    const [word = "", ...rest] = line.trim().split(/[\s,、;]+/u);
    if (word === "") continue;
    const year = years.at(-1);
    const [second = "", ...more] = rest;
    if (/^\d{4}$/u.test(word)) years.push({ year: Number(word), status: statusWords[second] ?? second, source: more.join(" "), holidays: [], workdays: [] });
    else if (year !== undefined && ["放假", "off"].includes(word)) year.holidays.push({ name: second, from: more[0] ?? "", to: more[1] ?? "", statutory: more.slice(2) });
    else if (year !== undefined && ["上班", "work"].includes(word)) year.workdays.push(...rest);
    else return invalid("holidays", "holidaysRow", { row: place + 1 });
  }
  return ok(years);
}
