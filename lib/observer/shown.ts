import { z } from "zod";
import type { Refusal } from "../platform/refusal.ts";

const name = z.string();

/** What was typed wrong: fields with the codes of `issues` and their figures. */
const issues = z.array(z.object({ field: z.string().nullable(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }));

/** Too many questions: whole minutes to wait. */
const minutes = z.number();

/** What the page "am I on the list" shows after a question: the answer, what was typed wrong, or how long to wait. */
export const onListShown = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("listed"), name, group: z.number() }),
  z.object({ kind: z.literal("unknown"), name }),
  z.object({ kind: z.literal("notPosted"), name }),
  z.object({ kind: z.literal("wait"), name, minutes }),
  z.object({ kind: z.literal("invalid"), name, issues }),
]);
export type OnListShown = z.output<typeof onListShown>;

/** Everything that was typed, to fill the form again. */
const values = z.record(z.string(), z.string());

/** What the page of objections shows after one was sent. `late`: the five days are over. */
export const objectionShown = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("received"), number: z.number(), decideUntil: z.string() }),
  z.object({ kind: z.literal("late"), values }),
  z.object({ kind: z.literal("wait"), values, minutes }),
  z.object({ kind: z.literal("invalid"), values, issues }),
]);
export type ObjectionShown = z.output<typeof objectionShown>;

/** The issues of a refusal; none for refusals of another kind. */
export const issuesOf = (refusal: Refusal): z.output<typeof issues> =>
  refusal.kind === "invalid" ? refusal.issues.map(({ field, code, params }) => ({ field, code, params: { ...params } })) : [];
