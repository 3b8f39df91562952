"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSelectedLayoutSegments } from "next/navigation";
import { Breadcrumb, type Crumb } from "#components/shell/Breadcrumb.tsx";
import type { Phase } from "#lib/election/model.ts";

/** The way from the desk's home to this page, as far as its rooms have names. Nothing on the home itself. */
export function DeskCrumbs({ electionId }: { readonly electionId: string }) {
  const t = useTranslations("desk.rooms");
  const segments = useSelectedLayoutSegments();
  const [room, ...rest] = segments;
  if (room === undefined || !t.has(room)) return null;
  const home = `/desk/${electionId}`;
  const crumbs: readonly Crumb[] = [{ label: t("home"), href: home }, rest.length === 0 ? { label: t(room) } : { label: t(room), href: `${home}/${room}` }];
  const guarded = rest.length === 0 ? guardOf[room] : undefined;
  return (
    <>
      <Breadcrumb crumbs={crumbs} />
      {guarded === undefined ? null : (
        <p className="no-print">
          <Link href={`${home}/guards/${guarded}`} prefetch={false}>{t("guardOfRoom")}</Link>
        </p>
      )}
    </>
  );
}

/** The guard of a room's phase, linked from the room's first page. */
const guardOf: Readonly<Record<string, Phase>> = { committee: "committee", roll: "roll", nomination: "nomination", ballot: "ballot", count: "count", result: "count" };
