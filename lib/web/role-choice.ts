import { formObject } from "./form-data.ts";

/**
 * A form in which one choice, `role:scopeId`, says both the role and the row it is held for. Without a choice only the
 * role is missing, for that is the field the form shows.
 */
export function roleChoiceForm(data: FormData): Record<string, unknown> {
  const fields = formObject(data);
  const choice = typeof fields["role"] === "string" ? fields["role"] : "";
  const [role = "", scopeId = "none"] = choice.split(":");
  return { ...fields, role, scopeId };
}
