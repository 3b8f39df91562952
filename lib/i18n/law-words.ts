import { z } from "zod";
import { kindOf } from "../law/kinds.ts";
import type { Limits } from "../law/pack.ts";
import type { LawKey } from "../law/parameters.ts";
import { unreachable } from "../platform/result.ts";

/** What of a translator of the namespace `law` this needs. */
export type LawTranslator = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

const number = z.number();
const marginShape = z.record(z.string(), z.object({ min: z.number(), max: z.number().nullable() }));
const listShape = z.array(z.string());

/** One word of a parameter; a word that this program has no words for stays as it is. */
const optionWords = (t: LawTranslator, key: LawKey, option: string): string => (t.has(`values.${key}.${option}`) ? t(`values.${key}.${option}`) : option);

function marginWords(t: LawTranslator, value: unknown): string {
  const margin = marginShape.safeParse(value);
  if (!margin.success) return "";
  const offices = Object.entries(margin.data).map(([office, { min, max }]) =>
    t("marginOf", { office: t(`office.${office}`), range: max === null ? t("marginFrom", { min }) : max === min ? t("marginJust", { min }) : t("marginRange", { min, max }) }));
  return offices.join(t("join"));
}

/** A parameter's value in words: numbers as they are, yes and no, the words of a choice, "not set" for nothing. */
export function valueWords(t: LawTranslator, key: LawKey, value: unknown): string {
  if (value === null) return t("notSet");
  const { kind } = kindOf(key);
  switch (kind) {
    case "whole":
    case "wholeOrNone": {
      const parsed = number.safeParse(value);
      return parsed.success ? String(parsed.data) : JSON.stringify(value);
    }
    case "flag":
      return t(value === true ? "yes" : "no");
    case "choice":
      return typeof value === "string" ? optionWords(t, key, value) : JSON.stringify(value);
    case "set": {
      const list = listShape.safeParse(value);
      if (!list.success) return JSON.stringify(value);
      return list.data.length === 0 ? t("noneOfThem") : list.data.map((option) => optionWords(t, key, option)).join(t("join"));
    }
    case "margin":
      return marginWords(t, value);
    default:
      return unreachable(kind);
  }
}

/** What limits leave to choose, in words; empty when they leave all. */
export function limitWords(t: LawTranslator, key: LawKey, limits: readonly Limits[]): string {
  const lows = limits.flatMap((one) => one.min ?? []);
  const highs = limits.flatMap((one) => one.max ?? []);
  const sets = limits.flatMap((one) => (one.oneOf === undefined ? [] : [one.oneOf.map((option) => valueWords(t, key, option)).join(t("join"))]));
  const parts = [
    ...(lows.length === 0 ? [] : [t("atLeast", { min: Math.max(...lows) })]),
    ...(highs.length === 0 ? [] : [t("atMost", { max: Math.min(...highs) })]),
    ...new Set(sets),
  ];
  return parts.join(t("join"));
}
