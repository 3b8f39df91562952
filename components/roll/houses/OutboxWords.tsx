"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/Button.tsx";
import type { Outbox, OutboxView } from "./outbox.ts";

const housesOf = (view: OutboxView): { readonly saved: number; readonly waiting: number } => {
  const waiting = new Set(view.waiting.map((visit) => visit.house));
  return { saved: new Set([...view.uploaded, ...waiting]).size, waiting: waiting.size };
};

/** How much stands on the phone and how much of it has reached the desk, always in words; never more than the server said. */
export function OutboxWords({ outbox, view }: { readonly outbox: Outbox | null; readonly view: OutboxView }) {
  const t = useTranslations("houses.outbox");
  const { saved, waiting } = housesOf(view);
  const { sending } = view;
  const words = (): string => {
    switch (sending.kind) {
      case "idle":
        return saved === 0 ? t("nothing") : t("allUploaded", { saved });
      case "sending":
        return t("sending", { saved, waiting });
      case "retrying":
        return t("offline", { saved, waiting });
      case "refused":
        return sending.signedOut ? t("signedOut", { saved, waiting }) : t("refused", { message: sending.message, waiting });
    }
  };
  const bad = sending.kind === "retrying" || sending.kind === "refused";
  return (
    <div className={`outbox ${bad ? "outbox-wait" : ""}`}>
      <p role="status">
        <span aria-hidden="true">{bad ? "▲" : "●"}</span> {words()}
      </p>
      {sending.kind === "refused" ? (
        <div className="btn-row">
          {sending.signedOut ? (
            <a className="btn btn-secondary btn-small" href="/sign-in" target="_blank" rel="noopener">
              {t("signIn")}
            </a>
          ) : (
            <Button type="button" look="warning" small onClick={() => outbox?.drop(sending.item)}>
              {t("drop")}
            </Button>
          )}
          <Button type="button" look="secondary" small onClick={() => outbox?.retry()}>
            {t("retry")}
          </Button>
        </div>
      ) : null}
      {view.keeps ? null : <p role="alert">{t("keepsNothing")}</p>}
      {view.foreign === 0 ? null : <p>{t("foreign", { count: view.foreign })}</p>}
    </div>
  );
}
