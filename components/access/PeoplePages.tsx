import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { suggestPassword } from "#lib/access/password.ts";
import { accountsAt, roleChoicesAt } from "#lib/access/queries.ts";
import type { PageContext } from "#lib/web/page.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { AccountDetail, type AccountActions } from "./AccountDetail.tsx";
import { AccountTable } from "./AccountTable.tsx";
import { NewAccount } from "./NewAccount.tsx";

/** Where people are managed: the row's id, and the address of the list. */
type Managed = { readonly placeId: string; readonly base: string; readonly title: string; readonly lede: string };

/** The list of a place's people. */
export async function peopleList({ db, place, search }: PageContext, managed: Managed) {
  const t = await getTranslations("account.people");
  const accounts = await accountsAt(db, place);
  return (
    <>
      <Heading>{managed.title}</Heading>
      <Lede>{managed.lede}</Lede>
      {search["done"] === "created" ? <Notice title={t("done.created")} state="done" announce /> : null}
      <AccountTable accounts={accounts} base={managed.base} />
      <p>
        <ButtonLink href={`${managed.base}/new`}>{t("newTitle")}</ButtonLink>
      </p>
    </>
  );
}

/** The form for one more account. */
export async function newPerson({ db, place, actor }: PageContext, placeId: string, action: FormAction) {
  const t = await getTranslations("account.people");
  const choices = await roleChoicesAt(db, place, actor.grants);
  return (
    <>
      <Heading>{t("newTitle")}</Heading>
      {choices.length === 0 ? <p>{t("nothingToGive")}</p> : <NewAccount action={action} placeId={placeId} choices={choices} suggested={suggestPassword()} />}
    </>
  );
}

/** One account of a place; others answer like missing ones. */
export async function onePerson({ db, place, actor, params, search }: PageContext, placeId: string, actions: AccountActions) {
  const accountId = params["accountId"] ?? "";
  const [[account], choices] = await Promise.all([accountsAt(db, place, accountId), roleChoicesAt(db, place, actor.grants)]);
  if (account === undefined) return notFound();
  const done = search["done"];
  return (
    <AccountDetail
      account={account}
      placeId={placeId}
      choices={choices}
      actions={actions}
      own={account.id === actor.accountId}
      suggested={suggestPassword()}
      done={typeof done === "string" ? done : null}
    />
  );
}
