import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import type { PrimaryRoundFacts } from "#lib/nomination/primary-rules.ts";
import type { NominationView, NomineeLine } from "#lib/nomination/queries.ts";

type PrimaryRoundsProps = { readonly view: Pick<NominationView, "nominees" | "seats">; readonly rounds: readonly PrimaryRoundFacts[] };

/** The votings of a primary: who took part, and each nominee's votes by office. */
export async function PrimaryRounds({ view, rounds }: PrimaryRoundsProps) {
  const t = await getTranslations("nomination");
  const votesOf = (nominee: NomineeLine, round: PrimaryRoundFacts): number | undefined => round.votes.get(nominee.id);
  return (
    <section>
      <Heading level={2}>{t("primaryVotes")}</Heading>
      <ul className="list-disc ps-6">
        {rounds.map((round) => (
          <li key={round.number}>
            {t.rich(round.number === 1 ? "primaryRound" : "primaryRoundAgain", { day: () => <Day day={round.heldOn} />, number: round.number - 1, entitled: round.entitled, ballots: round.ballots, invalid: round.invalid })}
          </li>
        ))}
      </ul>
      {view.seats.map((seat) => {
        const stood = view.nominees.filter((nominee) => nominee.contest === seat.contest && rounds.some((round) => votesOf(nominee, round) !== undefined));
        if (stood.length === 0) return null;
        return (
          <DataTable
            key={seat.contest}
            caption={t("officeLine", { office: t(`contest.${seat.contest}`), seats: seat.seats, candidates: seat.seats + seat.margin })}
            rows={stood.toSorted((one, other) => rounds.reduce((order, round) => order || (votesOf(other, round) ?? -1) - (votesOf(one, round) ?? -1), 0))}
            rowKey={(nominee) => nominee.id}
            columns={[
              { key: "name", head: t("name"), rowHeader: true, cell: (nominee) => <PersonName name={nominee.person.name} /> },
              ...rounds.map((round) => ({
                key: `round-${round.number}`, head: round.number === 1 ? t("votes") : t("primaryAgainHead", { number: round.number - 1 }), numeric: true,
                cell: (nominee: NomineeLine) => {
                  const votes = votesOf(nominee, round);
                  return votes === undefined ? t("notVotedOn") : <Num value={votes} />;
                },
              })),
              { key: "state", head: t("stateHead"), cell: (nominee) => t(`state.${nominee.state}`) },
            ]}
          />
        );
      })}
    </section>
  );
}
