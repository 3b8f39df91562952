import { useTranslations } from "next-intl";
import { EntryRows } from "#components/form/EntryRows.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { NumberField, TextAreaField } from "#components/form/TextFields.tsx";
import { subjects, type Subject } from "#lib/meeting/kinds.ts";
import type { ResolutionLine } from "#lib/meeting/queries.ts";

type ResolutionRowsProps = {
  readonly resolutions: readonly ResolutionLine[];
  /** What the first row is about, when the page was opened for that. */
  readonly first: Subject | null;
  readonly rows: number;
  readonly moreHref: string;
};

/** Resolutions put to the vote, one a row. What seats and method rest on stays the first resolution of its meeting. */
export function ResolutionRows({ resolutions, first, rows, moreHref }: ResolutionRowsProps) {
  const t = useTranslations("meeting.new");
  const form = useTranslations("meeting.form");
  const fields = useTranslations("fields");
  const choices = (fixed: boolean) => subjects.filter((subject) => (subject === "seatsAndMethod") === fixed).map((subject) => ({ value: subject, label: t(`subject.${subject}`) }));
  return (
    <EntryRows
      name="resolutions"
      legend={t("rows")}
      hint={`${t("rowsHint")} ${t("textHint")}`}
      rows={rows}
      more={{ href: moreHref, label: form("moreRows"), plain: form("moreRowsPlain") }}
      row={(index) => {
        const resolution = resolutions[index];
        const fixed = resolution?.subject === "seatsAndMethod";
        return (
          <>
            <SelectField name={`resolutions[${index}].subject`} label={fields("resolutions_subject")} choices={choices(fixed)} {...(fixed ? { emptyLabel: null } : {})} defaultValue={resolution?.subject ?? (index === 0 ? (first ?? "") : "")} />
            <TextAreaField name={`resolutions[${index}].text`} label={fields("resolutions_text")} optional rows={2} defaultValue={resolution?.text ?? ""} />
            <div className="field-row">
              <div className="meeting-cell meeting-groups">
                <NumberField name={`resolutions[${index}].groupNumber`} label={fields("resolutions_groupNumber")} defaultValue={resolution?.groupNumber ?? null} />
              </div>
              {(["yes", "no", "abstain"] as const).map((vote) => (
                <NumberField key={vote} name={`resolutions[${index}].${vote}`} label={fields(vote)} defaultValue={resolution?.[vote] ?? null} />
              ))}
            </div>
          </>
        );
      }}
    />
  );
}
