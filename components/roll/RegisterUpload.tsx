"use client";

import { useTranslations } from "next-intl";
import { useState, type DragEvent, type SubmitEvent } from "react";
import { newRequestId } from "#components/form/request-id.ts";
import { FileField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorSummary } from "#components/ui/ErrorSummary.tsx";
import { Progress } from "#components/ui/Progress.tsx";

type Sending = { readonly kind: "idle" } | { readonly kind: "sending"; readonly percent: number } | { readonly kind: "checking" } | { readonly kind: "refused"; readonly texts: readonly string[] };

type RegisterUploadProps = {
  /** Address that takes the file. */
  readonly action: string;
  readonly accept: string;
  readonly megabytes: number;
  /** What was wrong with the last file, for browsers without scripts. */
  readonly refused: string | null;
};

/** The form for a register. Shows how much has gone; works as a plain form where there are no scripts. */
export function RegisterUpload({ action, accept, megabytes, refused }: RegisterUploadProps) {
  const t = useTranslations("roll.import");
  const [state, setState] = useState<Sending>(refused === null ? { kind: "idle" } : { kind: "refused", texts: [refused] });
  const busy = state.kind === "sending" || state.kind === "checking";
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    setState({ kind: "sending", percent: 0 });
    send(action, new FormData(event.currentTarget), setState, t("failed"));
  };
  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={submit} onDragOver={allowFile} onDrop={takeFile} className="form" aria-busy={busy} noValidate>
      {state.kind === "refused" ? <ErrorSummary issues={state.texts.map((text) => ({ field: "file", text }))} /> : null}
      <FileField name="file" label={t("file")} hint={t("fileHint", { size: megabytes })} accept={accept} />
      {state.kind === "sending" ? <Progress label={t("uploading")} value={state.percent} max={100} words={t("percent", { percent: state.percent })} /> : null}
      <p role="status">{state.kind === "checking" ? t("checking") : ""}</p>
      <div className="btn-row">
        <Button aria-disabled={busy}>{t("submit")}</Button>
      </div>
    </form>
  );
}

/** A browser opens a file that is dropped, unless it is told that the page takes it. */
function allowFile(event: DragEvent<HTMLFormElement>): void {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
}

/** Puts a file that is dropped anywhere on the form into its field. */
function takeFile(event: DragEvent<HTMLFormElement>): void {
  const field = event.currentTarget.elements.namedItem("file");
  if (!(field instanceof HTMLInputElement) || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  field.files = event.dataTransfer.files;
}

/** Sends the form with progress; on success the browser goes to the page that the answer names. */
function send(action: string, data: FormData, report: (state: Sending) => void, failed: string): void {
  const request = new XMLHttpRequest();
  request.open("POST", action);
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("x-request-id", newRequestId());
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) report({ kind: "sending", percent: Math.floor((event.loaded * 100) / event.total) });
  });
  request.upload.addEventListener("load", () => report({ kind: "checking" }));
  request.addEventListener("error", () => report({ kind: "refused", texts: [failed] }));
  request.addEventListener("load", () => {
    const answer = answerOf(request.responseText);
    if (answer.href !== null) window.location.assign(answer.href);
    else report({ kind: "refused", texts: answer.messages.length === 0 ? [failed] : answer.messages });
  });
  request.send(data);
}

/** What the server said: where to go, or what is wrong. */
function answerOf(text: string): { readonly href: string | null; readonly messages: readonly string[] } {
  try {
    const answer: unknown = JSON.parse(text);
    const value = property(answer, "value");
    const messages = property(property(answer, "refusal"), "messages");
    const href = property(value, "href");
    return { href: typeof href === "string" ? href : null, messages: Array.isArray(messages) ? messages.filter((one) => typeof one === "string") : [] };
  } catch {
    return { href: null, messages: [] };
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
