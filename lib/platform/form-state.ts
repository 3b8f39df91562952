import type { Finding } from "#lib/law/finding.ts";
import type { RuleId } from "#lib/law/rulebook/rulebook.ts";

/**
 * One thing wrong with a form: the field's name (null when it concerns the whole form), words in the user's language,
 * and the rules behind it where the law refuses.
 */
export type FormIssue = { readonly field: string | null; readonly text: string; readonly rules?: readonly RuleId[] };

/**
 * What was typed, by field name, so that a refused form comes back filled in. Never holds passwords; several values of
 * one name are joined by line ends.
 */
export type FormValues = Readonly<Record<string, string>>;

/**
 * What a form knows of its last sending. `refused`: nothing was saved, with the reasons; `conflict`: somebody else
 * changed the same thing meanwhile; `signedOut`: the session ended before the form arrived. Success has no state:
 * the action redirects.
 */
export type FormState =
  | { readonly kind: "idle" }
  | { readonly kind: "refused"; readonly issues: readonly FormIssue[]; readonly findings: readonly Finding[]; readonly values: FormValues }
  | { readonly kind: "conflict"; readonly text: string; readonly values: FormValues }
  | { readonly kind: "signedOut"; readonly values: FormValues };

/** A server action in the shape `useActionState` calls it. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** The state of a form that was never sent. */
export const idleForm: FormState = { kind: "idle" };
