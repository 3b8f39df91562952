"use client";

import { createContext, useContext } from "react";
import type { FormValues } from "#lib/platform/form-state.ts";
import { fieldId, fieldPath } from "./field-id.ts";

/**
 * What a field must know of its form: its errors (by path), and what was typed before (by name; null while the fields
 * themselves still hold it, as they do whenever JavaScript sends the form).
 */
export type FormContextValue = {
  readonly formId: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly values: FormValues | null;
};

export const FormContext = createContext<FormContextValue>({ formId: "", errors: {}, values: null });

/** One field's share of its form. `kept` is what was typed, or null when the form was never sent. */
export type FieldShare = {
  readonly id: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly errors: readonly string[];
  readonly kept: string | null;
};

export function useField(name: string): FieldShare {
  const form = useContext(FormContext);
  const id = fieldId(name, form.formId);
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    errors: form.errors[fieldPath(name)] ?? [],
    kept: form.values === null ? null : (form.values[name] ?? ""),
  };
}

/** The `aria-describedby` of a field: its hint and its error, whichever there are. */
export function describedBy(share: FieldShare, hasHint: boolean): string | undefined {
  const ids = [hasHint ? share.hintId : "", share.errors.length > 0 ? share.errorId : ""].filter((id) => id !== "");
  return ids.length === 0 ? undefined : ids.join(" ");
}
