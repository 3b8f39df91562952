import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArrangementForm } from "#components/committee/ArrangementForm.tsx";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { nominationExtra, registrationExtra } from "#lib/committee/model.ts";
import { draftCommittee, draftCommitteeChange, draftNominationMethod, draftRegistration } from "#lib/committee/notices.ts";
import { issuedOf } from "#lib/committee/queries.ts";
import type { Database } from "#lib/database/client.ts";
import { previewNotice, type Draft } from "#lib/election/notice-command.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { issueCommitteeAction, issueCommitteeChangeAction, issueNominationMethodAction, issueRegistrationAction } from "../../actions.ts";

const actions = {
  electionCommittee: issueCommitteeAction,
  committeeChange: issueCommitteeChangeAction,
  registration: issueRegistrationAction,
  nominationMethod: issueNominationMethodAction,
} as const;
type Code = keyof typeof actions;
const codes: readonly Code[] = ["electionCommittee", "committeeChange", "registration", "nominationMethod"];

async function draftOf(db: Database, electionId: string, code: Code, values: Readonly<Record<string, string>>): Promise<Draft | null | "askFirst"> {
  switch (code) {
    case "electionCommittee":
      return draftCommittee(db, electionId);
    case "committeeChange":
      return draftCommitteeChange(db, electionId);
    case "registration": {
      const extra = registrationExtra.safeParse(values);
      return extra.success ? draftRegistration(db, electionId, extra.data) : "askFirst";
    }
    case "nominationMethod": {
      const extra = nominationExtra.safeParse(values);
      return extra.success ? draftNominationMethod(db, electionId, extra.data) : "askFirst";
    }
  }
}

const asked = ["from", "until", "place", "contact"];

/** Draft, check and issue one of the committee's notices; afterwards its number and what comes next. */
export default guardedPage("notice.issue", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  // Notice 1 is the township's own, so it is drafted where both can come.
  if (params["code"] === "electionDay") redirect(`/desk/${electionId}/notices/draft/electionDay`);
  const code = codes.find((known) => known === params["code"]);
  if (code === undefined) notFound();
  const t = await getTranslations("committee");
  const base = `/desk/${electionId}/committee`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={base} nextLabel={t("backToRoom")} />;
  const out = code === "committeeChange" ? null : await issuedOf(db, electionId, code);
  if (out !== null) {
    return (
      <>
        <Heading>{t(`task.${code}`)}</Heading>
        <Notice title={t("todo.issued", { number: out.number })} state="done">
          <p>{t("publishedExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`/desk/${electionId}/notices/${out.id}`}>{t("notice.open", { number: out.number })}</ButtonLink>
            <ButtonLink href={base} look="secondary">{t("backToRoom")}</ButtonLink>
          </ButtonRow>
        </Notice>
      </>
    );
  }
  const values = Object.fromEntries(asked.flatMap((name) => (typeof search[name] === "string" ? [[name, search[name]]] : [])));
  const draft = await draftOf(db, electionId, code, values);
  const needs = code === "registration" || code === "nominationMethod";
  const preview = draft === "askFirst" ? null : await previewNotice(db, electionId, code, draft, today(now));
  const form = needs ? <ArrangementForm values={values} submitLabel={t(draft === "askFirst" ? "notice.show" : "notice.showAgain")} /> : null;
  if (draft === "askFirst") {
    return (
      <>
        <Heading>{t(`task.${code}`)}</Heading>
        <Lede>{t("notice.askLede")}</Lede>
        {Object.keys(values).length > 0 ? <Notice title={t("notice.incomplete")} state="late" announce /> : null}
        {form}
      </>
    );
  }
  if (draft === null || preview === null) {
    return (
      <>
        <Heading>{t(`task.${code}`)}</Heading>
        <Notice title={t("notice.notReady")} state="blocked">
          <p>{t("notice.notReadyExplain")}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} about={preview} action={actions[code]} hidden={{ electionId, ...values }} backHref={base} />
      {form}
    </>
  );
});
