"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useActionState, useEffect, useRef, useState, useTransition, type FormEvent, type RefObject } from "react";
import type { Finding } from "#lib/law/finding.ts";
import { idleForm, type FormAction, type FormState } from "#lib/platform/form-state.ts";
import { fillForm, forget, keep, readForm, recall } from "./keep.ts";
import { newRequestId } from "./request-id.ts";

/** What was last heard of the form: the action's answer, or that no answer came. */
export type Heard = FormState | { readonly kind: "unreached" };

export type CommandFormControl = {
  readonly form: RefObject<HTMLFormElement | null>;
  /** For the browser without JavaScript. */
  readonly formAction: (data: FormData) => void;
  readonly heard: Heard;
  /** Grows with each answer, so that a summary takes the focus again. */
  readonly answers: number;
  /** Warnings heard so far: each may be overruled with a reason, whose field must not vanish with the next answer. */
  readonly warnings: readonly Finding[];
  readonly pending: boolean;
  readonly requestId: string;
  /** Something typed before a reload was put back. */
  readonly restored: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onInput: () => void;
  /** Drops what was kept and shows the page as it stands now. */
  readonly startOver: () => void;
};

/**
 * Sends a form once. With JavaScript the action is called here, so that the fields keep what was typed whatever comes
 * back, and a lost connection is told apart from a refusal; without it the same action answers the browser's own post.
 */
export function useCommandForm(action: FormAction, keepKey: string | undefined): CommandFormControl {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const [posted, formAction] = useActionState(action, idleForm);
  const [answer, setAnswer] = useState<Answer>({ heard: null, count: 0, warnings: warningsOf(posted) });
  const [requestId, setRequestId] = useState(() => newRequestId());
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const restoring = useRestored(form, keepKey, posted.kind === "idle");

  const hear = (heard: Heard) => setAnswer(({ count, warnings }) => ({ heard, count: count + 1, warnings: heard.kind === "idle" ? [] : union(warnings, warningsOf(heard)) }));
  const send = async (data: FormData) => {
    const next = await reach(action, posted, data, () => keepKey !== undefined && forget(keepKey));
    sending.current = false;
    if (next.kind === "idle") {
      if (keepKey !== undefined) forget(keepKey);
      setRequestId(newRequestId());
      form.current?.reset();
    }
    // Fetches the version that stands there now: what is typed stays, and "save mine" is sent against that version.
    if (next.kind === "conflict") router.refresh();
    hear(next);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    const submitter = "submitter" in event.nativeEvent ? event.nativeEvent.submitter : null;
    const data = new FormData(event.currentTarget, submitter instanceof HTMLElement ? submitter : null);
    startTransition(() => send(data));
  };
  const store = () => {
    if (keepKey !== undefined && form.current) keep(keepKey, readForm(form.current));
  };
  const startOver = () => {
    if (keepKey !== undefined) forget(keepKey);
    restoring.forgive();
    window.location.reload();
  };
  return { form, formAction, heard: answer.heard ?? posted, answers: answer.count, warnings: answer.warnings, pending, requestId, restored: restoring.restored, onSubmit, onInput: store, startOver };
}

type Answer = { readonly heard: Heard | null; readonly count: number; readonly warnings: readonly Finding[] };

function warningsOf(heard: Heard): readonly Finding[] {
  return heard.kind === "refused" ? heard.findings.filter((finding) => !finding.ok && finding.severity === "warning") : [];
}

function union(known: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  return [...known, ...more.filter(({ code }) => !known.some((finding) => finding.code === code))];
}

/** Calls the action. A redirect is success and goes on its way; any other failure means that no answer came. */
async function reach(action: FormAction, state: FormState, data: FormData, onLeave: () => void): Promise<Heard> {
  try {
    return await action(state, data);
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (leaving) {
      onLeave();
      throw leaving;
    }
    return { kind: "unreached" };
  }
}

/** Puts back what was kept, once, after the page has come alive. */
function useRestored(form: RefObject<HTMLFormElement | null>, keepKey: string | undefined, wanted: boolean) {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    if (keepKey === undefined || !wanted || !form.current) return;
    const kept = recall(keepKey);
    if (kept !== null && fillForm(form.current, kept)) setRestored(true);
  }, [form, keepKey, wanted]);
  return { restored, forgive: () => setRestored(false) };
}
