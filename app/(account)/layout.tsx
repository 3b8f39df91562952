import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "#components/shell/Shell.tsx";
import { roles } from "#lib/access/permissions.ts";
import { currentActor } from "#lib/web/actor.ts";
import { signOutAction } from "./actions.ts";

/** Frame of the pages about oneself and about accounts. */
export default async function AccountLayout({ children }: { readonly children: ReactNode }) {
  const actor = await currentActor();
  if (actor === null) return <Shell variant="account">{children}</Shell>;
  const t = await getTranslations("roles");
  const role = roles.find((one) => actor.grants.some((grant) => grant.role === one));
  return (
    <Shell variant="account" homeHref="/home" user={{ name: actor.name, role: role === undefined ? t("none") : t(role) }} signOut={{ action: signOutAction }}>
      {children}
    </Shell>
  );
}
