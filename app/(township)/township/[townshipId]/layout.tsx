import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TownshipNav } from "#components/township/TownshipNav.tsx";
import { Shell } from "#components/shell/Shell.tsx";
import { may } from "#lib/access/permissions.ts";
import { placeOfTownship } from "#lib/access/place.ts";
import { roleAt } from "#lib/access/roles-at.ts";
import { database } from "#lib/database/client.ts";
import { townshipHead } from "#lib/township/queries.ts";
import { currentActor } from "#lib/web/actor.ts";
import { signOutAction } from "../../../(account)/actions.ts";

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly townshipId: string }> };

/** Frame of a township's pages. Says whose they are only to those who may read them; each page decides for itself as well. */
export default async function TownshipLayout({ children, params }: Props) {
  const { townshipId } = await params;
  const actor = await currentActor();
  const db = database();
  const place = actor === null ? null : await placeOfTownship(db, townshipId);
  if (actor === null || place === null || !may(actor.grants, "township.read", place)) return <Shell variant="account">{children}</Shell>;
  const head = await townshipHead(db, townshipId);
  if (head === null) return <Shell variant="account">{children}</Shell>;
  const t = await getTranslations("township");
  const roles = await getTranslations("roles");
  const base = `/township/${townshipId}`;
  const sections = [
    { href: base, label: t("nav.home"), open: true },
    { href: `${base}/notices`, label: t("nav.notices"), open: true },
    { href: `${base}/today`, label: t("nav.today"), open: true },
    { href: `${base}/plan`, label: t("nav.plan"), open: true },
    { href: `${base}/duplicates`, label: t("nav.duplicates"), open: may(actor.grants, "duplicates.read", place) },
    { href: `${base}/villages`, label: t("nav.villages"), open: may(actor.grants, "village.write", place) },
    { href: `${base}/elections/new`, label: t("nav.newElections"), open: may(actor.grants, "election.open", place) },
    { href: `${base}/drives/new`, label: t("nav.newDrive"), open: may(actor.grants, "drive.open", place) },
    { href: `${base}/people`, label: t("nav.people"), open: may(actor.grants, "account.manageTownship", place) },
  ].filter((item) => item.open);
  return (
    <Shell
      variant="township"
      context={t("context", { county: head.county, township: head.name })}
      homeHref="/home"
      user={{ name: actor.name, role: roles(roleAt(actor.grants, place) ?? "none") }}
      signOut={{ action: signOutAction }}
      demo={head.demo}
      fingerprint={head.fingerprint}
    >
      <TownshipNav label={t("nav.label")} items={sections.map(({ href, label }) => ({ href, label }))} />
      {children}
    </Shell>
  );
}
