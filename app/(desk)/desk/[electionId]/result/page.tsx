import { getTranslations } from "next-intl/server";
import { CountNav } from "#components/count/CountNav.tsx";
import { CertificatesPanel } from "#components/result/CertificatesPanel.tsx";
import { DeterminePanel } from "#components/result/DeterminePanel.tsx";
import { DoneWords } from "#components/result/DoneWords.tsx";
import { FollowingPanel } from "#components/result/FollowingPanel.tsx";
import { ResultText } from "#components/result/ResultText.tsx";
import { AnnouncePanel } from "#components/result/AnnouncePanel.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { countVotes } from "#lib/count/queries.ts";
import { standingCount } from "#lib/count/standing.ts";
import { caseNotices } from "#lib/notice/queries.ts";
import { certificatesOf, determinationsOf, newestDetermination, resultView } from "#lib/result/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { announceResultAction, determineVoteAction, issueCertificatesAction, openFollowingVoteAction, reprintCertificateAction } from "./actions.ts";

/** The result: determined, read out with its articles, announced, and followed by what the law asks. */
export default guardedPage("result.read", electionPlace, async ({ db, actor, place, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("result");
  const mayDo = { determine: may(actor.grants, "result.determine", place), announce: may(actor.grants, "result.announce", place), certify: may(actor.grants, "certificate.issue", place), count: may(actor.grants, "count.read", place) };
  const votes = await countVotes(db, electionId);
  const [newest] = votes;
  const counted = newest?.state === "counting" ? await standingCount(db, newest.id) : null;
  const wanted = search["determination"];
  const known = await determinationsOf(db, electionId);
  const chosen = typeof wanted === "string" ? (known.find((one) => one.id === wanted)?.id ?? null) : await newestDetermination(db, electionId);
  const view = chosen === null ? null : await resultView(db, chosen);
  const shown = view === null || (!mayDo.count && view.announcedAt === null) ? null : view;
  return (
    <>
      <Heading>{t("title")}</Heading>
      {mayDo.count ? <CountNav electionId={electionId} current="result" /> : null}
      <DoneWords done={search["done"]} notices={search["notices"]} />
      {newest !== undefined && counted !== null && mayDo.count ? <DeterminePanel vote={newest} count={counted} may={mayDo.determine} action={determineVoteAction} /> : null}
      {shown === null ? (counted === null ? <Notice title={t("none")} state="blocked">{t("noneExplain")}</Notice> : null) : (
        <>
          <ResultText view={shown} others={known.filter((one) => one.id !== shown.id)} hrefOf={(id) => `/desk/${electionId}/result?determination=${id}`} papers={mayDo.count ? "desk" : "public"} />
          {mayDo.announce && shown.announcedAt === null && shown.newest ? <AnnouncePanel view={shown} set={await caseNotices(db, electionId)} first={known.every((one) => one.announcedAt === null)} action={announceResultAction} /> : null}
          {shown.newest && shown.announcedAt !== null ? <FollowingPanel view={shown} electionId={electionId} may={mayDo.determine} today={today(now)} action={openFollowingVoteAction} /> : null}
          {shown.newest && shown.announcedAt !== null && mayDo.certify ? (
            <CertificatesPanel view={shown} certificates={await certificatesOf(db, electionId)} actions={{ issue: issueCertificatesAction, reprint: reprintCertificateAction }} />
          ) : null}
        </>
      )}
    </>
  );
});
