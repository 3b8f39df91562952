import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { NomineeState } from "#lib/nomination/model.ts";
import type { NomineeLine } from "#lib/nomination/queries.ts";

const look: Readonly<Record<NomineeState, TagState>> = { nominated: "now", withdrawn: "plain", barred: "late", candidate: "done", notSelected: "plain" };

type NomineeTableProps = { readonly caption: string; readonly nominees: readonly NomineeLine[]; readonly hrefOf: ((nominee: NomineeLine) => string) | null };

/** The nominees of one office, most votes first, with vetting and standing in words. */
export function NomineeTable({ caption, nominees, hrefOf }: NomineeTableProps) {
  const t = useTranslations("nomination");
  return (
    <DataTable
      caption={caption}
      rows={nominees}
      rowKey={(nominee) => nominee.id}
      empty={t("none")}
      columns={[
        { key: "name", head: t("name"), rowHeader: true, cell: (nominee) => (hrefOf === null ? <PersonName name={nominee.person.name} /> : <Link href={hrefOf(nominee)} prefetch={false}><PersonName name={nominee.person.name} /></Link>) },
        { key: "who", head: t("who"), cell: (nominee) => t("whoValue", { group: nominee.person.groupNumber, sex: t(nominee.person.sex), year: String(nominee.person.birthYear) }) },
        { key: "source", head: t("sourceHead"), cell: (nominee) => (nominee.nominators === null ? t(`source.${nominee.source}`) : t("jointBy", { people: nominee.nominators })) },
        { key: "votes", head: t("votes"), numeric: true, cell: (nominee) => <Num value={nominee.votes} /> },
        { key: "consent", head: t("consentHead"), cell: (nominee) => t(nominee.consent === null ? "consentOpen" : nominee.consent.given ? "consentGiven" : "consentRefused") },
        { key: "vetting", head: t("vettingHead"), cell: (nominee) => (nominee.vetting === null ? t("notVetted") : nominee.vetting.bars.length === 0 ? t("clear") : hrefOf === null ? t("state.barred") : t("barsFound", { count: nominee.vetting.bars.length })) },
        { key: "state", head: t("stateHead"), cell: (nominee) => <Tag state={look[nominee.state]}>{t(`state.${nominee.state}`)}</Tag> },
      ]}
    />
  );
}
