import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskCrumbs } from "#components/election/DeskCrumbs.tsx";
import { Shell } from "#components/shell/Shell.tsx";
import { may } from "#lib/access/permissions.ts";
import { placeOfElection } from "#lib/access/place.ts";
import { roleAt } from "#lib/access/roles-at.ts";
import { database } from "#lib/database/client.ts";
import { deskHead } from "#lib/election/queries.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { termText } from "#lib/i18n/term.ts";
import { currentActor } from "#lib/web/actor.ts";
import { signOutAction } from "../../../(account)/actions.ts";

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly electionId: string }> };

/** Frame of an election's desk. Says whose it is only to those who may read it; each page decides for itself as well. */
export default async function DeskLayout({ children, params }: Props) {
  const { electionId } = await params;
  const actor = await currentActor();
  const db = database();
  const place = actor === null ? null : await placeOfElection(db, electionId);
  if (actor === null || place === null || !may(actor.grants, "election.read", place)) return <Shell variant="account">{children}</Shell>;
  const head = await deskHead(db, electionId);
  if (head === null) return <Shell variant="account">{children}</Shell>;
  const t = await getTranslations("desk");
  const roles = await getTranslations("roles");
  return (
    <Shell
      variant="desk"
      context={t("context", { village: head.village, term: termText(head.term, localeOf(await getLocale())) })}
      homeHref="/home"
      user={{ name: actor.name, role: roles(roleAt(actor.grants, place) ?? "none") }}
      signOut={{ action: signOutAction }}
      demo={head.demo}
      fingerprint={head.fingerprint}
    >
      <DeskCrumbs electionId={electionId} />
      {children}
    </Shell>
  );
}
