import { civilDayOf } from "#lib/chinese/civil-day.ts";
import { parseNumeral } from "#lib/chinese/numerals.ts";
import { cellText, type Cell } from "./model.ts";

const MILLISECONDS_A_DAY = 86_400_000;
/** 1899-12-30: the day that serial 0 stands for after the 29th of February 1900 which spreadsheets believe in. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** A day serial of this size is a day of the years 1905-2119; smaller whole numbers are years, not serials. */
const SERIALS = { least: 2_101, most: 80_000 };

function serialDay(serial: number, daysFrom1904: boolean): string {
  const days = Math.floor(serial) + (daysFrom1904 ? DAYS_TO_1904 : 0);
  return new Date(SERIAL_ZERO + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

const digitsDay = (digits: string): string | null => civilDayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));

function textDay(raw: string): string | null {
  const text = raw.normalize("NFKC").replace(/\s+/gu, " ").trim().replace(/[ T]\d{1,2}:\d{2}.*$/u, "").replace(/ /gu, "");
  if (/^\d{8}$/u.test(text)) return digitsDay(text);
  const western = /^(\d{4})(?:[-./年])(\d{1,2})(?:[-./月])(\d{1,2})[日号]?$/u.exec(text);
  if (western !== null) return civilDayOf(Number(western[1]), Number(western[2]), Number(western[3]));
  const chinese = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})[日号]$/u.exec(text);
  if (chinese === null) return null;
  const [year, month, day] = chinese.slice(1).map((part) => parseNumeral(part.replace(/○/gu, "〇")));
  return civilDayOf(year ?? 0, month ?? 0, day ?? 0);
}

/**
 * The civil day in a cell: a day serial, eight digits, 1957-10-23, 1957.10.23, 1957/10/23, 1957年10月23日 or
 * 一九五七年十月二十三日, with or without a time. Null when it names no whole day (a year alone, "不详").
 */
export function cellDay(cell: Cell | undefined, daysFrom1904: boolean): string | null {
  const text = cellText(cell).trim();
  if (/^\d{8}$/u.test(text)) return digitsDay(text);
  const isNumber = cell?.kind === "number" || /^\d{4,5}$/u.test(text);
  if (!isNumber) return textDay(text);
  const value = Number(text);
  return value >= SERIALS.least && value <= SERIALS.most ? serialDay(value, daysFrom1904) : null;
}
