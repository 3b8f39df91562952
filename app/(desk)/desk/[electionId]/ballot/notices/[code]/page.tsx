import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Blocked } from "#components/ballot/RoomPage.tsx";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { ballotRulesExtra } from "#lib/ballot/model.ts";
import { draftBallotRules, draftPollingPlaces, draftProxies, draftRoamingVoters, draftScribes, draftStaff } from "#lib/ballot/notices.ts";
import { ballotNotices, type BallotNotice } from "#lib/ballot/posted.ts";
import { today } from "#lib/calendar/day.ts";
import type { Database } from "#lib/database/client.ts";
import { previewNotice, type Draft } from "#lib/election/notice-command.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { issueBallotRulesAction, issuePollingPlacesAction, issueProxiesAction, issueRoamingVotersAction, issueScribesAction, issueStaffAction } from "../../actions.ts";

const actions = {
  pollingPlaces: issuePollingPlacesAction, staff: issueStaffAction, roamingVoters: issueRoamingVotersAction, proxies: issueProxiesAction, scribes: issueScribesAction, invalidBallots: issueBallotRulesAction,
} as const;

async function draftOf(db: Database, electionId: string, code: BallotNotice, remark: string, day: string): Promise<Draft | null> {
  switch (code) {
    case "pollingPlaces":
      return draftPollingPlaces(db, electionId);
    case "staff":
      return draftStaff(db, electionId);
    case "roamingVoters":
      return draftRoamingVoters(db, electionId, day);
    case "proxies":
      return draftProxies(db, electionId);
    case "scribes":
      return draftScribes(db, electionId);
    case "invalidBallots": {
      const extra = ballotRulesExtra.safeParse({ remark });
      return draftBallotRules(db, electionId, extra.success ? extra.data : { remark: null });
    }
  }
}

/** Draft, check and issue notices 10 to 15; afterwards the number and what comes next. */
export default guardedPage("notice.issue", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const code = ballotNotices.find((known) => known === params["code"]);
  if (code === undefined) notFound();
  const t = await getTranslations("ballot");
  const base = `/desk/${electionId}/ballot`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={base} nextLabel={t("backToRoom")} />;
  const remark = typeof search["remark"] === "string" ? search["remark"] : "";
  const draft = await draftOf(db, electionId, code, remark, today(now));
  const preview = await previewNotice(db, electionId, code, draft, today(now));
  if (draft === null || preview === null) {
    return <Blocked title={t(`noticeTitle.${code}`)} why={t("notice.notReady")} explain={t(`notice.needs.${code}`)} electionId={electionId} />;
  }
  return (
    <>
      <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={preview.findings} action={actions[code]} hidden={{ electionId, ...(code === "invalidBallots" ? { remark } : {}) }} backHref={base} />
      {code === "invalidBallots" ? <RemarkForm remark={remark} /> : null}
    </>
  );
});

/** A sentence of one's own for notice 15; a plain GET form, so that the draft has an address. */
async function RemarkForm({ remark }: { readonly remark: string }) {
  const t = await getTranslations("ballot.notice");
  return (
    <form method="get" className="form">
      <Heading level={2}>{t("remarkTitle")}</Heading>
      <TextField name="remark" label={t("remark")} hint={t("remarkHint")} optional defaultValue={remark} maxLength={200} />
      <div className="btn-row">
        <Button look="secondary">{t("redraft")}</Button>
      </div>
    </form>
  );
}
