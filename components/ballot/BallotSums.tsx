import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { ballotSums, type StationLine, type VoteOverview } from "#lib/ballot/queries.ts";
import { leastMajority, moreThanHalf } from "#lib/law/thresholds.ts";
import { accountState } from "./sums.ts";

type BallotSumsProps = { readonly vote: VoteOverview; readonly accountHref: ((stationId: string) => string) | null };

/** Ballots printed, received, issued, spoiled, left and returned, by station, and whether they agree. */
export function BallotSums({ vote, accountHref }: BallotSumsProps) {
  const t = useTranslations("ballot.sums");
  const sums = ballotSums(vote.stations);
  const cell = (value: number | null | undefined) => (value == null ? "" : <Num value={value} />);
  return (
    <>
      <p>{t("printed", { printed: vote.printed, received: sums.received, rest: vote.printed - sums.received })}</p>
      <DataTable
        caption={t("caption")}
        rows={vote.stations}
        rowKey={(station) => station.id}
        columns={[
          { key: "station", head: t("station"), rowHeader: true, cell: (station) => station.name },
          { key: "received", head: t("received"), numeric: true, cell: (station) => cell(station.account?.received) },
          { key: "issued", head: t("issued"), numeric: true, cell: (station) => cell(station.account?.issued) },
          { key: "spoiled", head: t("spoiled"), numeric: true, cell: (station) => cell(station.account?.spoiled) },
          { key: "left", head: t("left"), numeric: true, cell: (station) => cell(station.account?.left) },
          { key: "returned", head: t("returned"), numeric: true, cell: (station) => cell(station.account?.returned) },
          { key: "state", head: t("state"), cell: (station) => <AccountTag station={station} /> },
          ...(accountHref === null
            ? []
            : [{ key: "account", head: t("account"), cell: (station: StationLine) => (station.account === null ? "" : <Link href={accountHref(station.id)} prefetch={false}>{t(station.account.issued === null ? "report" : "correct")}<span className="sr-only">{station.name}</span></Link>) }]),
        ]}
        totals={{ station: t("total"), received: cell(sums.received), issued: cell(sums.issued), spoiled: cell(sums.spoiled), left: cell(sums.left), returned: cell(sums.returned), state: <TotalWords vote={vote} /> }}
      />
    </>
  );
}

function AccountTag({ station }: { readonly station: StationLine }) {
  const t = useTranslations("ballot.sums");
  const state = accountState(station.account);
  switch (state.kind) {
    case "none":
      return <Tag state="blocked">{t("none")}</Tag>;
    case "open":
      return <Tag state="now">{t("open")}</Tag>;
    case "agrees":
      return <Tag state="done">{t("agrees")}</Tag>;
    case "differs":
      return <Tag state="late">{t("differs", { by: Math.abs(state.by) })}</Tag>;
  }
}

/** Whether all stations' ballots agree with what they received. */
function TotalWords({ vote }: { readonly vote: VoteOverview }) {
  const t = useTranslations("ballot.sums");
  const states = vote.stations.map((station) => accountState(station.account).kind);
  if (states.includes("differs")) return <>{t("totalDiffers")}</>;
  const waiting = states.filter((kind) => kind !== "agrees").length;
  return <>{waiting === 0 ? t("totalAgrees") : t("totalWaiting", { waiting })}</>;
}

/** How many ballots must come back for the vote to be valid, how many have, and how that compares with what was issued. */
export function TurnoutWords({ vote }: { readonly vote: Pick<VoteOverview, "stations" | "registered"> }) {
  const t = useTranslations("ballot.turnout");
  const { returned, issued } = ballotSums(vote.stations);
  const needed = leastMajority(vote.registered);
  if (vote.registered === 0) return null;
  if (returned === null || issued === null || vote.stations.every((station) => station.account === null)) return <p>{t("needed", { needed, registered: vote.registered })}</p>;
  const gap = issued - returned;
  return (
    <>
      <p>
        <strong>{t(moreThanHalf(returned, vote.registered) ? "reached" : "notReached", { needed, returned, registered: vote.registered })}</strong>
      </p>
      <p>{gap === 0 ? t("allBack", { returned }) : t(gap > 0 ? "fewerBack" : "moreBack", { issued, returned, gap: Math.abs(gap) })}</p>
    </>
  );
}
