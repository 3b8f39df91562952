import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Shell } from "#components/shell/Shell.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { publicTownship } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** A township's villages: election day, how far away, notices so far. */
export default publicPage(async ({ db, params, now }) => {
  const township = await publicTownship(db, params["townshipId"] ?? "");
  if (township === null) notFound();
  const t = await getTranslations("observer");
  return (
    <Shell variant="public" breadcrumb={[{ label: t("townships"), href: "/" }, { label: township.name }]}>
      <Heading>{township.name}</Heading>
      <Lede>{township.county}</Lede>
      {township.drives.map((drive) => (
        <DataTable
          key={drive.id}
          caption={drive.name}
          rows={drive.elections}
          rowKey={(election) => election.id}
          columns={[
            {
              key: "village",
              head: t("village"),
              rowHeader: true,
              cell: (election) => (
                <Link href={`/v/${election.id}`} prefetch={false}>
                  {election.village}
                </Link>
              ),
            },
            { key: "day", head: t("electionDay"), cell: (election) => <Day day={election.electionDay} /> },
            { key: "left", head: t("howFar"), cell: (election) => <DeadlineWords day={election.electionDay} today={today(now)} /> },
            { key: "notices", head: t("notices"), numeric: true, cell: (election) => election.notices },
          ]}
        />
      ))}
    </Shell>
  );
});
