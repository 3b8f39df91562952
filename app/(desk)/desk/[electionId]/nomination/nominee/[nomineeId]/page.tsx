import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField, SelectField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextAreaField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { CitationLine, FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { today } from "#lib/calendar/day.ts";
import { nomineeSources, withdrawCauses } from "#lib/nomination/model.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { barFinding, withdrawalDeadline } from "#lib/nomination/rules.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { changeNomineeAction, refuseNominationAction, vetNomineeAction, withdrawNomineeAction } from "../../actions.ts";

/** One nominee: the four bars of the law, correction of votes, withdrawal. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  const nominee = view?.nominees.find((one) => one.id === params["nomineeId"]);
  if (view === null || nominee === undefined) notFound();
  const t = await getTranslations("nomination");
  const fields = await getTranslations("fields");
  const hidden = { nomineeId: nominee.id, version: String(nominee.version) };
  const { person, vetting } = nominee;
  const until = nominee.state === "candidate" ? withdrawalDeadline(view.electionDay, view.listedOn, view.law) : null;
  return (
    <>
      <Heading>{t("nomineeTitle", { name: person.name, contest: t(`contest.${nominee.contest}`) })}</Heading>
      <Lede>{t("whoValue", { group: person.groupNumber, sex: t(person.sex), year: String(person.birthYear) })}</Lede>
      <SummaryList
        items={[
          { key: "state", label: t("stateHead"), value: t(`state.${nominee.state}`) },
          { key: "votes", label: t("votes"), value: nominee.votes },
          { key: "source", label: t("sourceHead"), value: nominee.nominators === null ? t(`source.${nominee.source}`) : t("jointBy", { people: nominee.nominators }) },
          { key: "consent", label: t("consentHead"), value: nominee.consent === null ? t("consentOpen") : <>{t(nominee.consent.given ? "consentGiven" : "consentRefused")} <Day day={nominee.consent.on} style="short" /></> },
          ...(vetting === null ? [] : [{ key: "vetting", label: t("vettingHead"), value: vetting.bars.length === 0 ? t("vettedClear", { by: vetting.by, on: vetting.on }) : t("vettedBarred", { by: vetting.by, on: vetting.on, bars: vetting.bars.map((bar) => t(`bar.${bar}`)).join("；") }) }]),
        ]}
      />
      {vetting === null || vetting.bars.length === 0 ? null : <FindingList findings={[barFinding(person.name, vetting.bars, view.law)]} />}
      {view.closed ? <Notice title={t("closed")} state="blocked" /> : (
        <>
          <section>
            <Heading level={2}>{t("task.vetting")}</Heading>
            <CitationLine citation={view.law.citations.candidateBars} />
            <CommandForm action={vetNomineeAction} formId="vet" hidden={hidden} submitLabel={t("vetSubmit")} keep={`vet-${nominee.id}`}>
              {view.law.values.candidateBars.map((bar) => (
                <RadioField key={bar} name={`bars.${bar}`} label={t(`bar.${bar}`)} defaultValue={vetting === null ? "" : vetting.bars.includes(bar) ? "yes" : "no"} choices={[{ value: "no", label: t("barNo") }, { value: "yes", label: t("barYes") }]} />
              ))}
              <TextAreaField name="ground" label={fields("ground")} hint={t("groundHint")} optional rows={2} defaultValue={nominee.state === "barred" ? (nominee.reason ?? "") : ""} />
              <TextField name="vettedBy" label={fields("vettedBy")} defaultValue={vetting?.by ?? ""} />
              <DateField name="vettedOn" label={fields("vettedOn")} max={today(now)} defaultValue={vetting?.on ?? today(now)} />
            </CommandForm>
          </section>
          <section>
            <Heading level={2}>{t("changeTitle")}</Heading>
            <CommandForm action={changeNomineeAction} formId="change" hidden={hidden} submitLabel={t("changeSubmit")} look="secondary">
              <div className="field-row">
                <NumberField name="votes" label={t("votesOrNominators")} defaultValue={nominee.nominators ?? nominee.votes} />
                <SelectField name="source" label={fields("source")} choices={nomineeSources.map((source) => ({ value: source, label: t(`source.${source}`) }))} defaultValue={nominee.source} emptyLabel={null} width="short" />
              </div>
            </CommandForm>
          </section>
          {nominee.state === "withdrawn" || nominee.consent !== null ? null : (
            <section>
              <Heading level={2}>{t("refuseTitle")}</Heading>
              <p>{t("refuseExplain")}</p>
              <CommandForm action={refuseNominationAction} formId="refuse" hidden={hidden} submitLabel={t("refuseSubmit")} look="warning">
                <DateField name="consentOn" label={fields("consentOn")} max={today(now)} />
              </CommandForm>
            </section>
          )}
          {nominee.state === "withdrawn" ? null : (
            <section>
              <Heading level={2}>{t("withdrawTitle")}</Heading>
              <p>{t("withdrawExplain")}</p>
              {until === null ? null : <CitationLine citation={view.law.values.candidateWithdrawalDays === null ? view.law.citations.candidateWithdrawalAfterListDays : view.law.citations.candidateWithdrawalDays} />}
              <CommandForm action={withdrawNomineeAction} formId="withdraw" hidden={hidden} submitLabel={t("withdrawSubmit")} look="warning">
                <RadioField name="cause" label={fields("cause")} choices={withdrawCauses.map((cause) => ({ value: cause, label: t(`cause.${cause}`) }))} />
                <DateField name="withdrewOn" label={fields("withdrewOn")} hint={until === null ? t("withdrewHint") : t("withdrewUntil", { until })} max={today(now)} optional />
                <TextField name="note" label={fields("note")} optional />
              </CommandForm>
            </section>
          )}
        </>
      )}
      <ButtonRow>
        <ButtonLink href={`/desk/${view.electionId}/nomination`} look="secondary">{t("back")}</ButtonLink>
      </ButtonRow>
    </>
  );
});
