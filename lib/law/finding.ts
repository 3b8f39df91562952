/**
 * How sure the project is of a rule. `seen`: the whole article was read; `seenExcerpt`: only words of it;
 * `seenPractice`: custom, not law; `unverified`: from the ministry's guide or memory, shown as such.
 */
export type Confidence = "seen" | "seenExcerpt" | "seenPractice" | "unverified";

/** Where a rule stands: the name of the text, its article, and how sure the project is of it. */
export type Citation = { readonly text: string; readonly article: string; readonly confidence: Confidence };

/** An `error` stops; a `warning` may be accepted by a named person with a reason; `info` only explains. */
export type Severity = "error" | "warning" | "info";

/** A number, word or list that a finding's words show. */
export type Fact = string | number | boolean | null | readonly string[];

/**
 * What a check found: a code (words per code stand in the message files under `findings.<code>`), the numbers,
 * the rule's place, and the fields it speaks of.
 */
export type Finding = {
  readonly code: string;
  readonly severity: Severity;
  readonly ok: boolean;
  readonly actual: Readonly<Record<string, Fact>>;
  readonly required: string;
  readonly citation: Citation | null;
  readonly fields: readonly string[];
};
