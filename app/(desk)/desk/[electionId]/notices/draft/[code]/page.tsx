import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { NoticePaper } from "#components/notice/NoticePaper.tsx";
import { TypedFields } from "#components/notice/TypedFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { draftElectionDay } from "#lib/committee/notices.ts";
import type { Database } from "#lib/database/client.ts";
import { noticeDraft } from "#lib/election/draft-commands.ts";
import { mayIssue, previewNotice, type Draft } from "#lib/election/notice-command.ts";
import { draftCorrection, draftedCodes, draftTyped, type DraftedCode } from "#lib/election/typed-notices.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { issuerOf, noticeCase } from "#lib/notice/issue.ts";
import { electionDayExtra } from "#lib/notice/model.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { kindIn, noticeSetOf } from "#lib/notice/set.ts";
import { parseTyped, typedFields, type TypedValues } from "#lib/notice/typed.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import {
  issueCorrectionAction, issueElectionDayAction, issueGroupLeadersAction, issueRepresentativesAction, issueRepresentativesMeetingAction, issueSupervisionCommitteeAction, saveDraftAction,
} from "./actions.ts";

const actions = {
  electionDay: issueElectionDayAction,
  representativesMeeting: issueRepresentativesMeetingAction,
  representatives: issueRepresentativesAction,
  groupLeaders: issueGroupLeadersAction,
  supervisionCommittee: issueSupervisionCommitteeAction,
  correction: issueCorrectionAction,
} as const;

async function draftOf(db: Database, electionId: string, code: DraftedCode, corrects: string, values: TypedValues): Promise<Draft | null> {
  if (code === "correction") return draftCorrection(db, electionId, corrects, values);
  if (code !== "electionDay") return draftTyped(db, electionId, code, values);
  const extra = electionDayExtra.safeParse(values);
  return extra.success ? draftElectionDay(db, electionId, extra.data) : null;
}

/** What the issuing form sends: typed values by name, or within `values`. */
function hiddenOf(electionId: string, code: DraftedCode, corrects: string, values: TypedValues): Readonly<Record<string, string>> {
  const inner = code === "electionDay" ? values : Object.fromEntries(Object.entries(values).map(([name, value]) => [`values.${name}`, value]));
  return { electionId, ...(corrects === "" ? {} : { correctsId: corrects }), ...inner };
}

/** Types, keeps, checks and issues a notice that no room drafts from its own data: the day, 5, 6, 6-1, 17, and corrections. */
export default guardedPage("notice.draft", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const code = draftedCodes.find((known) => known === params["code"]);
  const one = await noticeCase(db, electionId);
  const corrects = typeof search["corrects"] === "string" ? search["corrects"] : "";
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (code === undefined || one === null) notFound();
  const t = await getTranslations("noticeSet");
  const base = `/desk/${electionId}/notices`;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={base} nextLabel={t("draft.toSet")} />;
  const old = one.notices.find((notice) => notice.id === corrects);
  if (code === "correction" && old === undefined) notFound();
  const kind = kindIn(noticeSetOf(one.law), code);
  const title = old === undefined ? t("draft.title", { number: kind.number ?? "", title: kind.title }) : t("draft.correctTitle", { number: old.number, title: old.title });
  const out = kind.repeatable ? undefined : one.notices.find((notice) => notice.code === code);
  if (out !== undefined) {
    return (
      <>
        <Heading>{title}</Heading>
        <Notice title={t("draft.alreadyIssued", { number: out.number })} state="done">
          <p>{t("draft.alreadyExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`${base}/${out.id}`}>{t("draft.open", { number: out.number })}</ButtonLink>
            <ButtonLink href={base} look="secondary">{t("draft.toSet")}</ButtonLink>
          </ButtonRow>
        </Notice>
      </>
    );
  }
  const kept = await noticeDraft(db, electionId, code, corrects);
  const values = kept?.values ?? {};
  const may = mayIssue(actor, old === undefined ? kind.issuer : issuerOf(one, old), place);
  const preview = parseTyped(kind, values).ok ? await previewNotice(db, electionId, code, await draftOf(db, electionId, code, corrects, values), today(now)) : null;
  if (!may) {
    return (
      <>
        <Heading>{title}</Heading>
        <Notice title={t(`issuedBy.${kind.issuer}`)} state="blocked">
          <p>{t(`issuedByExplain.${kind.issuer}`)}</p>
        </Notice>
        {preview === null ? null : <NoticePaper paper={preview.paper} />}
        <ButtonLink href={base} look="secondary">{t("draft.toSet")}</ButtonLink>
      </>
    );
  }
  const edit = `${base}/draft/${code}${corrects === "" ? "" : `?corrects=${corrects}`}`;
  if (search["check"] !== undefined && preview !== null) {
    return <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} about={preview} action={actions[code]} hidden={hiddenOf(electionId, code, corrects, values)} backHref={edit} backLabel={t("draft.edit")} />;
  }
  return (
    <>
      <Heading>{title}</Heading>
      <Lede>{t(code === "correction" ? "draft.correctLede" : "draft.lede")}</Lede>
      {kept === null ? null : <p className="muted">{t("draft.kept", { by: kept.byName })} <Instant at={kept.savedAt} /></p>}
      {code === "correction" && (old?.code === "voterList" || old?.code === "voterListChange") ? <Notice title={t("draft.listTitle")} state="due"><p>{t("draft.listExplain")}</p></Notice> : null}
      <CommandForm
        action={saveDraftAction} submitLabel={t("draft.save")} keep={`notice-draft-${electionId}-${code}-${corrects}`}
        hidden={{ electionId, code, correctsId: corrects, version: String(kept?.version ?? 0) }}
        aside={<ButtonLink href={old === undefined ? base : `${base}/${old.id}`} look="secondary">{t("draft.back")}</ButtonLink>}
      >
        <TypedFields fields={typedFields(kind)} values={values} locale={localeOf(await getLocale())} groupsHint={t("draft.groupsHint")} timeHint={t("draft.timeHint")} />
      </CommandForm>
    </>
  );
});
