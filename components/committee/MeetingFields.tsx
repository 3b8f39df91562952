import { useTranslations } from "next-intl";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextAreaField, TextField } from "#components/form/TextFields.tsx";
import type { MeetingBasis, MeetingKind } from "#lib/committee/model.ts";
import type { MeetingLine } from "#lib/committee/queries.ts";

type MeetingFieldsProps = { readonly kinds: readonly MeetingKind[]; readonly bases: readonly MeetingBasis[]; readonly meeting: MeetingLine | null; readonly today: string };

/** Kind, day, place and attendance of a meeting. */
export function MeetingFields({ kinds, bases, meeting, today }: MeetingFieldsProps) {
  const t = useTranslations("committee.meeting");
  const fields = useTranslations("fields");
  return (
    <>
      <RadioField name="kind" label={fields("kind")} defaultValue={meeting?.kind ?? ""} choices={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), hint: t(`quorum.${kind}`) }))} />
      <div className="field-row">
        <DateField name="heldOn" label={fields("heldOn")} defaultValue={meeting?.heldOn ?? ""} max={today} />
        <TextField name="place" label={fields("place")} defaultValue={meeting?.place ?? ""} />
      </div>
      <RadioField name="basis" label={fields("basis")} defaultValue={meeting?.basis ?? ""} choices={bases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))} />
      <div className="field-row">
        <NumberField name="entitled" label={fields("entitled")} defaultValue={meeting?.entitled ?? null} />
        <NumberField name="present" label={fields("present")} defaultValue={meeting?.present ?? null} />
      </div>
      <TextAreaField name="minutes" label={fields("minutes")} optional rows={2} defaultValue={meeting?.minutes ?? ""} />
    </>
  );
}
