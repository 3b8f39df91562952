import Link from "next/link";
import { useTranslations } from "next-intl";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { TaskList, type Task } from "#components/ui/TaskList.tsx";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import { daysBetween } from "#lib/calendar/day.ts";
import type { Phase } from "#lib/election/model.ts";
import type { PhaseProgress } from "#lib/election/progress.ts";

type PhaseTasksProps = {
  readonly electionId: string;
  readonly phases: readonly PhaseProgress[];
  readonly today: CivilDay;
  /** Phases whose pages the reader may open. */
  readonly open: readonly Phase[];
};

/** The five phases: state in a word, figures and what is left to do, deadline in words. */
export function PhaseTasks({ electionId, phases, today, open }: PhaseTasksProps) {
  const t = useTranslations("desk");
  return <TaskList caption={t("tasks")} tasks={phases.map((phase) => taskOf(phase, electionId, open.includes(phase.phase) ? `/desk/${electionId}/${phase.phase}` : null, today, t))} />;
}

type Translator = ReturnType<typeof useTranslations<"desk">>;

function taskOf(progress: PhaseProgress, electionId: string, href: string | null, today: CivilDay, t: Translator): Task {
  const { phase, state, deadline } = progress;
  const locked = progress.blockedBy !== null && progress.figures === null;
  return {
    id: phase,
    title: t(`phases.${phase}`),
    ...(locked || href === null ? {} : { href }),
    state,
    ...(state === "due" && deadline !== null ? { stateWord: dueWord(daysBetween(today, deadline.day), t) } : {}),
    todo: <TodoWords progress={progress} electionId={electionId} />,
    deadline: deadline === null ? undefined : <DeadlineCell progress={progress} today={today} />,
  };
}

function dueWord(days: number, t: Translator): string {
  if (days < 0) return t("pressing");
  return days === 0 ? t("dueToday") : t("dueIn", { days });
}

/** Figures first, then what blocks the phase, else its next step; to a block the way to its guard. */
function TodoWords({ progress, electionId }: { readonly progress: PhaseProgress; readonly electionId: string }) {
  const t = useTranslations("desk");
  const { figures, todo, blockedBy } = progress;
  const words = [
    figures === null ? null : t(`words.${figures.code}`, figures.params),
    blockedBy === null ? null : t(`blocks.${blockedBy}`),
    blockedBy !== null || todo === null ? null : t(`todo.${todo.code}`),
  ].filter((one) => one !== null);
  if (blockedBy === null) return <>{words.join(t("join"))}</>;
  return (
    <>
      {words.join(t("join"))}{" "}
      <Link href={`/desk/${electionId}/guards/${progress.phase}`} prefetch={false}>
        {t("why")}
        <span className="sr-only">{t(`phases.${progress.phase}`)}</span>
      </Link>
    </>
  );
}

function DeadlineCell({ progress, today }: { readonly progress: PhaseProgress; readonly today: CivilDay }) {
  const t = useTranslations("desk");
  const { deadline, state } = progress;
  if (deadline === null) return null;
  return (
    <>
      {t.rich(deadline.statutory ? `deadlines.${deadline.step}` : "deadlines.customary", { day: () => <Day day={deadline.day} style="short" /> })}
      {state === "done" ? null : (
        <>
          {t("join")}
          <DeadlineWords day={deadline.day} today={today} />
        </>
      )}
    </>
  );
}
