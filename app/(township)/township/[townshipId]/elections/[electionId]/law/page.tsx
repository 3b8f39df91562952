import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DifferenceTable } from "#components/law/LawParts.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { placeOfElection } from "#lib/access/place.ts";
import { lawView, newerPacks } from "#lib/pack/queries.ts";
import { electionOfTownship } from "#lib/township/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { moveElectionAction } from "./actions.ts";

/** Newer packs for one election: what they change, what of it was acted upon already, and the step of moving to them. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, actor }) => {
  const townshipId = params["townshipId"] ?? "";
  const election = await electionOfTownship(db, townshipId, params["electionId"] ?? "");
  const view = election === null ? null : await lawView(db, election.id);
  const place = election === null ? null : await placeOfElection(db, election.id);
  if (election === null || view === null || place === null) notFound();
  const newer = await newerPacks(db, view);
  const t = await getTranslations("law.move");
  const back = `/township/${townshipId}/elections/${election.id}`;
  if (newer === null) {
    return (
      <>
        <Heading>{t("title", { village: view.village })}</Heading>
        <Notice title={t("newest")} state="done" />
        <ButtonRow>
          <ButtonLink look="secondary" href={back}>{t("back")}</ButtonLink>
        </ButtonRow>
      </>
    );
  }
  const stopped = newer.opened || newer.fixed.size > 0 || newer.refusals.length > 0;
  return (
    <>
      <Heading>{t("title", { village: view.village })}</Heading>
      <Lede>{t("lede")}</Lede>
      <DifferenceTable caption={t("changed", { count: newer.changed.length })} beforeHead={t("before")} afterHead={t("after")} rows={newer.changed} fixed={newer.fixed} />
      {newer.resourced.length === 0 ? null : (
        <Details summary={t("resourced", { count: newer.resourced.length })}>
          <DifferenceTable caption={t("resourcedCaption")} beforeHead={t("before")} afterHead={t("after")} rows={newer.resourced} />
        </Details>
      )}
      {newer.opened ? <Notice title={t("opened")} state="blocked"><p>{t("openedExplain")}</p></Notice> : null}
      {!newer.opened && newer.fixed.size > 0 ? <Notice title={t("acted", { count: newer.fixed.size })} state="blocked"><p>{t("actedExplain")}</p></Notice> : null}
      {newer.refusals.length === 0 ? null : (
        <>
          <p>{t("methodOutside")}</p>
          <FindingList findings={newer.refusals} />
        </>
      )}
      {!stopped && may(actor.grants, "election.moveLaw", place) ? (
        <CommandForm action={moveElectionAction} hidden={{ electionId: view.electionId, version: String(view.version), packs: newer.token, townshipId }} submitLabel={t("submit")} aside={<ButtonLink look="secondary" href={back}>{t("back")}</ButtonLink>}>
          <p>{t("explain")}</p>
        </CommandForm>
      ) : (
        <ButtonRow>
          <ButtonLink look="secondary" href={back}>{t("back")}</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
});
