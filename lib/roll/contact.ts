/** How somebody was sought: at his door, by telephone, in writing (letter, message), through his family. */
export const CONTACT_WAYS = ["visit", "phone", "message", "family"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
/** Ways in which somebody says it himself (本人表示): never through his family. */
export const HEARD_WAYS = ["visit", "phone", "message"] as const satisfies readonly ContactWay[];
/** 见到人、听到声、或者没有联系上. */
export const CONTACT_OUTCOMES = ["seen", "heard", "notReached"] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
/** What he said himself about taking part (本人表示). */
export const CONTACT_STATEMENTS = ["takesPart", "declines", "none"] as const;
export type ContactStatement = (typeof CONTACT_STATEMENTS)[number];

/** One attempt to reach somebody, as it is kept. */
export type Contact = { readonly how: ContactWay; readonly outcome: ContactOutcome; readonly statement: ContactStatement };
