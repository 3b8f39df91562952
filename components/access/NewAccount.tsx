import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { passwordLength } from "#lib/access/model.ts";
import type { RoleChoice } from "#lib/access/queries.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

/** Choices of a role with the row that it is held for, as one select. */
export function RoleSelect({ choices }: { readonly choices: readonly RoleChoice[] }) {
  const t = useTranslations("account.people");
  const words = useTranslations("roles");
  return (
    <SelectField
      name="role"
      label={t("roleField")}
      width="long"
      choices={choices.map((choice) => ({
        value: `${choice.role}:${choice.scopeId}`,
        label: choice.where === "" ? words(choice.role) : t("roleWhere", { role: words(choice.role), where: choice.where }),
      }))}
    />
  );
}

type NewAccountProps = { readonly action: FormAction; readonly placeId: string; readonly choices: readonly RoleChoice[]; readonly suggested: string };

/** A new account with its first role. The password on the form is handed out on paper and stored nowhere in the clear. */
export function NewAccount({ action, placeId, choices, suggested }: NewAccountProps) {
  const t = useTranslations("account.people");
  const fields = useTranslations("fields");
  return (
    <CommandForm action={action} submitLabel={t("create")} hidden={{ placeId }}>
      <RoleSelect choices={choices} />
      <TextField name="name" label={fields("name")} width="medium" maxLength={50} />
      <TextField name="username" label={fields("username")} hint={t("usernameHint")} width="medium" maxLength={40} />
      <TextField name="password" label={fields("password")} hint={t("passwordHint", { min: passwordLength.min })} width="medium" sensitive defaultValue={suggested} />
    </CommandForm>
  );
}
