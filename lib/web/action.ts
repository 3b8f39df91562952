import { redirect } from "next/navigation";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { database } from "../database/client.ts";
import type { Json } from "../platform/canonical.ts";
import { clock } from "../platform/clock.ts";
import type { Command } from "../platform/command.ts";
import type { FormAction, FormState } from "../platform/form-state.ts";
import { issueWords } from "../i18n/words.ts";
import { rulesOfRefusal } from "../law/rulebook/refusals.ts";
import type { Refusal } from "../platform/refusal.ts";
import { unreachable } from "../platform/result.ts";
import { currentActor } from "./actor.ts";
import { formObject, typedValues } from "./form-data.ts";

/** Marks server actions built here; a test fails for any other. */
export const actionBrand: unique symbol = Symbol.for("cunxuan.action");

/**
 * A server action from a command: form in, refusal in words out, or a redirect to `then`. The command authorises inside.
 * `parse` turns the form's fields into the command's input when their shapes differ; it may take its time (a file's text).
 */
export function formAction<Input extends z.ZodType, Output extends Json>(
  command: Command<Input, Output>,
  then: (output: Output, fields: Readonly<Record<string, unknown>>) => string,
  parse: (data: FormData) => unknown = formObject,
): FormAction & { readonly [actionBrand]: string } {
  const action = async (_: FormState, data: FormData): Promise<FormState> => {
    const requestId = data.get("requestId");
    const result = await command.run(
      { db: database(), actor: await currentActor(), clock, requestId: isUuid(requestId) ? requestId : undefined },
      await parse(data),
    );
    if (!result.ok) return formStateOf(result.error, typedValues(data));
    revalidatePath("/", "layout");
    redirect(then(result.value, formObject(data)));
  };
  return Object.assign(action, { [actionBrand]: command.name });
}

const isUuid = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

/** A refusal as the form shows it, in the user's language. */
export async function formStateOf(refusal: Refusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations();
  switch (refusal.kind) {
    case "invalid":
      return { kind: "refused", issues: refusal.issues.map((issue) => ({ field: issue.field, text: issueWords(t, issue), rules: rulesOfRefusal(issue.code) })), findings: [], values };
    case "findings":
      return { kind: "refused", issues: [], findings: refusal.findings, values };
    case "conflict":
      return { kind: "conflict", text: t("issues.conflict"), values };
    case "signedOut":
      return { kind: "signedOut", values };
    case "notFound":
    case "forbidden":
    case "passwordChangeDue":
      return { kind: "refused", issues: [{ field: null, text: t(`issues.${refusal.kind}`) }], findings: [], values };
    default:
      return unreachable(refusal);
  }
}
