import type { Sex } from "#lib/chinese/identity-number.ts";
import { remembered } from "#lib/platform/remembered.ts";
import type { Exclusion } from "#lib/roll/model.ts";

const plain = (raw: string): string => raw.normalize("NFKC").replace(/\s+/gu, "");

/** 男, 女 and what stands for them in registers; null for anything else. */
export const sexOf = remembered((raw): Sex | null => {
  const text = plain(raw).toUpperCase();
  if (/^(男性?|M|MALE|1)$/u.test(text)) return "male";
  return /^(女性?|F|FEMALE|2)$/u.test(text) ? "female" : null;
});

const YES = /^(是|√|✓|有|对|Y|YES|1)$/iu;
const NO = /^(否|×|✗|无|不是|N|NO|0)$/iu;

/** What is left of the words about where somebody lives. Where the household stands says nothing about it. */
const residenceWords = remembered((raw) => plain(raw).replace(/(户籍|户口)不在(本村|本地)?/gu, ""));
/** Whether a heading asks who is away rather than who lives here. */
const asksForAway = remembered((heading) => /外出|不在/u.test(heading) && !/居住|常住/u.test(heading));
const AWAY = /外出|不在|外地|务工|打工|在外|空挂|人户分离|离村|流出|出国|迁居/u;
const HERE = /常住|在村|在家|居住|本村|在册|留守|正常/u;
/** What the words themselves say, whatever the heading; null when they are unknown. */
const livesHereByWords = remembered((text): boolean | null => (AWAY.test(text) ? false : HERE.test(text) ? true : null));

/** Whether the person lives in the village (在本村居住); an empty cell says yes; null when the words are unknown. The heading decides what 是 means. */
export function livesHereOf(raw: string, heading: string): boolean | null {
  const text = residenceWords(raw);
  if (text === "") return true;
  if (YES.test(text)) return !asksForAway(heading);
  if (NO.test(text)) return asksForAway(heading);
  return livesHereByWords(text);
}

/** Whether somebody away said that he takes part (本人表示参加); null when he said nothing. */
export const takesPartOf = remembered((raw): boolean | null => {
  const text = plain(raw);
  if (text === "" || /^(未|没|待|不详)/u.test(text)) return null;
  if (/^不|否|×|✗|拒绝|放弃/u.test(text) || NO.test(text)) return false;
  return YES.test(text) || /参加|同意|愿意|参选|确认/u.test(text) ? true : null;
});

const tellsOfOutsider = remembered((words) => /户籍不在|非本村户籍|外来|非户籍/u.test(plain(words)));
/** Whether the household stands elsewhere (户籍不在本村): residents of the third category. */
export const isOutsider = (residence: string, remark: string): boolean => tellsOfOutsider(`${residence} ${remark}`);

/**
 * What the remarks say that keeps a person off the list. Married out (外嫁) alone does not: only a household that has
 * moved (户口已迁出) does. Serving a sentence (服刑) alone does not: only being deprived of political rights does.
 */
export const exclusionIn: (remark: string) => Exclusion | null = remembered((remark) => {
  const text = plain(remark);
  if (/(未|没有|不|非)(被)?(剥夺)/u.test(text)) return exclusionIn(text.replace(/(未|没有|不|非)(被)?剥夺(政治权利)?/gu, ""));
  if (/死亡|已故|去世|病故|亡故|过世|身故|逝世|死$/u.test(text)) return "dead";
  if (/(户口|户籍)?(已)?(迁出|迁走|迁往|迁移出)|户口(已)?(转出|注销)|销户/u.test(text) && !/(未|没有?|不)(迁|转出|注销|销户)|待迁|迁回|迁入/u.test(text)) return "movedOut";
  return /剥夺政治权|剥权|褫夺/u.test(text) && !/恢复|期满|已满/u.test(text) ? "deprived" : null;
});
