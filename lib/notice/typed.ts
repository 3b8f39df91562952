import { z } from "zod";
import type { NoticeCode, NoticeField, NoticeKind } from "../law/notice-set.ts";
import { day, line, paragraph } from "../platform/fields.ts";
import { parseInput, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { parseGroups } from "./groups.ts";
import type { NoticeFill } from "./template.ts";

/** Notices that are drafted from what is typed alone; the set names their fields. */
export const TYPED_CODES = ["representativesMeeting", "representatives", "groupLeaders", "supervisionCommittee"] as const satisfies readonly NoticeCode[];
export type TypedCode = (typeof TYPED_CODES)[number];

/** What was typed, by field. */
export type TypedValues = Readonly<Record<string, string>>;

/** Typed values as a form sends them. */
export const typedInput = z.record(z.string().max(40), z.string().max(20_000)).optional().transform((values) => values ?? {});

/** The fields of a notice that somebody has to type. */
export const typedFields = (kind: NoticeKind): readonly NoticeField[] => kind.fields.filter((field) => field.source === "typed");

const time = z.string().trim().min(1).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: "invalidDate" } });
const wholeText = z.string().trim().min(1).refine((text) => /^\d{1,6}$/.test(text), { params: { code: "notWhole" } });
/** People by group: the first line that cannot be read is named. */
const groups = paragraph(8000).refine((text) => parseGroups(text).faulty.length === 0, { params: { code: "groupLine" } });

function schemaOf(field: NoticeField): z.ZodType<string, string> {
  switch (field.kind) {
    case "line":
      return line(120);
    case "text":
      return paragraph(2000);
    case "day":
      return day;
    case "time":
      return time;
    case "whole":
      return wholeText;
    case "groups":
      return groups;
    case "blocks":
      throw new Error(`the case makes ${field.name}`);
  }
}

/** Checks what was typed against the notice's fields; refusals name `values.<field>`. Empty optional fields fall away. */
export function parseTyped(kind: NoticeKind, raw: TypedValues): Result<TypedValues, Refusal> {
  const fields = typedFields(kind);
  const given = Object.fromEntries(fields.map((field) => [field.name, raw[field.name] ?? ""]).filter(([name, value]) => value?.trim() !== "" || fields.some((field) => field.name === name && field.optional !== true)));
  const shape = Object.fromEntries(fields.filter((field) => field.name in given).map((field) => [field.name, schemaOf(field)]));
  const parsed = parseInput(z.object(shape), given);
  if (parsed.ok) return ok(z.record(z.string(), z.string()).parse(parsed.value));
  if (parsed.error.kind !== "invalid") return parsed;
  return err({ kind: "invalid", issues: parsed.error.issues.map((issue) => ({ ...issue, field: `values.${issue.field ?? ""}` })) });
}

/** What fills a typed notice: the values, and figures that follow from a list of people (how many, how many women). */
export function typedFill(kind: NoticeKind, values: TypedValues): NoticeFill {
  const list = kind.fields.find((field) => field.kind === "groups");
  if (list === undefined) return { values };
  const names = parseGroups(values[list.name] ?? "").blocks.flatMap((block) => (block.type === "names" ? block.groups.flatMap((group) => group.names) : []));
  return { values: { ...values, total: names.length, women: names.filter((person) => person.note?.includes("女") === true).length } };
}
