import { z } from "zod";

const name = z.string();

/** What the page "am I on the list" shows after a question: the answer, what was typed wrong, or how long to wait. */
export const onListShown = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("listed"), name, group: z.number() }),
  z.object({ kind: z.literal("unknown"), name }),
  z.object({ kind: z.literal("notPosted"), name }),
  z.object({ kind: z.literal("wait"), name, minutes: z.number() }),
  z.object({ kind: z.literal("invalid"), name, issues: z.array(z.object({ field: z.string().nullable(), code: z.string() })) }),
]);
export type OnListShown = z.output<typeof onListShown>;
