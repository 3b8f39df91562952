import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CheckboxField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ApplicationForm, ConsentNotice } from "#components/roll/ApplicationForms.tsx";
import { ApplicationWords, GroundWords, StatementWords } from "#components/roll/EntryEvidence.tsx";
import { EntryFields } from "#components/roll/EntryFields.tsx";
import { Household } from "#components/roll/Household.tsx";
import { EntryHistory } from "#components/roll/EntryHistory.tsx";
import { IdentityView } from "#components/roll/IdentityView.tsx";
import { MergedInto } from "#components/roll/duplicates/MergedInto.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Standing } from "#components/roll/Standing.tsx";
import { ContactForm, ExcludeForm, ReadmitForm, SettleForm } from "#components/roll/StandingForms.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { today } from "#lib/calendar/day.ts";
import { may } from "#lib/access/permissions.ts";
import { entryDetail, housemates } from "#lib/roll/entry/queries.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { listHref } from "#lib/roll/list-search.ts";
import { rollList } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { confirmApplicationAction, correctEntryAction, excludeEntryAction, readmitEntryAction, recordApplicationAction, recordContactAction, settleFindingsAction } from "../../actions.ts";

/** One person of the roll: standing, what is to be checked, correction, and what decides whether he is listed. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const entry = await entryDetail(db, electionId, params["entryId"] ?? "");
  if (entry === null) notFound();
  const t = await getTranslations("roll");
  const own = await getTranslations("rollEntry");
  const history = await entryHistory(db, electionId, entry.id);
  const facts = [
    { key: "standing", label: t("entry.standing"), value: <Standing status={entry.status} exclusion={entry.exclusion} openFindings={entry.openFindings} /> },
    ...(entry.exclusion === null ? [] : [{ key: "ground", label: own("evidence.groundTitle"), value: <GroundWords entry={entry} /> }]),
    ...(entry.category === 2 ? [{ key: "statement", label: own("evidence.statementTitle"), value: <StatementWords entry={entry} /> }] : []),
    ...(entry.category === 3 ? [{ key: "application", label: own("evidence.applicationTitle"), value: <ApplicationWords entry={entry} /> }] : []),
    ...(entry.posted ? [{ key: "onList", label: t("entry.onList"), value: t(entry.published ? "entry.yes" : "entry.no") }] : []),
    ...(entry.sourceRow === null ? [] : [{ key: "source", label: t("nav.import"), value: t("entry.source", { row: entry.sourceRow }) }]),
    ...(entry.idMask === null ? [] : [{ key: "id", label: t("columns.idNumber"), value: <span className="num">{entry.idMask}</span> }]),
  ];
  const mates = await housemates(db, electionId, entry);
  const done = search["done"] === "added" ? t("add.done") : search["done"] === "saved" ? t("entry.saved") : null;
  return (
    <>
      <Heading>{entry.name}</Heading>
      <Lede>{t(`category.${entry.category}`)}</Lede>
      <RollNav electionId={electionId} current="list" actor={actor} place={place} />
      {done === null ? null : <Saved title={done} electionId={electionId} entry={entry} open={await rollList(db, electionId, { status: "open" })} />}
      {entry.mergedInto === null ? null : <MergedInto electionId={electionId} into={entry.mergedInto} />}
      <SummaryList title={t("entry.facts")} items={mates.length === 0 ? facts : [...facts, { key: "household", label: own("household"), value: <Household electionId={electionId} mates={mates} /> }]} />
      {entry.idMask !== null && may(actor.grants, "roll.viewIdentity", place) ? <IdentityView electionId={electionId} entryId={entry.id} /> : null}
      {entry.mergedInto !== null ? null : (
        <>
          {entry.category === 3 && entry.status === "notApproved" && entry.application !== null ? (
            <ConsentNotice electionId={electionId} entry={entry} writes={may(actor.grants, "meeting.write", place)} confirms={may(actor.grants, "committee.write", place) ? confirmApplicationAction : null} />
          ) : null}
          {entry.category === 3 && entry.consent === null ? <ApplicationForm entry={entry} action={recordApplicationAction} /> : null}
          {entry.category === 2 && entry.exclusion === null ? (
            <ContactForm entry={entry} action={recordContactAction} today={today(now)} />
          ) : (
            <Details summary={own("contact.title")}>
              <ContactForm entry={entry} action={recordContactAction} today={today(now)} />
            </Details>
          )}
          {entry.openFindings.length === 0 ? null : <SettleForm entry={entry} action={settleFindingsAction} />}
          <Heading level={2}>{t("entry.edit")}</Heading>
          <p>{t("entry.editLede")}</p>
          <CommandForm
            action={correctEntryAction}
            hidden={{ entryId: entry.id, version: String(entry.version) }}
            submitLabel={t("entry.save")}
            pendingLabel={t("entry.saving")}
            keep={`roll-entry-${entry.id}-${entry.version}`}
            aside={<ButtonLink href={listHref(electionId, {})} look="secondary">{t("entry.back")}</ButtonLink>}
          >
            <EntryFields entry={entry} posted={entry.posted} />
            {entry.openFindings.length === 0 ? null : <CheckboxField name="settled" label={t("entry.settled")} hint={entry.openFindings.map((kind) => t(`faultNames.${kind}`)).join("、")} optional />}
          </CommandForm>
          {entry.exclusion === null ? <ExcludeForm entry={entry} action={excludeEntryAction} /> : <ReadmitForm entry={entry} action={readmitEntryAction} />}
        </>
      )}
      <Heading level={2}>{own("history.title")}</Heading>
      <p>{own("history.lede")}</p>
      <EntryHistory lines={history} imported={entry.imported} />
    </>
  );
});

type SavedProps = {
  readonly title: string;
  readonly electionId: string;
  readonly entry: { readonly id: string; readonly posted: boolean };
  readonly open: { readonly total: number; readonly rows: readonly { readonly id: string; readonly name: string }[] };
};

/** What was just saved, and the way to the next person who waits to be checked; on a posted list, to what the change asks for. */
async function Saved({ title, electionId, entry, open }: SavedProps) {
  const t = await getTranslations("roll");
  const next = open.rows.find(({ id }) => id !== entry.id);
  return (
    <Notice title={title} state="done" announce>
      {open.total === 0 ? (
        <p>{t("entry.noneOpen")}</p>
      ) : (
        <p>
          {t("entry.open", { count: open.total })} {next === undefined ? null : <Link href={`/desk/${electionId}/roll/list/${next.id}`}>{t("entry.next", { name: next.name })}</Link>}
        </p>
      )}
      {entry.posted ? (
        <p>
          {t("entry.afterPosting")} <Link href={`/desk/${electionId}/roll`}>{t("entry.nextStep")}</Link>
        </p>
      ) : null}
    </Notice>
  );
}
