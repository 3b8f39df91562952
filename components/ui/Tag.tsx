import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** States that a thing can be in: finished, workable now, due soon, too late, not possible yet, or merely a label. */
export type TagState = "done" | "now" | "due" | "late" | "blocked" | "plain";

/** A state in a word; the colour only repeats it. Without children the usual word of the state stands there. */
export function Tag({ state, children }: { readonly state: TagState; readonly children?: ReactNode }) {
  const t = useTranslations("common.state");
  return <span className={`tag tag-${state}`}>{children ?? t(state)}</span>;
}
