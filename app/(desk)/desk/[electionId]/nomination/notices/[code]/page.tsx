import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { NomineesNoticeForm } from "#components/nomination/NomineesNoticeForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { addDays, today } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { previewNotice, type Draft } from "#lib/election/notice-command.ts";
import { nomineesExtra } from "#lib/nomination/model.ts";
import { draftNominees, draftPrimaryMethod, draftPrimaryResult } from "#lib/nomination/notices.ts";
import { primaryOf } from "#lib/nomination/primary-queries.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { CUSTOMARY_NOMINEE_OBJECTION_DAYS } from "#lib/law/practice.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { issueNomineesAction, issuePrimaryMethodAction, issuePrimaryResultAction } from "../../actions.ts";

const actions = { nominees: issueNomineesAction, primaryMethod: issuePrimaryMethodAction, primaryResult: issuePrimaryResultAction } as const;
type Code = keyof typeof actions;
const codes: readonly Code[] = ["nominees", "primaryMethod", "primaryResult"];
const backTo = { nominees: "", primaryMethod: "/primary", primaryResult: "/primary" } as const;

async function draftOf(db: Database, electionId: string, code: Code, extra: { readonly order: string; readonly objectionsUntil: string }): Promise<Draft | null> {
  switch (code) {
    case "nominees": {
      const parsed = nomineesExtra.safeParse(extra);
      return parsed.success ? draftNominees(db, electionId, parsed.data) : null;
    }
    case "primaryMethod":
      return draftPrimaryMethod(db, electionId);
    case "primaryResult":
      return draftPrimaryResult(db, electionId);
  }
}

/** Draft, check and issue notices 8, 8-1 and 8-2; afterwards the number and what comes next. */
export default guardedPage("notice.issue", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const code = codes.find((known) => known === params["code"]);
  if (code === undefined) notFound();
  const t = await getTranslations("nomination");
  const back = `/desk/${electionId}/nomination${backTo[code]}`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={back} nextLabel={t("noticeNext")} />;
  const primary = code === "nominees" ? null : await primaryOf(db, electionId);
  const posted = primary === null ? "missing" : code === "primaryMethod" ? primary.methodPosted : primary.resultPosted;
  const out = await db.notice.findFirst({ where: { electionId, code }, orderBy: { issuedAt: "desc" }, select: { id: true, number: true } });
  if (posted === "current" && out !== null) {
    return (
      <>
        <Heading>{t(`notice.${code}`)}</Heading>
        <Notice title={t("noticeCurrent", { number: out.number })} state="done">
          <ButtonRow>
            <ButtonLink href={`/desk/${electionId}/notices/${out.id}`}>{t("publishedOpen", { number: out.number })}</ButtonLink>
            <ButtonLink href={back} look="secondary">{t("back")}</ButtonLink>
          </ButtonRow>
        </Notice>
      </>
    );
  }
  const typed = (name: string, otherwise: string): string => (typeof search[name] === "string" && search[name] !== "" ? search[name] : otherwise);
  const extra = { order: typed("order", "surnameStrokes"), objectionsUntil: typed("objectionsUntil", addDays(today(now), CUSTOMARY_NOMINEE_OBJECTION_DAYS)) };
  const draft = await draftOf(db, electionId, code, extra);
  const preview = await previewNotice(db, electionId, code, draft, today(now));
  if (draft === null || preview === null) {
    return (
      <>
        <Heading>{t(`notice.${code}`)}</Heading>
        <Notice title={t("noticeNotReady")} state="blocked">
          <p>{t(`noticeNeeds.${code}`)}</p>
          <ButtonRow>
            <ButtonLink href={back}>{t("back")}</ButtonLink>
          </ButtonRow>
        </Notice>
      </>
    );
  }
  return (
    <>
      <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} action={actions[code]} hidden={{ electionId, ...(code === "nominees" ? extra : {}) }} backHref={back} />
      {code === "nominees" ? <NomineesNoticeForm values={extra} /> : null}
    </>
  );
});
