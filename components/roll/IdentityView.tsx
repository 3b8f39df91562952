"use client";

import { useId, useState, type SyntheticEvent } from "react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { send } from "#components/form/send-json.ts";
import { Button } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";

const shown = z.object({ number: z.string() });
type State = { readonly kind: "asking" } | { readonly kind: "sending" } | { readonly kind: "refused"; readonly message: string } | { readonly kind: "shown"; readonly number: string };

/** Shows an identity number in full after its reason was sent. It stands on this page only until it is left or hidden. */
export function IdentityView({ electionId, entryId }: { readonly electionId: string; readonly entryId: string }) {
  const t = useTranslations("rollEntry.identity");
  const [state, setState] = useState<State>({ kind: "asking" });
  const [reason, setReason] = useState("");
  const fieldId = useId();
  const ask = async (event: SyntheticEvent) => {
    event.preventDefault();
    setState({ kind: "sending" });
    const answer = await send("POST", `/api/roll/${electionId}/identity`, { entryId, reason });
    if (answer.kind === "refused") return setState({ kind: "refused", message: answer.message });
    const value = shown.safeParse(answer.kind === "ok" ? answer.value : null);
    setReason("");
    setState(value.success ? { kind: "shown", number: value.data.number } : { kind: "refused", message: t("unreached") });
  };
  const message = state.kind === "refused" ? state.message : null;
  return (
    <Details summary={t("title")}>
      <p>{t("lede")}</p>
      <div aria-live="polite">
        {state.kind === "shown" ? (
          <>
            <p>
              <strong className="num">{state.number}</strong>
            </p>
            <Button type="button" look="secondary" small onClick={() => setState({ kind: "asking" })}>
              {t("hide")}
            </Button>
          </>
        ) : null}
      </div>
      {state.kind === "shown" ? null : (
        <form onSubmit={(event) => void ask(event)}>
          <div className={message === null ? "field" : "field field-wrong"}>
            <label htmlFor={fieldId} className="field-label">
              {t("reason")}
            </label>
            {message === null ? null : (
              <p className="field-error" id={`${fieldId}-error`} role="alert">
                {message}
              </p>
            )}
            <input
              id={fieldId}
              className="input input-long"
              value={reason}
              maxLength={200}
              autoComplete="off"
              aria-invalid={message === null ? undefined : true}
              aria-describedby={message === null ? undefined : `${fieldId}-error`}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <Button type="submit" look="secondary" disabled={state.kind === "sending"}>
            {state.kind === "sending" ? t("pending") : t("show")}
          </Button>
        </form>
      )}
      <noscript>
        <p>{t("needsScript")}</p>
      </noscript>
    </Details>
  );
}
