import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import type { GroupProgress } from "#lib/roll/houses/model.ts";

const counts = ["seen", "heard", "reported", "notReached", "open"] as const;

/** How far each group has been visited: households and people, and who was there when. */
export function GroupVisits({ electionId, groups }: { readonly electionId: string; readonly groups: readonly GroupProgress[] }) {
  const t = useTranslations("houses.table");
  const roll = useTranslations("roll.groups");
  const name = (group: number): string => (group === 0 ? roll("none") : roll("name", { number: group }));
  const people = (group: GroupProgress): string => counts.filter((key) => group[key] > 0).map((key) => t(`counts.${key}`, { count: group[key] })).join(t("and"));
  return (
    <DataTable
      caption={t("caption")}
      rows={groups}
      rowKey={(group) => String(group.groupNumber)}
      columns={[
        {
          key: "group", head: roll("group"), rowHeader: true,
          cell: (group) => <Link href={`/desk/${electionId}/roll/houses/${group.groupNumber}`} prefetch={false}>{t(group.done === group.houses ? "again" : "visit", { group: name(group.groupNumber) })}</Link>,
        },
        { key: "houses", head: t("houses"), numeric: true, cell: (group) => t("of", { done: group.done, houses: group.houses }) },
        { key: "people", head: t("people"), cell: people },
        { key: "visitors", head: t("visitors"), cell: (group) => group.visitors.map((one) => t("visitor", { name: one.name, day: one.day, people: one.people })).join(t("join")) },
      ]}
    />
  );
}
