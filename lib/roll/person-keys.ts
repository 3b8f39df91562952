import { pinyinKeys } from "#lib/chinese/pinyin.ts";

/** Binds an encrypted number to its person's row. */
export const personContext = (personId: string): string => `person:${personId}`;

/** What a search finds a name by: its syllables, and their first letters. */
export const searchKeys = (name: string): string => {
  const { full, initials } = pinyinKeys(name);
  return `${full} ${initials}`;
};
