import { getTranslations } from "next-intl/server";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { Task } from "#components/ui/TaskList.tsx";
import type { BallotNotice, IssuedNotice } from "#lib/ballot/posted.ts";
import type { BallotStep, StepProgress } from "#lib/ballot/steps.ts";

/** What the person looking may do here. */
export type BallotDuties = { readonly write: boolean; readonly issue: boolean; readonly proxies: boolean; readonly assisted: boolean; readonly notices: boolean; readonly open: boolean };

type StepPlace = { readonly path: string; readonly duty: keyof BallotDuties; readonly notice?: BallotNotice };

const places: Readonly<Record<BallotStep, StepPlace>> = {
  stations: { path: "/stations", duty: "write" },
  staff: { path: "/staff", duty: "write" },
  print: { path: "/print", duty: "write" },
  supplies: { path: "/supplies", duty: "write" },
  proxies: { path: "/proxies", duty: "proxies" },
  roaming: { path: "/roaming", duty: "assisted" },
  scribes: { path: "/scribes", duty: "assisted" },
  pollingPlaces: { path: "/notices/pollingPlaces", duty: "notices", notice: "pollingPlaces" },
  staffNotice: { path: "/notices/staff", duty: "notices", notice: "staff" },
  roamingNotice: { path: "/notices/roamingVoters", duty: "notices", notice: "roamingVoters" },
  proxiesNotice: { path: "/notices/proxies", duty: "notices", notice: "proxies" },
  scribesNotice: { path: "/notices/scribes", duty: "notices", notice: "scribes" },
  invalidBallots: { path: "/notices/invalidBallots", duty: "notices", notice: "invalidBallots" },
  open: { path: "/open", duty: "open" },
  accounts: { path: "#sums", duty: "issue" },
  close: { path: "/close", duty: "open" },
};

/** The steps as rows of a task list. `duties`: null shows an earlier vote, where nothing is left to do. */
export async function ballotTasks(base: string, steps: readonly StepProgress[], issued: ReadonlyMap<BallotNotice, IssuedNotice>, duties: BallotDuties | null, today: string): Promise<readonly Task[]> {
  const t = await getTranslations("ballot");
  return steps.map(({ step, state, code, params, day }): Task => {
    const { notice } = places[step];
    const out = notice === undefined ? undefined : issued.get(notice);
    const href = hrefOf(base, step, state, out, duties);
    const words = code === "issued" && out !== undefined ? t("todo.issued", { number: out.number }) : t(`todo.${code}`, params);
    return {
      id: step, title: t(`step.${step}`), state, todo: words,
      ...(href === null ? {} : { href }),
      ...(day === null ? {} : { deadline: state === "done" || state === "plain" ? <Day day={day} style="short" /> : <><Day day={day} style="short" /> <DeadlineWords day={day} today={today} /></> }),
    };
  });
}

/** Where a step is done; a notice that is out leads to itself. A blocked opening can be looked at: it says what is missing. */
function hrefOf(base: string, step: BallotStep, state: StepProgress["state"], out: IssuedNotice | undefined, duties: BallotDuties | null): string | null {
  if (state === "done" && out !== undefined) return `${base.slice(0, -"/ballot".length)}/notices/${out.id}`;
  const { path, duty } = places[step];
  if (duties === null || !duties[duty] || state === "plain") return null;
  if (state === "blocked") return step === "open" ? `${base}${path}` : null;
  return `${base}${path}`;
}
