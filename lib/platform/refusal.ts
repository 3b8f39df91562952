import type { z } from "zod";
import type { Finding } from "../law/finding.ts";
import { err, ok, type Result } from "./result.ts";

/** What is wrong with one field: a code of the `issues` messages, with its numbers. `field` is a dotted path or null. */
export type Issue = {
  readonly field: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Every way in which a command can expectedly fail. */
export type Refusal =
  | { readonly kind: "invalid"; readonly issues: readonly Issue[] }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "conflict" }
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "signedOut" }
  | { readonly kind: "passwordChangeDue" };

/** Refuses one field. */
export const invalid = (field: string | null, code: string, params: Issue["params"] = {}): { readonly ok: false; readonly error: Refusal } =>
  err({ kind: "invalid", issues: [{ field, code, params }] });

/** Refuses because of findings (those given are shown; at least one stops). */
export const stoppedBy = (findings: readonly Finding[]): { readonly ok: false; readonly error: Refusal } => err({ kind: "findings", findings });

/** Somebody changed the same thing meanwhile. */
export const conflict: { readonly ok: false; readonly error: Refusal } = err({ kind: "conflict" });

/**
 * Checks what was sent against a schema; schemas themselves carry no text. A field is refused once, for the first thing
 * that is wrong with it, and a choice that was not made is asked for instead of being called wrong.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): Result<z.output<Schema>, Refusal> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(issueOf);
  return err({ kind: "invalid", issues: issues.filter((issue, place) => issues.findIndex((other) => other.field === issue.field) === place) });
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  const field = issue.path.length === 0 ? null : issue.path.join(".");
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return { field, code: Number(issue.minimum) <= 1 ? "required" : "tooShort", params: { min: Number(issue.minimum) } };
      if (issue.origin === "array") return { field, code: Number(issue.minimum) <= 1 ? "noneGiven" : "tooFew", params: { min: Number(issue.minimum) } };
      return { field, code: "tooSmall", params: { min: Number(issue.minimum) } };
    case "too_big":
      return { field, code: issue.origin === "string" ? "tooLong" : issue.origin === "array" ? "tooMany" : "tooBig", params: { max: Number(issue.maximum) } };
    case "custom": {
      const code: unknown = issue.params?.["code"];
      return { field, code: typeof code === "string" ? code : "invalidChoice", params: {} };
    }
    case "invalid_type":
      return { field, code: "required", params: {} };
    default:
      return { field, code: issue.input === undefined || issue.input === "" ? "notChosen" : "invalidChoice", params: {} };
  }
}
