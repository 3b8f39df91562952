import { z } from "zod";
import { LIST_COLUMNS, LIST_PAPERS } from "#lib/documents/name-pages.ts";
import { acceptances, id } from "#lib/platform/fields.ts";
import { NAME_ORDERS } from "./name-order.ts";

/** A sheet that lists are printed on: "a4-3" is A4 with three columns of names. */
export const LIST_SHEETS = LIST_PAPERS.flatMap((paper) => LIST_COLUMNS[paper].map((columns) => ({ key: `${paper}-${columns}`, paper, columns })));
const DEFAULT_SHEET = "a4-3";
export const listSheet = z.string().optional().transform((value, context) => {
  const sheet = LIST_SHEETS.find(({ key }) => key === (value === undefined || value === "" ? DEFAULT_SHEET : value));
  if (sheet !== undefined) return sheet;
  context.addIssue({ code: "custom", params: { code: "invalidChoice" } });
  return z.NEVER;
});

export const publishInput = z.object({ electionId: id, order: z.enum(NAME_ORDERS).default("household"), sheet: listSheet, acceptances });
export const supplementInput = z.object({ electionId: id });
