import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ButtonLink } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { TagState } from "#components/ui/Tag.tsx";
import { daysBetween } from "#lib/calendar/day.ts";
import { SOON_DAYS } from "#lib/calendar/standing.ts";
import { listHref } from "#lib/roll/list-search.ts";
import { nextOfRoll, type RollStep, type RollTodo } from "#lib/roll/next-step.ts";
import type { RollOverview } from "#lib/roll/queries.ts";

const pageOf: Readonly<Record<RollStep, string>> = {
  empty: "/import", waiting: "/import", doubles: "/duplicates", reports: "/houses/reports", faults: "/list?status=open", publish: "/publish", objections: "/objections", supplement: "/publish", done: "/published",
};

/** Only the chair posts a list: others are told to tell him. */
const chairs: ReadonlySet<RollStep> = new Set(["publish", "supplement"]);

type Props = { readonly electionId: string; readonly overview: RollOverview; readonly todo: RollTodo; readonly today: string; readonly may: { readonly write: boolean; readonly publish: boolean } };

/** The box on top of the roll: what comes next, and until when the list must be posted. */
export async function RollNext({ electionId, overview, todo, today, may }: Props) {
  const t = await getTranslations("roll");
  const { step, count } = nextOfRoll({ ...overview, ...todo });
  const mayGo = step === "done" || (chairs.has(step) ? may.publish : may.write);
  return (
    <DeadlineBox title={t(`next.${step}`)} state={stateOf(step, daysBetween(today, overview.deadline))} action={mayGo ? <ButtonLink href={`/desk/${electionId}/roll${pageOf[step]}`}>{t(`go.${step}`)}</ButtonLink> : undefined}>
      <p>{t(`nextExplain.${step}`, { count, total: count })}</p>
      {step === "publish" && may.write && overview.notListed.notStated > 0 ? (
        <p>
          {t("next.notStated", { count: overview.notListed.notStated })} <Link href={listHref(electionId, { status: "notStated" })}>{t("go.notStated")}</Link>
        </p>
      ) : null}
      {chairs.has(step) && may.write && !may.publish ? <p>{t("next.byChair")}</p> : null}
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
  if (step === "supplement" || step === "objections" || step === "doubles") return "due";
  if (daysLeft < 0) return "late";
  return daysLeft <= SOON_DAYS ? "due" : "now";
}
