import { useTranslations } from "next-intl";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextAreaField, TextField } from "#components/form/TextFields.tsx";
import type { Law } from "#lib/law/law.ts";
import { callers, type MeetingKind } from "#lib/meeting/kinds.ts";
import type { KnownPeople, MeetingRecord } from "#lib/meeting/rules.ts";
import { helpLaw } from "./help-law.ts";
import { GroupRows } from "./GroupRows.tsx";
import { MeetingHelper } from "./MeetingHelper.tsx";
import "./meeting.css";

export type MeetingFieldsProps = {
  readonly kinds: readonly MeetingKind[];
  /** The record whose figures are shown again: the one that stands, or that is corrected. */
  readonly meeting: MeetingRecord | null;
  /** The last meeting of each kind: its composition is offered where nothing is recorded yet. */
  readonly last: ReadonlyMap<MeetingKind, MeetingRecord>;
  readonly known: KnownPeople | null;
  readonly law: Law;
  readonly today: string;
  /** Rows for groups, and where more of them come from; only where group meetings may decide. */
  readonly groupRows?: { readonly rows: number; readonly moreHref: string };
};

/** What every record of a meeting asks; only what the chosen kind needs is shown. */
export function MeetingFields({ kinds, meeting, last, known, law, today, groupRows }: MeetingFieldsProps) {
  const t = useTranslations("meeting.form");
  const fields = useTranslations("fields");
  const help = helpLaw(law);
  const composed = meeting ?? last.get("representatives") ?? null;
  return (
    <>
      <RadioField name="kind" label={fields("kind")} defaultValue={meeting?.kind ?? ""} choices={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), hint: t(`quorum.${kind}`) }))} />
      <div className="field-row">
        <DateField name="heldOn" label={fields("heldOn")} defaultValue={meeting?.heldOn ?? ""} max={today} />
        <TextField name="place" label={fields("place")} defaultValue={meeting?.place ?? ""} />
      </div>
      <div className="meeting-counted">
        <RadioField name="basis" label={fields("basis")} defaultValue={meeting?.basis ?? ""} choices={(["persons", "households"] as const).map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))} />
      </div>
      <KnownWords known={known} />
      <div className="meeting-sum field-row">
        <NumberField name="entitled" label={fields("entitled")} hint={t("entitledHint")} defaultValue={meeting?.kind === "groups" ? null : (meeting?.entitled ?? null)} />
        <NumberField name="present" label={fields("present")} hint={t("presentHint")} defaultValue={meeting?.kind === "groups" ? null : (meeting?.present ?? null)} />
      </div>
      <div className="meeting-composed field-row">
        <NumberField name="representatives" label={fields("representatives")} hint={t("representativesHint")} defaultValue={composed?.representatives ?? null} />
        <NumberField name="womenRepresentatives" label={fields("womenRepresentatives")} hint={t("womenHint")} defaultValue={composed?.womenRepresentatives ?? null} />
      </div>
      {groupRows === undefined ? null : <GroupRows groups={meeting?.groups ?? []} known={known} {...groupRows} />}
      <MeetingHelper law={help} about="attendance" known={known} />
      <RadioField name="calledBy" label={fields("calledBy")} defaultValue={meeting?.calledBy ?? "villagersCommittee"} choices={callers.map((caller) => ({ value: caller, label: t(`calledBy.${caller}`) }))} />
      <div className="meeting-asked field-row">
        <NumberField name="requestedBy" label={fields("requestedBy")} defaultValue={meeting?.requestedBy ?? null} />
        <NumberField name="requestBase" label={fields("requestBase")} hint={t("requestBaseHint")} defaultValue={meeting?.requestBase ?? null} />
      </div>
      <DateField name="noticeOn" label={fields("noticeOn")} hint={help.notice.representatives === null ? t("noticeHint", { days: help.notice.assembly?.days ?? 0 }) : t("noticeHintBoth", { days: help.notice.assembly?.days ?? 0, representatives: help.notice.representatives.days })} defaultValue={meeting?.noticeOn ?? ""} max={today} />
      <div className="field-row">
        <TextField name="presidedBy" label={fields("presidedBy")} defaultValue={meeting?.presidedBy ?? ""} width="medium" />
        <TextField name="recordedBy" label={fields("recordedBy")} defaultValue={meeting?.recordedBy ?? ""} width="medium" />
      </div>
      <TextAreaField name="minutes" label={fields("minutes")} hint={t("minutesHint")} optional rows={3} defaultValue={meeting?.minutes ?? ""} />
    </>
  );
}

/** Whom the roll knows, so that the number entitled need not be guessed; shown only while persons or households count. */
function KnownWords({ known }: { readonly known: KnownPeople | null }) {
  const t = useTranslations("meeting.form");
  return <p className="meeting-counted field-hint">{known === null ? t("knownNone") : t("known", { adults: known.adults, households: known.households })}</p>;
}
