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

/**
 * A name as it sorts by pinyin (音序): one text for each character, its syllable with the tone's number, then the character
 * itself, so that one surname stays together (all 张 before all 章).
 */
export function pinyinOrderKey(name: string): readonly string[] {
  const characters = [...name];
  const syllables = pinyin(name, { toneType: "num", type: "array", surname: "head", v: true });
  const readings = syllables.length === characters.length ? syllables : characters.map((character) => pinyin(character, { toneType: "num", v: true }));
  return characters.map((character, index) => `${(readings[index] ?? character).toLowerCase()}${character}`);
}

/** Compares two keys of `pinyinOrderKey` character by character; the shorter name first. */
export function comparePinyin(first: readonly string[], second: readonly string[]): number {
  const place = first.findIndex((part, index) => part !== second[index]);
  if (place === -1) return first.length - second.length;
  const [left = "", right = ""] = [first[place], second[place]];
  return right === "" ? 1 : left < right ? -1 : 1;
}
