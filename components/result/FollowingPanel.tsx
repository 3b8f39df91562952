import { useTranslations } from "next-intl";
import { VoteWords } from "#components/count/VoteHeading.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { ResultView } from "#lib/result/queries.ts";

type FollowingPanelProps = { readonly view: ResultView; readonly electionId: string; readonly may: boolean; readonly today: string; readonly action: FormAction };

/** The vote that follows: set up with its day, or already under way. */
export function FollowingPanel({ view, electionId, may, today, action }: FollowingPanelProps) {
  const t = useTranslations("result.following");
  if (view.following !== null) {
    return (
      <DeadlineBox title={<><VoteWords vote={view.following} /> · <Day day={view.following.heldOn} /></>} action={<ButtonLink href={`/desk/${electionId}/ballot`}>{t("toBallot")}</ButtonLink>}>
        {t("underWay")}
      </DeadlineBox>
    );
  }
  const { next } = view.outcome;
  if (next.kind === "meetingDecides") {
    return (
      <DeadlineBox title={t("title.meetingDecides")} {...(may ? { action: <ButtonLink href={`/desk/${electionId}/meetings/new?subject=leaveVacant`}>{t("toMeeting")}</ButtonLink> } : {})}>
        {t("explain.meetingDecides")}
      </DeadlineBox>
    );
  }
  if (next.kind !== "revote" && next.kind !== "runoff" && next.kind !== "newVote") return null;
  const limit = next.kind === "runoff" ? next.by : null;
  return (
    <section>
      <Heading level={2}>{t(`title.${next.kind}`)}</Heading>
      <p>{t(`explain.${next.kind}`)}</p>
      {may ? (
        <CommandForm action={action} submitLabel={t(`submit.${next.kind}`)} hidden={{ determinationId: view.id }} formId="following">
          <DateField name="pollingDay" label={t("day")} hint={limit === null ? t("dayHint") : t("dayLimit", { day: limit })} min={today} {...(limit === null ? {} : { max: limit })} />
        </CommandForm>
      ) : null}
    </section>
  );
}
