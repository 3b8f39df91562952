"use client";

import { useTranslations } from "next-intl";
import { useSelectedLayoutSegments } from "next/navigation";
import { Breadcrumb, type Crumb } from "#components/shell/Breadcrumb.tsx";

/** The way from the desk's home to this page, as far as its rooms have names. Nothing on the home itself. */
export function DeskCrumbs({ electionId }: { readonly electionId: string }) {
  const t = useTranslations("desk.rooms");
  const segments = useSelectedLayoutSegments();
  const [room, ...rest] = segments;
  if (room === undefined || !t.has(room)) return null;
  const home = `/desk/${electionId}`;
  const crumbs: readonly Crumb[] = [{ label: t("home"), href: home }, rest.length === 0 ? { label: t(room) } : { label: t(room), href: `${home}/${room}` }];
  return <Breadcrumb crumbs={crumbs} />;
}
