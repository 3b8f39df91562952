const DIGITS = "零一二三四五六七八九";
const FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((digit, value) => [digit, value] as const),
  ...[...FORMAL_DIGITS].map((digit, value) => [digit, value] as const),
  ["〇", 0], ["两", 2], ["廿", 20], ["卅", 30], ["陸", 6],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10], ["拾", 10], ["百", 100], ["佰", 100], ["千", 1000], ["仟", 1000],
]);

/** Reads a whole number below ten thousand in Chinese or Arabic writing (二十三, 一百零五, 第３, 12); null when it is none. */
export function parseNumeral(raw: string): number | null {
  const text = raw.normalize("NFKC").replace(/\s+/gu, "").replace(/^第/u, "");
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  if (text === "") return null;
  return [...text].some((character) => UNITS.has(character) || character === "廿" || character === "卅") ? withUnits(text) : digitByDigit(text);
}

function digitByDigit(text: string): number | null {
  const values = [...text].map((character) => VALUES.get(character));
  if (values.length > 4 || values.some((value) => value === undefined)) return null;
  return values.reduce<number>((total, value) => total * 10 + (value ?? 0), 0);
}

function withUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = UNITS.get(character);
    const value = VALUES.get(character);
    if (unit !== undefined) {
      if (unit >= lastUnit || (digit === null && unit !== 10)) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (value === undefined || (digit !== null && digit !== 0)) {
      return null;
    } else if (value >= 20) {
      total += value;
      lastUnit = 10;
    } else {
      digit = value;
    }
  }
  return total + (digit ?? 0);
}

/**
 * The village group (村民小组) that a cell names: "第三村民小组", "三组", "3社" and "03" are all group "3". A group
 * with a name of its own ("东湾组") keeps it; an empty cell is null.
 */
export function parseGroup(raw: string): string | null {
  const text = raw.normalize("NFKC").replace(/\s+/gu, "");
  if (text === "") return null;
  const core = text.replace(/^.*村(?=第?[\d〇零一二两三四五六七八九十百廿]+(村民)?(小?组|社|队))/u, "").replace(/^第/u, "").replace(/(村民)?(小组|组|社|队|生产队)$/u, "");
  const number = parseNumeral(core);
  if (number !== null && number > 0) return String(number);
  return text;
}

/** A whole number from 0 to 9,999 in Chinese writing: 23 → 二十三, 105 → 一百零五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9_999) throw new RangeError(`no numeral for ${value}`);
  if (value === 0) return "零";
  const digits = [...String(value)].map(Number);
  const units = ["", "十", "百", "千"];
  const words = digits.map((digit, index) => (digit === 0 ? "零" : DIGITS.charAt(digit) + (units[digits.length - 1 - index] ?? "")));
  return words.join("").replace(/零+/gu, "零").replace(/零$/u, "").replace(/^一十/u, "十");
}

/** A day as official papers write it: 2026-04-18 → 2026年4月18日. */
export function chineseDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}
