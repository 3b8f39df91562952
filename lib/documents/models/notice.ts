import { z } from "zod";
import { cell, day, proof, words } from "./shared.ts";

const paragraph = z.object({ type: z.literal("paragraph"), text: words });
const heading = z.object({ type: z.literal("heading"), text: words });
const list = z.object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(words).min(1) });
const keyValues = z.object({ type: z.literal("keyValues"), rows: z.array(z.object({ key: words, value: words })).min(1) });

const table = z
  .object({
    type: z.literal("table"),
    caption: words.nullable(),
    columns: z
      .array(z.object({ title: words, align: z.enum(["left", "center", "right"]), /** Share of the width. */ width: z.number().positive() }))
      .min(1)
      .max(9),
    /** Cells row by row; an empty cell is "". */
    rows: z.array(z.array(cell)),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), "every row has one cell per column");

const names = z.object({
  type: z.literal("names"),
  /** People by group or office; `note` stands small behind the name (such as 女, or a birth year). */
  groups: z.array(z.object({ title: words, names: z.array(z.object({ name: words, note: words.nullable() })) })).min(1),
});

/** A piece of a notice's body. */
export const noticeBlock = z.discriminatedUnion("type", [paragraph, heading, list, keyValues, table, names]);
export type NoticeBlock = z.infer<typeof noticeBlock>;

/** A public notice (公告) of the numbered set, or any other paper of prose, lists and tables. */
export const noticeModel = z.object({
  /** The number as spoken, without 第 and 号: "4", "16-1". Null for papers that carry none. */
  number: words.nullable(),
  /** Who announces: stands above the red rule and under the text. */
  issuer: words,
  title: words,
  /** Whom it addresses, without colon, such as 全体村民; null for none. */
  salutation: words.nullable(),
  body: z.array(noticeBlock).min(1),
  date: day,
  /** The number of the earlier notice that this one corrects (更正). */
  correctsNumber: words.nullable(),
  proof,
});
export type NoticeData = z.infer<typeof noticeModel>;
