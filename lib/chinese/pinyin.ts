import { pinyin } from "pinyin-pro";

/**
 * What a person types to find a name: its syllables without tones, and their first letters. Surnames are read as
 * surnames (曾 zeng, 单 shan). Characters without a known reading stay as they are.
 */
export type PinyinKeys = { readonly full: string; readonly initials: string };

/** The search keys of a name, in small Latin letters: 尉迟平勇 → full "yuchipingyong", initials "ycpy". */
export function pinyinKeys(name: string): PinyinKeys {
  const syllables = pinyin(name, { toneType: "none", type: "array", surname: "head", v: true });
  const initials = [...syllables].map((syllable) => [...syllable][0] ?? "").join("");
  return { full: syllables.join("").toLowerCase(), initials: initials.toLowerCase() };
}
