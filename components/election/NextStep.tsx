import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import type { PhaseProgress } from "#lib/election/progress.ts";

type NextStepProps = {
  readonly electionId: string;
  readonly next: PhaseProgress;
  readonly today: CivilDay;
  /** Whether the reader works at this desk; others see the step without its button. */
  readonly acts: boolean;
};

/** The box on top of the desk: what to do next, until when, and by which article. */
export function NextStep({ electionId, next, today, acts }: NextStepProps) {
  const t = useTranslations("desk");
  const { todo, deadline, state } = next;
  if (todo === null) return null;
  return (
    <DeadlineBox
      title={t("next", { what: t(`todo.${todo.code}`) })}
      state={state === "done" ? "now" : state}
      {...(acts ? { action: <ButtonLink href={`/desk/${electionId}/${todo.page}`}>{t(`go.${todo.page}`)}</ButtonLink> } : {})}
    >
      {deadline === null ? null : (
        <>
          <p>
            {t.rich(deadline.statutory ? `deadlines.${deadline.step}` : "deadlines.customary", { day: () => <Day day={deadline.day} /> })}
            {t("join")}
            <strong>
              <DeadlineWords day={deadline.day} today={today} />
            </strong>
            {t("stop")}
          </p>
          <CitationLine citation={deadline.citation} />
        </>
      )}
    </DeadlineBox>
  );
}
