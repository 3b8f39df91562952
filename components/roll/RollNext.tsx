import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { TagState } from "#components/ui/Tag.tsx";
import { daysBetween } from "#lib/calendar/day.ts";
import { SOON_DAYS } from "#lib/calendar/standing.ts";
import { nextOfRoll, type RollStep } from "#lib/roll/next-step.ts";
import type { RollOverview } from "#lib/roll/queries.ts";

const pageOf: Readonly<Record<RollStep, string>> = { empty: "/import", waiting: "/import", faults: "/list?status=open", publish: "/publish", supplement: "/publish", done: "/published" };

/** The box on top of the roll: what comes next, and until when the list must be posted. */
export async function RollNext({ electionId, overview, today, mayWrite }: { readonly electionId: string; readonly overview: RollOverview; readonly today: string; readonly mayWrite: boolean }) {
  const t = await getTranslations("roll");
  const { step, count } = nextOfRoll(overview);
  return (
    <DeadlineBox title={t(`next.${step}`)} state={stateOf(step, daysBetween(today, overview.deadline))} action={mayWrite || step === "done" ? <ButtonLink href={`/desk/${electionId}/roll${pageOf[step]}`}>{t(`go.${step}`)}</ButtonLink> : undefined}>
      <p>{t(`nextExplain.${step}`, { count, total: count })}</p>
      {overview.version === null ? (
        <p>
          {t.rich("deadline", { day: () => <Day day={overview.deadline} /> })}
          <strong>
            <DeadlineWords day={overview.deadline} today={today} />
          </strong>
        </p>
      ) : null}
    </DeadlineBox>
  );
}

function stateOf(step: RollStep, daysLeft: number): TagState {
  if (step === "done") return "done";
  if (step === "supplement") return "due";
  if (daysLeft < 0) return "late";
  return daysLeft <= SOON_DAYS ? "due" : "now";
}
