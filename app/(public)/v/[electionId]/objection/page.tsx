import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ObjectionWindow } from "#components/roll/ObjectionWindow.tsx";
import { ObserverShell } from "#components/observer/ObserverShell.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { TextAreaField, TextField } from "#components/form/TextFields.tsx";
import { InvalidNotice } from "#components/observer/InvalidNotice.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { objectionShown, type ObjectionShown } from "#lib/observer/shown.ts";
import { OBJECTION_KINDS } from "#lib/roll/objections/model.ts";
import { objectionWindows } from "#lib/roll/objections/queries.ts";
import { rollElection } from "#lib/roll/election.ts";
import { openAnswer } from "#lib/web/public-answer.ts";
import { publicPage } from "#lib/web/page.ts";

/** A villager objects to the posted list (申诉) from home. Works without scripts; what was typed is kept when refused. */
export default publicPage(async ({ db, params, search, now }) => {
  const election = await publicElection(db, params["electionId"] ?? "");
  const roll = election === null ? null : await rollElection(db, election.id);
  if (election === null || roll === null) notFound();
  const t = await getTranslations("observer.objection");
  const windows = await objectionWindows(db, election.id);
  const today = dayOf(now);
  const shown = openAnswer(`objection:${election.id}`, search["answer"], objectionShown, now);
  const open = windows !== null && today <= (windows.supplement ?? windows.list);
  return (
    <ObserverShell election={election} here={[{ label: t("title") }]}>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede", { objectionDays: roll.law.values.objectionDays, decisionDays: roll.law.values.decisionDays })}</Lede>
      {shown === null ? null : <Shown shown={shown} />}
      {windows === null ? <p>{t("notPosted")}</p> : <ObjectionWindow windows={windows} today={today} citation={roll.law.citations.objectionDays} />}
      {open && shown?.kind !== "received" ? <ObjectionForm electionId={election.id} values={shown !== null && "values" in shown ? shown.values : {}} /> : null}
      <p>{t(open ? "privacy" : "elsewhere")}</p>
    </ObserverShell>
  );
});

async function ObjectionForm({ electionId, values }: { readonly electionId: string; readonly values: Readonly<Record<string, string>> }) {
  const t = await getTranslations("observer.objection");
  const asks = await getTranslations("objections.asks");
  const f = await getTranslations("fields");
  const typed = (name: string): string => values[name] ?? "";
  return (
    <form method="post" action={`/api/v/${electionId}/objection`} className="form">
      <RadioField name="asks" label={f("asks")} defaultValue={typed("asks")} choices={OBJECTION_KINDS.map((kind) => ({ value: kind, label: asks(kind) }))} />
      <TextField name="about" label={f("about")} hint={t("aboutHint")} maxLength={80} defaultValue={typed("about")} />
      <TextField name="aboutGroup" label={f("aboutGroup")} hint={t("groupHint")} width="short" maxLength={3} optional defaultValue={typed("aboutGroup")} />
      <TextAreaField name="statement" label={f("statement")} hint={t("statementHint")} defaultValue={typed("statement")} />
      <TextField name="objector" label={f("objector")} hint={t("objectorHint")} autoComplete="name" maxLength={50} defaultValue={typed("objector")} />
      <TextField name="contactWay" label={f("contactWay")} hint={t("contactHint")} autoComplete="tel" maxLength={60} defaultValue={typed("contactWay")} />
      <div className="btn-row">
        <Button>{t("send")}</Button>
      </div>
    </form>
  );
}

/** What became of the objection that was just sent. */
async function Shown({ shown }: { readonly shown: ObjectionShown }) {
  const t = await getTranslations("observer.objection");
  switch (shown.kind) {
    case "received":
      return (
        <Notice title={t("received", { number: shown.number })} state="done" announce>
          <p>{t.rich("receivedNext", { day: () => <Day day={shown.decideUntil} /> })}</p>
        </Notice>
      );
    case "late":
      return <Notice title={t("late")} state="late" announce><p>{t("elsewhere")}</p></Notice>;
    case "wait":
      return <Notice title={t("wait", { minutes: shown.minutes })} state="blocked" announce><p>{t("elsewhere")}</p></Notice>;
    case "invalid":
      return <InvalidNotice title={t("invalid")} issues={shown.issues} />;
  }
}
