import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { passwordLength } from "#lib/access/model.ts";
import type { AccountRow, RoleChoice } from "#lib/access/queries.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { AccountState, RoleWords } from "./AccountTable.tsx";
import { RoleSelect } from "./NewAccount.tsx";

/** What can be done to an account. */
export type AccountActions = {
  readonly grant: FormAction;
  readonly revoke: FormAction;
  readonly resetPassword: FormAction;
  readonly disable: FormAction;
  readonly enable: FormAction;
  readonly endSession: FormAction;
};

type AccountDetailProps = {
  readonly account: AccountRow;
  readonly placeId: string;
  readonly choices: readonly RoleChoice[];
  readonly actions: AccountActions;
  readonly own: boolean;
  readonly suggested: string;
  /** What was just done, as the page's address says it. */
  readonly done: string | null;
};

const deeds = ["created", "granted", "revoked", "reset", "disabled", "enabled", "sessionEnded"] as const;

/** One account: facts, roles, and what its managers may do. */
export function AccountDetail(props: AccountDetailProps) {
  const { account, own, choices } = props;
  const t = useTranslations("account.people");
  const done = deeds.find((deed) => deed === props.done);
  const manageable = !own && account.roles.every((role) => choices.some((choice) => choice.role === role.role && choice.scopeId === role.scopeId));
  return (
    <>
      <Heading>{account.name}</Heading>
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      <SummaryList
        title={account.name}
        items={[
          { key: "username", label: t("username"), value: account.username },
          { key: "state", label: t("stateHead"), value: <AccountState account={account} /> },
          { key: "seen", label: t("seen"), value: account.seenAt === null ? t("notSignedIn") : <Instant at={account.seenAt} /> },
        ]}
      />
      {manageable ? <Managed {...props} /> : <ReadOnly account={account} own={own} />}
    </>
  );
}

function ReadOnly({ account, own }: { readonly account: AccountRow; readonly own: boolean }) {
  const t = useTranslations("account.people");
  return (
    <>
      <Heading level={2}>{t("roles")}</Heading>
      <ul>
        {account.roles.map((role) => (
          <li key={`${role.role}:${role.scopeId}`}>
            <RoleWords role={role} />
          </li>
        ))}
      </ul>
      <p className="muted">{own ? t("own") : t("notYours")}</p>
    </>
  );
}

function Managed({ account, placeId, choices, actions, suggested, done }: AccountDetailProps) {
  const t = useTranslations("account.people");
  const fields = useTranslations("fields");
  const shown = { placeId, accountId: account.id, version: String(account.version) };
  const open = choices.filter((choice) => !account.roles.some((role) => role.role === choice.role && role.scopeId === choice.scopeId));
  return (
    <>
      <Heading level={2}>{t("roles")}</Heading>
      {account.roles.map((role) => (
        <div key={`${role.role}:${role.scopeId}`} className="row-split">
          <p>
            <RoleWords role={role} />
          </p>
          {account.roles.length > 1 ? (
            <CommandForm action={actions.revoke} submitLabel={t("revoke")} submitContext={role.where} look="secondary" small formId={`revoke-${role.role}-${role.scopeId}`} hidden={{ placeId, accountId: account.id, role: `${role.role}:${role.scopeId}` }} />
          ) : null}
        </div>
      ))}
      {open.length === 0 || account.disabled ? null : (
        <CommandForm action={actions.grant} submitLabel={t("grant")} look="secondary" formId="grant" hidden={{ placeId, accountId: account.id }}>
          <RoleSelect choices={open} />
        </CommandForm>
      )}
      {/* Just after a reset another suggestion beside the confirmation would be copied out in place of the password that was set. */}
      {account.disabled || done === "reset" ? null : (
        <>
          <Heading level={2}>{t("resetTitle")}</Heading>
          <p>{t("resetText")}</p>
          <CommandForm action={actions.resetPassword} submitLabel={t("reset")} look="secondary" formId="reset" hidden={shown}>
            <TextField name="password" label={fields("password")} hint={t("passwordHint", { min: passwordLength.min })} width="medium" sensitive defaultValue={suggested} />
          </CommandForm>
        </>
      )}
      <Heading level={2}>{t("closeTitle")}</Heading>
      <div className="btn-row">
        {account.seenAt === null ? null : <CommandForm action={actions.endSession} submitLabel={t("endSession")} look="secondary" formId="end" hidden={shown} />}
        {account.disabled ? (
          <CommandForm action={actions.enable} submitLabel={t("enable")} look="secondary" formId="enable" hidden={shown} />
        ) : (
          <CommandForm action={actions.disable} submitLabel={t("disable")} look="warning" formId="disable" hidden={shown} />
        )}
      </div>
    </>
  );
}
