import { useTranslations } from "next-intl";
import { EntryRows } from "#components/form/EntryRows.tsx";
import { NumberField } from "#components/form/TextFields.tsx";
import type { GroupFigures, KnownPeople } from "#lib/meeting/rules.ts";

type GroupRowsProps = { readonly groups: readonly GroupFigures[]; readonly known: KnownPeople | null; readonly rows: number; readonly moreHref: string };

/** Each group's own meeting, one a row; a group without those present is passed over. */
export function GroupRows({ groups, known, rows, moreHref }: GroupRowsProps) {
  const t = useTranslations("meeting.form");
  const fields = useTranslations("fields");
  return (
    <div className="meeting-groups">
      <EntryRows
        name="groups"
        legend={t("groups")}
        hint={t("groupsHint")}
        rows={rows}
        more={{ href: moreHref, label: t("moreRows"), plain: t("moreRowsPlain") }}
        row={(index) => (
          <>
            <NumberField name={`groups[${index}].groupNumber`} label={fields("groups_groupNumber")} defaultValue={groups[index]?.groupNumber ?? known?.groups[index]?.groupNumber ?? index + 1} />
            <NumberField name={`groups[${index}].entitled`} label={fields("groups_entitled")} defaultValue={groups[index]?.entitled ?? null} />
            <NumberField name={`groups[${index}].present`} label={fields("groups_present")} defaultValue={groups[index]?.present ?? null} />
          </>
        )}
      />
    </div>
  );
}
