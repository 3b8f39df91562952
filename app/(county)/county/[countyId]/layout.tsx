import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "#components/shell/Shell.tsx";
import { TownshipNav } from "#components/township/TownshipNav.tsx";
import { may } from "#lib/access/permissions.ts";
import { placeOfCounty } from "#lib/access/place.ts";
import { roleAt } from "#lib/access/roles-at.ts";
import { database } from "#lib/database/client.ts";
import { headOf } from "#lib/ledger/queries.ts";
import { currentActor } from "#lib/web/actor.ts";
import { signOutAction } from "../../../(account)/actions.ts";

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly countyId: string }> };

/** Frame of a county's pages. Says whose they are only to those who may read them; each page decides for itself as well. */
export default async function CountyLayout({ children, params }: Props) {
  const { countyId } = await params;
  const actor = await currentActor();
  const db = database();
  const place = actor === null ? null : await placeOfCounty(db, countyId);
  if (actor === null || place === null || !may(actor.grants, "pack.read", place)) return <Shell variant="account">{children}</Shell>;
  const [county, head] = await Promise.all([db.county.findUniqueOrThrow({ where: { id: countyId }, select: { name: true } }), headOf(db, { kind: "county", id: countyId })]);
  const t = await getTranslations("county");
  const roles = await getTranslations("roles");
  const base = `/county/${countyId}`;
  const items = [
    { href: base, label: t("nav.packs") },
    ...(may(actor.grants, "duplicates.read", place) ? [{ href: `${base}/duplicates`, label: t("nav.duplicates") }] : []),
    ...(may(actor.grants, "holidays.write", place) ? [{ href: `${base}/holidays`, label: t("nav.holidays") }] : []),
    ...(may(actor.grants, "pack.import", place) ? [{ href: `${base}/packs/new`, label: t("nav.import") }] : []),
  ];
  return (
    <Shell variant="township" context={county.name} homeHref="/home" user={{ name: actor.name, role: roles(roleAt(actor.grants, place) ?? "none") }} signOut={{ action: signOutAction }} fingerprint={head?.fingerprint ?? null}>
      <TownshipNav label={t("nav.label")} items={items} />
      {children}
    </Shell>
  );
}
