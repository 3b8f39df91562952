import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, NumberField } from "#components/form/TextFields.tsx";
import { PrimaryRounds } from "#components/nomination/PrimaryRounds.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { personLabel } from "#lib/election/people.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { roundContests } from "#lib/nomination/rules.ts";
import { standingsOf } from "#lib/nomination/standings.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordRoundAction, removeRoundAction } from "../../actions.ts";

/** Votes of the primary, or of another voting among those with equal votes; the last one can be taken back until it is announced. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const { primary } = view;
  const back = `/desk/${view.electionId}/nomination/primary`;
  const hidden = { electionId: view.electionId, version: String(view.version) };
  const backLink = <ButtonLink href={back} look="secondary">{t("back")}</ButtonLink>;
  if (primary === null || view.closed) {
    return (
      <>
        <Heading>{t("primaryResult")}</Heading>
        <Notice title={t(primary === null ? "primaryFirst" : "closed")} state="blocked">
          <ButtonRow>{backLink}</ButtonRow>
        </Notice>
      </>
    );
  }
  const again = primary.rounds.length > 0;
  const contests = roundContests(view.seats, await standingsOf(db, view.electionId), primary.rounds.length);
  return (
    <>
      <Heading>{t(again ? "primaryAgain" : "primaryResult")}</Heading>
      <Lede>{t(again ? "primaryAgainLede" : "primaryResultLede", { entitled: primary.entitled })}</Lede>
      {again ? <PrimaryRounds view={view} rounds={primary.rounds} /> : null}
      {again && primary.resultPosted !== "current" ? <CommandForm action={removeRoundAction} formId="remove" hidden={hidden} submitLabel={t("primaryRemove")} look="secondary" small /> : null}
      {contests.length === 0 ? <Notice title={t(again ? "primaryDecided" : "primaryNotNeeded")} state="done"><ButtonRow>{backLink}</ButtonRow></Notice> : (
        <CommandForm action={recordRoundAction} formId="round" hidden={hidden} submitLabel={t("primarySubmit")} keep={`primary-round-${view.electionId}-${primary.rounds.length}`} aside={backLink}>
          <DateField name="heldOn" label={t("primaryDay")} max={today(now)} defaultValue={again ? "" : primary.heldOn} />
          <div className="field-row">
            <NumberField name="ballots" label={t("primaryBallots")} hint={t(`primaryNeeds.${primary.voters}`)} />
            <NumberField name="invalid" label={fields("invalid")} defaultValue={0} />
          </div>
          {contests.map(({ plan, running, tied }) => (
            <fieldset key={plan.contest} className="row-set">
              <legend className="field-label">{t("officeLine", { office: t(`contest.${plan.contest}`), seats: plan.seats, candidates: plan.seats + plan.margin })}</legend>
              {view.nominees.filter((nominee) => nominee.contest === plan.contest && (again ? tied : running).includes(nominee.id)).map((nominee) => (
                <NumberField key={nominee.id} name={`votes.${nominee.id}`} label={personLabel(nominee.person)} optional />
              ))}
            </fieldset>
          ))}
        </CommandForm>
      )}
    </>
  );
});
