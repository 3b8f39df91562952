import type { ReactNode } from "react";
import { type TagState } from "./Tag.tsx";

type DeadlineBoxProps = {
  /** What is to be done next, as a sentence. */
  readonly title: ReactNode;
  /** Until when and why (article), in words. */
  readonly children: ReactNode;
  /** How pressing it is; the words must say it too. */
  readonly state?: TagState;
  /** The one main action of the page. */
  readonly action?: ReactNode;
};

/** The box on top of a desk: next step, until when, by which article, and the button for it. */
export function DeadlineBox({ title, children, state = "now", action }: DeadlineBoxProps) {
  return (
    <section className={`clock-box edge-${state}`}>
      <div className="clock-words">
        <h2 className="clock-title">{title}</h2>
        <div>{children}</div>
      </div>
      {action === undefined ? null : <div className="clock-action">{action}</div>}
    </section>
  );
}
