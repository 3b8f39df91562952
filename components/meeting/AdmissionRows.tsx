import { useTranslations } from "next-intl";
import { EntryRows } from "#components/form/EntryRows.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import type { AdmissionLine } from "#lib/meeting/queries.ts";
import type { Waiting } from "#lib/roll/entry/admission.ts";
import type { ApplicationGround } from "#lib/roll/entry/evidence.ts";

type AdmissionRowsProps = {
  readonly waiting: readonly Waiting[];
  readonly grounds: readonly ApplicationGround[];
  readonly people: readonly Partial<AdmissionLine>[];
  readonly rows: number;
  readonly moreHref: string;
};

/** People of the third category whom the meeting decides on, with what each bases his application on. */
export function AdmissionRows({ waiting, grounds, people, rows, moreHref }: AdmissionRowsProps) {
  const t = useTranslations("meeting.new");
  const form = useTranslations("meeting.form");
  const fields = useTranslations("fields");
  if (waiting.length === 0) return <p className="muted">{t("admissionsNone")}</p>;
  const choices = waiting.map(({ id, name, groupNumber, birthYear }) => ({ value: id, label: t("person", { name, group: groupNumber, birthYear: String(birthYear) }) }));
  return (
    <EntryRows
      name="admissions"
      legend={t("admissions")}
      hint={t("admissionsHint")}
      rows={rows}
      more={{ href: moreHref, label: form("moreRows"), plain: form("moreRowsPlain") }}
      row={(index) => (
        <>
          <SelectField name={`admissions[${index}].entryId`} label={fields("entryId")} choices={choices} defaultValue={people[index]?.entryId ?? ""} />
          <SelectField name={`admissions[${index}].ground`} label={fields("ground")} choices={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))} emptyLabel={null} defaultValue={people[index]?.ground ?? "lived"} />
          <DateField name={`admissions[${index}].since`} label={fields("since")} defaultValue={people[index]?.since ?? ""} />
          <DateField name={`admissions[${index}].appliedOn`} label={fields("appliedOn")} defaultValue={people[index]?.appliedOn ?? ""} />
        </>
      )}
    />
  );
}
