import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HouseVisits } from "#components/roll/houses/HouseVisits.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { housesOfGroup } from "#lib/roll/houses/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** A group's households one at a time, made for a phone at the door; loaded at once, so that walking on needs no connection. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, actor, now }) => {
  const electionId = params["electionId"] ?? "";
  const group = /^\d{1,3}$/u.test(params["group"] ?? "") ? Number(params["group"]) : null;
  const houses = group === null ? [] : await housesOfGroup(db, electionId, group);
  if (group === null || houses.length === 0) notFound();
  const t = await getTranslations("houses");
  const roll = await getTranslations("roll.groups");
  return (
    <>
      <Heading>{t("groupTitle", { group: group === 0 ? roll("none") : roll("name", { number: group }) })}</Heading>
      <p className="no-print">
        <Link href={`/desk/${electionId}/roll/houses`} prefetch={false}>
          {t("back")}
        </Link>
      </p>
      <HouseVisits electionId={electionId} accountId={actor.accountId} houses={houses} serverNow={now.getTime()} />
    </>
  );
});
