import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "#components/ui/DataTable.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { PairState } from "#lib/roll/duplicates/model.ts";
import type { PairSide, PairView } from "#lib/roll/duplicates/queries.ts";

const stateOf: Readonly<Record<PairState, TagState>> = { open: "late", dropped: "due", settled: "done", apart: "done" };

/** Where a pair stands, in words; a likely pair that is open is only due. */
export async function PairStanding({ pair }: { readonly pair: PairView }) {
  const t = await getTranslations("duplicates");
  const likely = pair.kind !== "sameNumber";
  const answered = pair.state === "open" && pair.sides.some((side) => side.answered);
  return (
    <>
      <Tag state={likely && pair.state === "open" ? "due" : stateOf[pair.state]}>{t(likely && pair.state === "open" ? "states.likely" : `states.${pair.state}`)}</Tag>
      <span className="block text-muted">{answered ? t("halfApart", { village: pair.sides.find((side) => side.answered)?.village ?? "" }) : t(`kinds.${pair.kind}`)}</span>
    </>
  );
}

/** One side: name, sex and birth year, where he is registered. Nothing else of another village's roll. */
export async function PairSideWords({ side, township = false }: { readonly side: PairSide; readonly township?: boolean }) {
  const t = await getTranslations("duplicates");
  const r = await getTranslations("roll");
  return (
    <>
      <PersonName name={side.name} />
      {t("about", { sex: r(`sex.${side.sex}`), year: String(side.birthYear) })}
      <span className="block">{t(side.groupNumber === 0 ? "placeNoGroup" : "place", { village: township ? `${side.township} ${side.village}` : side.village, group: side.groupNumber })}</span>
      <span className="block text-muted">{t(side.leaving ? "leaving" : side.published ? "posted" : side.status === "listed" ? "registered" : "notRegistered")}</span>
    </>
  );
}

type PairTableProps = { readonly caption: string; readonly pairs: readonly PairView[]; readonly empty: string; readonly township?: boolean; readonly heads: readonly [string, string]; /** Address of the page on which a pair is settled. */ readonly hrefOf?: (pair: PairView) => string };

/** Pairs of entries of one person, side by side. */
export async function PairTable({ caption, pairs, empty, township = false, heads, hrefOf }: PairTableProps) {
  const t = await getTranslations("duplicates");
  const words = (side: PairSide): ReactNode => <PairSideWords side={side} township={township} />;
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={pairs}
      rowKey={(pair) => `${pair.sides[0].entryId} ${pair.sides[1].entryId}`}
      empty={empty}
      columns={[
        { key: "first", head: heads[0], rowHeader: true, cell: (pair) => words(pair.sides[0]) },
        { key: "second", head: heads[1], cell: (pair) => words(pair.sides[1]) },
        { key: "state", head: t("head.state"), cell: (pair) => <PairStanding pair={pair} /> },
        ...(hrefOf === undefined
          ? []
          : [{ key: "go", head: t("head.go"), cell: (pair: PairView) => (
              <Link href={hrefOf(pair)} prefetch={false}>
                {t(pair.state === "open" || pair.state === "dropped" ? "settle" : "look")}
                <span className="sr-only">{pair.sides[0].name}</span>
              </Link>
            ) }]),
      ]}
    />
  );
}
