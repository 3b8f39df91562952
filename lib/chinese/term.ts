import { chineseNumeral } from "./numerals.ts";

/** A term of office in words (届次): 13 is 第十三届. */
export const termWords = (term: number): string => `第${chineseNumeral(term)}届`;
