import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { NominationSaved } from "#components/nomination/NominationSaved.tsx";
import { PrimaryRounds } from "#components/nomination/PrimaryRounds.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText, Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { primaryVoters } from "#lib/nomination/model.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { roundContests } from "#lib/nomination/rules.ts";
import { standingsOf } from "#lib/nomination/standings.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { setPrimaryAction } from "../actions.ts";

/** The primary (预选): when it is needed, how it is held, and what came of it. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, search }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const base = `/desk/${view.electionId}/nomination`;
  const { primary, seats, law } = view;
  const held = primary !== null && primary.rounds.length > 0;
  const about = roundContests(seats, await standingsOf(db, view.electionId), primary?.rounds.length ?? 0);
  const office = (contest: string): string => t(`contest.${contest}`);
  return (
    <>
      <Heading>{t("task.primary")}</Heading>
      <Lede>{t("primaryLede")}</Lede>
      <NominationSaved electionId={view.electionId} search={search} changeDue={false} />
      <InsetText>
        <p>{about.length === 0 ? t(held ? "primaryDecided" : "primaryNotNeeded") : t(held ? "primaryTied" : "primaryAbout", { offices: about.map((one) => `${office(one.plan.contest)}（${t("primaryCount", { nominees: (held ? one.tied : one.running).length, places: one.plan.seats + one.plan.margin })}）`).join("、") })}</p>
        <CitationLine citation={law.citations.primaryTurnout} />
      </InsetText>
      {primary === null ? null : (
        <SummaryList
          title={t("primaryMethod")}
          items={[
            { key: "voters", label: fields("voters"), value: t(`primaryVoters.${primary.voters}`) },
            { key: "when", label: t("primaryWhen"), value: <><Day day={primary.heldOn} /> {primary.fromTime}–{primary.toTime}</> },
            { key: "place", label: fields("place"), value: primary.place },
            { key: "entitled", label: fields("entitled"), value: primary.entitled },
          ]}
        />
      )}
      {held ? <PrimaryRounds view={view} rounds={primary.rounds} /> : view.closed ? <Notice title={t("closed")} state="blocked" /> : (
        <section>
          <Heading level={2}>{t(primary === null ? "primarySet" : "primaryChange")}</Heading>
          <CommandForm action={setPrimaryAction} hidden={{ electionId: view.electionId, version: String(view.version) }} submitLabel={t("save")} keep={`primary-${view.electionId}`} look={primary === null ? "primary" : "secondary"}>
            <RadioField name="voters" label={fields("voters")} defaultValue={primary?.voters ?? (law.values.primaryBy === "notSet" ? "" : law.values.primaryBy)} choices={primaryVoters.map((voters) => ({ value: voters, label: t(`primaryVoters.${voters}`), hint: t(`primaryNeeds.${voters}`) }))} />
            <NumberField name="entitled" label={fields("entitled")} hint={t("primaryEntitledHint", { registered: view.registered ?? 0 })} optional defaultValue={primary?.voters === "representatives" ? primary.entitled : null} />
            <DateField name="heldOn" label={t("primaryDay")} defaultValue={primary?.heldOn ?? ""} />
            <div className="field-row">
              <TextField name="fromTime" label={fields("fromTime")} hint={t("clockHint")} width="short" defaultValue={primary?.fromTime ?? ""} />
              <TextField name="toTime" label={fields("toTime")} width="short" defaultValue={primary?.toTime ?? ""} />
            </div>
            <TextField name="place" label={fields("place")} defaultValue={primary?.place ?? ""} />
          </CommandForm>
        </section>
      )}
      <ButtonRow>
        {primary === null ? null : <ButtonLink href={`${base}/notices/primaryMethod`} look={held || primary.methodPosted === "current" ? "secondary" : "primary"}>{t("notice.primaryMethod")}</ButtonLink>}
        {primary === null || about.length === 0 || view.closed ? null : <ButtonLink href={`${base}/primary/result`} look={held || primary.methodPosted === "current" ? "primary" : "secondary"}>{t(held ? "primaryAgain" : "primaryResult")}</ButtonLink>}
        {held ? <ButtonLink href={`${base}/notices/primaryResult`} look={about.length === 0 && primary.resultPosted !== "current" ? "primary" : "secondary"}>{t("notice.primaryResult")}</ButtonLink> : null}
        <ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
