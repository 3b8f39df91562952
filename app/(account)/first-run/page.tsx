import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { PasswordField, TextField } from "#components/form/TextFields.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { isFirstRun } from "#lib/access/bootstrap.ts";
import { suggestPassword } from "#lib/access/password.ts";
import { PROVINCE_PACKS } from "#lib/law/packs.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { publicPage } from "#lib/web/page.ts";
import { getLocale } from "next-intl/server";
import { firstRunAction } from "../actions.ts";

/** The very first page of an empty installation; does not exist any more once there is an account. */
export default publicPage(async ({ db }) => {
  if (!(await isFirstRun(db))) notFound();
  const t = await getTranslations("account.firstRun");
  const fields = await getTranslations("fields");
  const locale = localeOf(await getLocale());
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <CommandForm action={firstRunAction} submitLabel={t("submit")}>
        <Heading level={2}>{t("administrator")}</Heading>
        <TextField name="administrator.name" label={fields("name")} width="medium" autoComplete="name" maxLength={50} />
        <TextField name="administrator.username" label={fields("username")} hint={t("usernameHint")} width="medium" autoComplete="username" maxLength={40} />
        <PasswordField name="administrator.ownPassword" label={fields("ownPassword")} hint={t("passwordHint")} autoComplete="new-password" />
        <PasswordField name="administrator.repeatPassword" label={fields("repeatPassword")} autoComplete="new-password" />
        <Heading level={2}>{t("place")}</Heading>
        <TextField name="county.countyName" label={fields("countyName")} width="medium" maxLength={40} />
        <TextField name="county.countyCode" label={fields("countyCode")} hint={t("countyCodeHint")} width="short" maxLength={6} />
        <SelectField
          name="county.provincePack"
          label={fields("provincePack")}
          hint={t("provinceHint")}
          optional
          emptyLabel={t("noProvince")}
          choices={PROVINCE_PACKS.map((pack) => ({ value: pack.id, label: pack.name[locale] }))}
        />
        <TextField name="township.townshipName" label={fields("townshipName")} width="medium" maxLength={40} />
        <TextField name="township.townshipCode" label={fields("townshipCode")} hint={t("townshipCodeHint")} width="short" maxLength={9} />
        <Heading level={2}>{t("officer")}</Heading>
        <p>{t("officerText")}</p>
        <TextField name="officer.name" label={fields("name")} width="medium" optional maxLength={50} />
        <TextField name="officer.username" label={fields("username")} width="medium" optional maxLength={40} />
        <TextField name="officer.password" label={fields("password")} hint={t("handedOutHint")} width="medium" optional sensitive defaultValue={suggestPassword()} />
      </CommandForm>
    </>
  );
});
