import { z } from "zod";
import { lawValuesSchema, type LawKey } from "./parameters.ts";

/** What kind of value a parameter holds: a whole number (or none), yes or no, one of some words, several of them, a margin per office. */
export type ValueKind =
  | { readonly kind: "whole" | "wholeOrNone"; readonly min: number }
  | { readonly kind: "flag" }
  | { readonly kind: "choice" | "set"; readonly options: readonly string[] }
  | { readonly kind: "margin" };

/** Words of a schema that offers some, if it is one. */
function optionsOf(schema: unknown): readonly string[] | null {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : null;
}

/** The kind of one parameter, read from its schema, so that forms and messages cannot say anything else than the check does. */
export function kindOf(key: LawKey): ValueKind {
  const schema: unknown = lawValuesSchema.shape[key];
  if (schema instanceof z.ZodBoolean) return { kind: "flag" };
  if (schema instanceof z.ZodNullable) return { kind: "wholeOrNone", min: 0 };
  if (schema instanceof z.ZodNumber) return { kind: "whole", min: schema.minValue ?? 0 };
  const choice = optionsOf(schema);
  if (choice !== null) return { kind: "choice", options: choice };
  const list: unknown = schema instanceof z.ZodReadonly ? schema.def.innerType : schema;
  const set = list instanceof z.ZodArray ? optionsOf(list.element) : null;
  return set === null ? { kind: "margin" } : { kind: "set", options: set };
}
