"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { Button, type ButtonLook } from "#components/ui/Button.tsx";
import { ErrorSummary } from "#components/ui/ErrorSummary.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { factWords, findingArguments } from "#lib/i18n/finding-words.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { FormAction, FormIssue, FormState, FormValues } from "#lib/platform/form-state.ts";
import { ConflictChoice, RestoredNotice, SignedOutNotice, UnreachedNotice } from "./FormNotices.tsx";
import { fieldPath } from "./field-id.ts";
import { FormContext } from "./form-context.ts";
import { ReasonField } from "./TextFields.tsx";
import { useCommandForm, type Heard } from "./use-command-form.ts";

type CommandFormProps = {
  readonly action: FormAction;
  readonly submitLabel: string;
  /** Words of the button while the answer is awaited; 正在保存… unless told otherwise. */
  readonly pendingLabel?: string;
  /** Sent along unseen: ids, the version that was shown. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Under this name what is typed is kept in the tab until the form succeeds. Make it unique per thing edited. */
  readonly keep?: string;
  /** Tells several forms of one page apart. */
  readonly formId?: string;
  /** Look of the submit button; `warning` for what destroys or voids. */
  readonly look?: ButtonLook;
  readonly small?: boolean;
  /** Said with the button when several forms have the same words on it, e.g. the person's name. */
  readonly submitContext?: string;
  /** Beside the submit button, e.g. a link back. */
  readonly aside?: ReactNode;
  readonly signInHref?: string;
  readonly children?: ReactNode;
};

/**
 * The one form for everything that is written. Sends a request id, so that a double click happens once; says in words
 * that it is working; comes back filled in, with everything that is wrong on top.
 */
export function CommandForm(props: CommandFormProps) {
  const { action, hidden = {}, keep, formId = "", look = "primary", small = false, children } = props;
  const t = useTranslations("form");
  const control = useCommandForm(action, keep);
  const { heard, pending } = control;
  const context = useMemo(() => ({ formId, errors: errorsOf(heard), values: control.answers === 0 ? valuesOf(heard) : null }), [formId, heard, control.answers]);
  return (
    <FormContext value={context}>
      <form ref={control.form} action={control.formAction} onSubmit={control.onSubmit} onInput={control.onInput} noValidate aria-busy={pending} className="form">
        <FormAnswer key={control.answers} heard={heard} formId={formId} signInHref={props.signInHref ?? "/sign-in"} pending={pending} startOver={control.startOver} />
        {control.restored && heard.kind === "idle" ? <RestoredNotice startOver={control.startOver} /> : null}
        <input type="hidden" name="requestId" value={control.requestId} readOnly suppressHydrationWarning />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {children}
        <Acceptances warnings={control.warnings} />
        <div className="btn-row">
          {heard.kind === "conflict" ? null : (
            <Button look={look} small={small} aria-disabled={pending}>
              {pending ? (props.pendingLabel ?? t("pending")) : props.submitLabel}
              {props.submitContext === undefined ? null : <span className="sr-only">{props.submitContext}</span>}
            </Button>
          )}
          {props.aside}
          <span role="status" className="sr-only">
            {pending ? (props.pendingLabel ?? t("pending")) : ""}
          </span>
        </div>
      </form>
    </FormContext>
  );
}

type AnswerProps = { readonly heard: Heard; readonly formId: string; readonly signInHref: string; readonly pending: boolean; readonly startOver: () => void };

/** What the last sending came to, above the fields. */
function FormAnswer({ heard, formId, signInHref, pending, startOver }: AnswerProps) {
  switch (heard.kind) {
    case "idle":
      return null;
    case "refused":
      return (
        <ErrorSummary issues={heard.issues} formId={formId}>
          {heard.findings.every((finding) => finding.ok) ? null : <FindingList findings={heard.findings.filter((finding) => !finding.ok)} formId={formId} linkFields />}
        </ErrorSummary>
      );
    case "conflict":
      return <ConflictChoice text={heard.text} pending={pending} startOver={startOver} />;
    case "signedOut":
      return <SignedOutNotice signInHref={signInHref} />;
    case "unreached":
      return <UnreachedNotice />;
  }
}

/** A reason for going on in spite of each warning; errors of the law have none. */
function Acceptances({ warnings }: { readonly warnings: readonly Finding[] }) {
  const t = useTranslations("form.reason");
  const words = useTranslations("findings");
  const locale = localeOf(useLocale());
  const facts = factWords(useTranslations("facts"));
  return warnings.map((finding) => (
    <ReasonField key={finding.code} name={`acceptances.${finding.code}`} label={t("accept", { title: words(`${finding.code}.title`, findingArguments(finding, locale, facts)) })} />
  ));
}

function errorsOf(heard: Heard): Readonly<Record<string, readonly string[]>> {
  if (heard.kind !== "refused") return {};
  const errors: Record<string, string[]> = {};
  for (const { field, text } of heard.issues satisfies readonly FormIssue[]) {
    if (field !== null) (errors[fieldPath(field)] ??= []).push(text);
  }
  return errors;
}

function valuesOf(heard: Heard): FormValues | null {
  return heard.kind === "idle" || heard.kind === "unreached" ? null : (heard satisfies FormState).values;
}
