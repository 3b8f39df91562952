import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PostedAlready } from "#components/committee/PostedAlready.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxField, RadioField } from "#components/form/ChoiceFields.tsx";
import { NumberField } from "#components/form/TextFields.tsx";
import { helpLaw } from "#components/meeting/help-law.ts";
import { MeetingFields } from "#components/meeting/MeetingFields.tsx";
import { MeetingHelper } from "#components/meeting/MeetingHelper.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { methods, seatMeetingKinds } from "#lib/committee/model.ts";
import { committeeView } from "#lib/committee/queries.ts";
import { meetingCase } from "#lib/meeting/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { decideSeatsAction } from "../actions.ts";

const contests = [
  { contest: "chair", seats: 1, margin: 1 },
  { contest: "viceChair", seats: 1, margin: 1 },
  { contest: "woman", seats: 0, margin: 1 },
  { contest: "member", seats: 3, margin: 1 },
] as const;

/** Seats of each office, margins, method: what the meeting decided. */
export default guardedPage("seats.write", electionPlace, async ({ db, params, now }) => {
  const view = await committeeView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("committee");
  const fields = await getTranslations("fields");
  const base = `/desk/${view.electionId}/committee`;
  if (view.issued.has("nominationMethod")) return <PostedAlready title={t("seats.title")} />;
  const about = await meetingCase(db, view.electionId, today(now));
  if (about === null) notFound();
  const votes = view.decidedBy?.resolutions[0];
  const { membersMin: min, membersMax: max } = view.law.values;
  const seatOf = (contest: string) => view.seats.find((seat) => seat.contest === contest);
  return (
    <>
      <Heading>{t("seats.title")}</Heading>
      <Lede>{t("seats.lede", { min, max })}</Lede>
      <CommandForm action={decideSeatsAction} hidden={{ electionId: view.electionId, version: String(view.version) }} submitLabel={t("seats.submit")} keep={`seats-${view.electionId}`} aside={<ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>}>
        <Heading level={2}>{t("record.meeting")}</Heading>
        <MeetingFields kinds={seatMeetingKinds} meeting={view.decidedBy?.record ?? null} last={about.last} known={about.known} law={about.law} today={today(now)} />
        <fieldset className="row-set">
          <legend className="field-label">{t("seats.votes")}</legend>
          <div className="field-row">
            <NumberField name="inFavour" label={fields("inFavour")} defaultValue={votes?.yes ?? null} />
            <NumberField name="against" label={fields("against")} defaultValue={votes?.no ?? 0} />
            <NumberField name="abstained" label={fields("abstained")} defaultValue={votes?.abstain ?? 0} />
          </div>
        </fieldset>
        <MeetingHelper law={helpLaw(about.law)} about="decision" />
        <Heading level={2}>{t("seats.offices")}</Heading>
        {contests.map(({ contest, seats, margin }) => (
          <fieldset key={contest} className="row-set">
            <legend className="field-label">{t(`contest.${contest}`)}</legend>
            <div className="field-row">
              <NumberField name={contest} label={fields("seats")} hint={t(`seats.hint.${contest}`)} defaultValue={view.seats.length === 0 ? seats : (seatOf(contest)?.seats ?? 0)} />
              <NumberField name={`${contest}Margin`} label={fields("margin")} hint={t("seats.marginHint")} defaultValue={seatOf(contest)?.margin ?? margin} />
            </div>
          </fieldset>
        ))}
        <Heading level={2}>{t("methodHead")}</Heading>
        <RadioField name="method" label={fields("method")} defaultValue={view.method ?? "candidates"} choices={methods.map((method) => ({ value: method, label: t(`method.${method}`), hint: t(`methodHint.${method}`) }))} />
        <CheckboxField name="roamingBoxes" label={t("seats.roaming")} hint={t("seats.roamingHint")} defaultChecked={view.roamingBoxes} />
      </CommandForm>
    </>
  );
});
