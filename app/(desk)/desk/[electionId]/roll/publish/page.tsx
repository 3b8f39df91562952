import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PostingForm } from "#components/roll/PostingForm.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { SupplementForm } from "#components/roll/SupplementForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { issuedRollNotice, postingCheck, unannounced } from "#lib/roll/publish/queries.ts";
import { rollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { publishRollAction, supplementRollAction } from "../actions.ts";

/** Posting the list, and after that announcing what changed. */
export default guardedPage("roll.publish", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const nav = <RollNav electionId={electionId} current="publish" actor={actor} place={place} />;
  const issued = typeof search["issued"] === "string" ? await issuedRollNotice(db, electionId, search["issued"]) : null;
  if (issued !== null) {
    return (
      <Confirmation title={t(issued.code === "voterList" ? "publish.done" : "published.supplementDone")} reference={t("publish.reference", { number: issued.number })}>
        <p>{t(issued.code === "voterList" ? "publish.afterPosting" : "published.afterSupplement")}</p>
        <ButtonRow>
          <ButtonLink href={`/api/notices/${issued.id}/pdf`} newTab>
            {t("publish.print")}
          </ButtonLink>
          <ButtonLink href={`/desk/${electionId}/notices/${issued.id}`} look="secondary">
            {t("publish.post")}
          </ButtonLink>
          <ButtonLink href={`/desk/${electionId}/roll/published`} look="secondary">
            {t("publish.toPublished")}
          </ButtonLink>
          <ButtonLink href={`/desk/${electionId}/roll/papers`} look="secondary">
            {t("publish.toPapers")}
          </ButtonLink>
        </ButtonRow>
      </Confirmation>
    );
  }
  const overview = await rollOverview(db, electionId);
  if (overview.version !== null) {
    return (
      <>
        <Heading>{t("next.done")}</Heading>
        {nav}
        <p>{t("nextExplain.done", { total: overview.registered ?? overview.version.total })}</p>
        <SupplementForm electionId={electionId} changes={await unannounced(db, electionId)} action={supplementRollAction} />
      </>
    );
  }
  const today = dayOf(now);
  const check = await postingCheck(db, electionId, today);
  if (check === null) notFound();
  return <PostingForm electionId={electionId} check={check} today={today} nav={nav} action={publishRollAction} />;
});
