import { useTranslations } from "next-intl";
import Link from "next/link";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import type { AccountRole, AccountRow } from "#lib/access/queries.ts";

/** A role and where it is held, in words. */
export function RoleWords({ role }: { readonly role: AccountRole }) {
  const t = useTranslations("account.people");
  const words = useTranslations("roles");
  return <>{role.where === "" ? words(role.role) : t("roleWhere", { role: words(role.role), where: role.where })}</>;
}

/** Whether an account is open, waits for its first sign-in, or is closed; always in words. */
export function AccountState({ account }: { readonly account: AccountRow }) {
  const t = useTranslations("account.people.state");
  if (account.disabled) return <Tag state="blocked">{t("disabled")}</Tag>;
  if (account.mustChangePassword) return <Tag state="due">{t("handedOut")}</Tag>;
  return <Tag state="done">{t("open")}</Tag>;
}

/** The people of a place, each leading to the page of his account. */
export function AccountTable({ accounts, base }: { readonly accounts: readonly AccountRow[]; readonly base: string }) {
  const t = useTranslations("account.people");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={accounts}
      rowKey={(account) => account.id}
      empty={t("none")}
      columns={[
        { key: "name", head: t("name"), rowHeader: true, cell: (account) => <Link href={`${base}/${account.id}`} prefetch={false}>{account.name}</Link> },
        { key: "username", head: t("username"), cell: (account) => account.username },
        {
          key: "roles", head: t("roles"),
          cell: (account) => (
            <ul className="list-plain">
              {account.roles.map((role) => (
                <li key={`${role.role}:${role.scopeId}`}>
                  <RoleWords role={role} />
                </li>
              ))}
            </ul>
          ),
        },
        { key: "state", head: t("stateHead"), cell: (account) => <AccountState account={account} /> },
        { key: "seen", head: t("seen"), cell: (account) => (account.seenAt === null ? "—" : <Instant at={account.seenAt} />) },
      ]}
    />
  );
}
