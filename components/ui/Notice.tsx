import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type TagState } from "./Tag.tsx";

type NoticeProps = { readonly title: string; readonly state?: TagState; readonly children?: ReactNode; readonly announce?: boolean };

/** A framed message with a title. `announce` reads it out when it appears (after an action). */
export function Notice({ title, state = "now", children, announce = false }: NoticeProps) {
  return (
    <section className={`notice edge-${state}`} role={announce ? "status" : undefined}>
      <h2 className="notice-title">{title}</h2>
      {children}
    </section>
  );
}

/** Words set apart from the text: an explanation, an article's wording. */
export function InsetText({ children }: { readonly children: ReactNode }) {
  return <div className="inset">{children}</div>;
}

/** What happens if one does not take care; begins with the word 注意. */
export function WarningText({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="warning-text">
      <span className="warning-mark" aria-hidden="true">
        !
      </span>
      <p>
        <strong>
          <span className="sr-only">{t("warning")}</span>
          {children}
        </strong>
      </p>
    </div>
  );
}
