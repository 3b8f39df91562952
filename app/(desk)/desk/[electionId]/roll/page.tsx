import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { DoublesNotice } from "#components/roll/duplicates/DoublesNotice.tsx";
import { GroupTable } from "#components/roll/GroupTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { RollNext } from "#components/roll/RollNext.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { doublesOf } from "#lib/roll/duplicates/search.ts";
import { listHref } from "#lib/roll/list-search.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { rollTodo } from "#lib/roll/todo.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

const kinds = ["minor", "notStated", "notApproved", "deprived", "dead", "movedOut", "other"] as const;

/** The roll at a glance: what comes next, how many people in which standing, by group. */
export default guardedPage("election.read", electionPlace, async ({ db, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const overview = await rollOverview(db, electionId);
  const t = await getTranslations("roll");
  const write = may(actor.grants, "roll.write", place);
  const publish = may(actor.grants, "roll.publish", place);
  const people = (count: number): string => t("figures.people", { count });
  const posting = overview.version === null && overview.openFindings > 0 && publish;
  const notListed = (kind: (typeof kinds)[number]) =>
    write && (kind === "notStated" || kind === "notApproved") ? (
      <>
        {people(overview.notListed[kind])} <Link href={listHref(electionId, { status: kind })}>{t(`go.${kind}`)}</Link>
      </>
    ) : (
      people(overview.notListed[kind])
    );
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <RollNav electionId={electionId} current="overview" actor={actor} place={place} />
      <RollNext electionId={electionId} overview={overview} todo={await rollTodo(db, electionId)} today={dayOf(now)} may={{ write, publish }} />
      <DoublesNotice electionId={electionId} doubles={(await doublesOf(db, [electionId])).get(electionId)} may={write} />
      {posting ? (
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/roll/publish`} look="secondary">
            {t("go.publish")}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {overview.entries === 0 ? null : (
        <>
          <Heading level={2}>{t("figures.title")}</Heading>
          <SummaryList
            items={[
              ...(overview.registered === null ? [] : [{ key: "registered", label: t("figures.registered"), value: people(overview.registered) }]),
              { key: "listed", label: t("figures.listed"), value: people(overview.listed.total) },
              { key: "men", label: t("figures.men"), value: people(overview.listed.men) },
              { key: "women", label: t("figures.women"), value: people(overview.listed.women) },
              ...kinds.filter((kind) => overview.notListed[kind] > 0).map((kind) => ({ key: kind, label: t(`figures.${kind}`), value: notListed(kind) })),
              { key: "entries", label: t("figures.entries"), value: people(overview.entries) },
            ]}
          />
          <GroupTable groups={overview.groups} />
        </>
      )}
    </>
  );
});
