"use client";

import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { FormIssue } from "#lib/platform/form-state.ts";
import { fieldId } from "../form/field-id.ts";
import { WhyRules } from "./Why.tsx";

type ErrorSummaryProps = {
  readonly issues: readonly FormIssue[];
  readonly formId?: string;
  /** More under the list, e.g. findings. */
  readonly children?: ReactNode;
};

/** Everything that is wrong, on top of the form; takes the focus when it appears, each line leads to its field. */
export function ErrorSummary({ issues, formId, children }: ErrorSummaryProps) {
  const t = useTranslations("form.errorSummary");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{t("title")}</h2>
      {issues.length === 0 ? null : (
        <ul>
          {issues.map((issue, index) => (
            <li key={index}>
              {issue.field === null ? issue.text : <FieldLink id={fieldId(issue.field, formId)}>{issue.text}</FieldLink>}
              {issue.rules === undefined || issue.rules.length === 0 ? null : <WhyRules about={issue.text} ids={issue.rules} />}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/** Goes to the field and puts the cursor into it; for a group of choices into its first one. */
function FieldLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const goTo = (event: MouseEvent) => {
    const target = document.getElementById(id);
    if (!target) return;
    event.preventDefault();
    const input = target.matches("input, select, textarea") ? target : target.querySelector<HTMLElement>("input, select, textarea");
    target.scrollIntoView({ block: "center" });
    (input ?? target).focus({ preventScroll: true });
  };
  return (
    <a href={`#${id}`} onClick={goTo}>
      {children}
    </a>
  );
}
