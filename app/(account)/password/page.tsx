import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { PasswordField } from "#components/form/TextFields.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { passwordLength } from "#lib/access/model.ts";
import { signedInPage } from "#lib/web/page.ts";
import { changePasswordAction } from "../actions.ts";

/** One's own password; the only page while a handed-out one waits to be changed. */
export default signedInPage(
  async ({ actor }) => {
    const t = await getTranslations("account.password");
    const fields = await getTranslations("fields");
    return (
      <>
        <Heading>{actor.mustChangePassword ? t("dueTitle") : t("title")}</Heading>
        <Lede>{actor.mustChangePassword ? t("dueLede") : t("lede")}</Lede>
        <CommandForm action={changePasswordAction} submitLabel={t("submit")}>
          <PasswordField name="oldPassword" label={actor.mustChangePassword ? t("handedOut") : fields("oldPassword")} autoComplete="current-password" />
          <PasswordField name="newPassword" label={fields("newPassword")} hint={t("hint", { min: passwordLength.min })} autoComplete="new-password" />
          <PasswordField name="repeatPassword" label={fields("repeatPassword")} autoComplete="new-password" />
        </CommandForm>
      </>
    );
  },
  { passwordChange: true },
);
