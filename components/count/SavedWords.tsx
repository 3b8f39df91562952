"use client";

import { useTranslations } from "next-intl";
import type { PaperMarks } from "#lib/count/model.ts";
import type { Saving } from "./use-saver.ts";

type SavedWordsProps = { readonly saving: Saving; readonly kept: ReadonlyMap<number, PaperMarks>; readonly retry: () => void };

/** What has safely reached the server, in words; never more than it said. */
export function SavedWords({ saving, kept, retry }: SavedWordsProps) {
  const t = useTranslations("count.saved");
  const last = Math.max(0, ...kept.keys());
  const wordsOf = (): string => {
    switch (saving.kind) {
      case "idle":
        return kept.size === 0 ? t("none") : last === kept.size ? t("upTo", { paper: last }) : t("several", { count: kept.size });
      case "sending":
        return t("sending", { waiting: saving.waiting });
      case "retrying":
        return t("retrying", { paper: saving.item.paper, waiting: saving.waiting });
      case "refused":
        return t("refused", { paper: saving.item.paper, message: saving.message });
    }
  };
  const bad = saving.kind === "retrying" || saving.kind === "refused";
  return (
    <p className={`saved saved-${bad ? "bad" : "good"}`} role={bad ? "alert" : "status"}>
      <span aria-hidden="true">{bad ? "▲" : "●"}</span> {wordsOf()}{" "}
      {saving.kind === "refused" ? (
        <>
          {saving.signedOut ? (
            <a href="/sign-in" target="_blank" rel="noopener">
              {t("signIn")}
            </a>
          ) : null}{" "}
          <button type="button" className="pad-link" onClick={retry}>
            {t("retry")}
          </button>
        </>
      ) : null}
    </p>
  );
}
