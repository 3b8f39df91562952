import { getTranslations } from "next-intl/server";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { PostedList } from "#lib/ballot/posted-rules.ts";

type StaleNoticeProps = { readonly list: PostedList; readonly code: "roamingVoters" | "proxies" | "scribes"; readonly electionId: string; readonly canIssue: boolean };

/** Says whether the list of names is posted, and that it has to be posted again when it changed since. */
export async function StaleNotice({ list, code, electionId, canIssue }: StaleNoticeProps) {
  const t = await getTranslations("ballot.posted");
  const { posted, added, removed, count } = list;
  if (posted === null && count === 0) return null;
  const stale = posted !== null && added + removed > 0;
  const href = `/desk/${electionId}/ballot/notices/${code}`;
  if (posted !== null && !stale) return <Notice title={t("current", { number: posted.number })} state="done" />;
  return (
    <Notice title={posted === null ? t("missing") : t("stale", { number: posted.number, added, removed })} state="due">
      {canIssue ? <ButtonRow><ButtonLink href={href}>{t(posted === null ? "issue" : "issueAgain")}</ButtonLink></ButtonRow> : <p>{t("chairIssues")}</p>}
    </Notice>
  );
}
