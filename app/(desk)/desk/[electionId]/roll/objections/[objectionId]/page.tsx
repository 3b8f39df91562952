import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CarryOut, DecideForms } from "#components/roll/ObjectionForms.tsx";
import { objectionState } from "#components/roll/ObjectionTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { may } from "#lib/access/permissions.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { objectionOf } from "#lib/roll/objections/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { decideObjectionAction, withdrawObjectionAction } from "../actions.ts";

const deeds = ["recorded", "decided", "withdrawn"] as const;

/** One objection: what it asks, until when it must be decided, the decision, and what then remains to be done. */
export default guardedPage("roll.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const objection = await objectionOf(db, electionId, params["objectionId"] ?? "");
  if (objection === null) notFound();
  const t = await getTranslations("objections");
  const f = await getTranslations("fields");
  const today = dayOf(now);
  const done = deeds.find((deed) => deed === search["done"]);
  const state = objectionState(objection, today);
  const open = objection.state === "open";
  return (
    <>
      <Heading>{t("one", { number: objection.number })}</Heading>
      <Lede>{t(`asks.${objection.kind}`)}：{objection.subjectName}</Lede>
      <RollNav electionId={electionId} current="objections" actor={actor} place={place} />
      {done === undefined ? null : <Notice title={t(`done.${done}`)} state="done" announce />}
      <SummaryList
        items={[
          { key: "state", label: t("state"), value: <Tag state={state.look}>{t(`states.${state.word}`)}</Tag> },
          ...(objection.subjectGroup === null ? [] : [{ key: "group", label: f("aboutGroup"), value: objection.subjectGroup }]),
          { key: "statement", label: f("statement"), value: objection.statement },
          { key: "objector", label: f("objector"), value: objection.contact === null ? objection.objector : `${objection.objector}（${objection.contact}）` },
          { key: "received", label: f("receivedOn"), value: <Day day={objection.receivedOn} /> },
          ...(open ? [{ key: "until", label: t("decideUntil"), value: <><Day day={objection.decideUntil} /> <strong><DeadlineWords day={objection.decideUntil} today={today} /></strong></> }] : []),
          ...(objection.decidedOn === null ? [] : [{ key: "decided", label: t("decidedOn"), value: <Day day={objection.decidedOn} /> }, { key: "reason", label: t("decisionReason"), value: objection.decisionReason ?? "" }]),
        ]}
      />
      <CarryOut electionId={electionId} objection={objection} announces={may(actor.grants, "notice.issue", place)} />
      {open ? (
        <DecideForms
          objection={objection}
          decide={may(actor.grants, "objection.decide", place) ? decideObjectionAction : null}
          withdraw={may(actor.grants, "objection.record", place) ? withdrawObjectionAction : null}
        />
      ) : null}
      <p>
        <ButtonLink href={`/desk/${electionId}/roll/objections`} look="secondary">{t("back")}</ButtonLink>
      </p>
    </>
  );
});
