import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { InvalidNotice } from "#components/observer/InvalidNotice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { onListShown, type OnListShown } from "#lib/observer/shown.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { openAnswer } from "#lib/web/public-answer.ts";
import { publicPage } from "#lib/web/page.ts";

/** "Am I on the list": a villager asks with his name and the last four of his own identity number. Works without scripts. */
export default publicPage(async ({ db, params, search, now }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  if (election === null) notFound();
  const t = await getTranslations("observer.onList");
  const f = await getTranslations("fields");
  const shown = openAnswer(`on-list:${election.id}`, search["answer"], onListShown, now);
  return (
    <ObserverShell election={election} here={[{ label: t("title") }]}>
      <Heading>{t("title")}</Heading>
      <Lede>{t(election.registered === null ? "notPosted" : "lede")}</Lede>
      {shown === null ? null : <Answer shown={shown} electionId={election.id} />}
      {election.registered === null ? null : (
        <form method="post" action={`/api/v/${election.id}/on-list`} className="form">
          <TextField name="name" label={f("name")} autoComplete="name" maxLength={50} defaultValue={shown?.kind === "invalid" || shown?.kind === "wait" ? shown.name : ""} />
          <TextField name="lastFour" label={f("lastFour")} hint={t("lastFourHint")} width="short" maxLength={8} sensitive />
          <div className="btn-row">
            <Button>{t(shown === null ? "ask" : "askAgain")}</Button>
          </div>
        </form>
      )}
      <p>{t("privacy")}</p>
    </ObserverShell>
  );
});

/** What the last question gave, and what to do now. */
async function Answer({ shown, electionId }: { readonly shown: OnListShown; readonly electionId: string }) {
  const t = await getTranslations("observer.onList");
  switch (shown.kind) {
    case "listed":
      return (
        <Notice title={t("listed", { name: shown.name })} state="done" announce>
          <p>{shown.group === 0 ? t("noGroup") : t("group", { group: shown.group })}</p>
        </Notice>
      );
    case "unknown":
      return (
        <Notice title={t("unknown")} state="due" announce>
          <p>{t("unknownWhy")}</p>
          <ButtonRow>
            <ButtonLink href={`/v/${electionId}`} look="secondary">{t("toNotices")}</ButtonLink>
          </ButtonRow>
        </Notice>
      );
    case "wait":
      return (
        <Notice title={t("wait", { minutes: shown.minutes })} state="blocked" announce>
          <p>{t("waitWhy")}</p>
        </Notice>
      );
    case "notPosted":
      return <Notice title={t("notPosted")} state="blocked" announce />;
    case "invalid":
      return <InvalidNotice title={t("invalid")} issues={shown.issues} />;
  }
}
