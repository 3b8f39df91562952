import { NOTICE_CODES } from "../law/notice-set.ts";
import { kindIn, noticeSetOf } from "../notice/set.ts";
import type { CasePlan, StandingStep } from "./queries.ts";

/** A notice that belongs to a step: as issued, or still to come. */
export type StepNotice = { readonly code: string; readonly number: string | null; readonly title: string; readonly issued: boolean };

/** The notices of a step: those that are out, and those that the step will need; changes and corrections only once they are out. */
export function noticesOfStep(plan: CasePlan, { planned, standing }: StandingStep): readonly StepNotice[] {
  const set = noticeSetOf(plan.facts.law);
  return planned.notices.flatMap((code, place): readonly StepNotice[] => {
    const known = NOTICE_CODES.find((one) => one === code);
    if (known === undefined) return [];
    const kind = kindIn(set, known);
    const issued = plan.facts.notices.filter((notice) => notice.code === code);
    if (issued.length > 0) return issued.map((notice) => ({ code, number: notice.number, title: kind.title, issued: true }));
    const wanted = standing.state !== "leftOut" && place === 0 && kind.due.kind === "day";
    return wanted ? [{ code, number: kind.number, title: kind.title, issued: false }] : [];
  });
}
