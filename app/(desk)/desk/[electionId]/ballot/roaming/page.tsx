import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpedHead, HelpedTable } from "#components/ballot/HelpedVoters.tsx";
import { BackLink, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { PersonField } from "#components/election/PersonField.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { may } from "#lib/access/permissions.ts";
import { roamingFacts, roamingVotersOf } from "#lib/ballot/assistance-queries.ts";
import { roamingFindings } from "#lib/ballot/assistance-rules.ts";
import { roamingReasons } from "#lib/ballot/model.ts";
import { ballotRoom } from "#lib/ballot/room.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addRoamingVoterAction, setRoamingAction, withdrawRoamingVoterAction } from "../actions.ts";

const done = ["plan", "add", "withdraw"];

/** Roaming boxes (流动票箱): how many and where they go, the approval, and the voters to whom they come. */
export default guardedPage("assisted.write", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const fields = await getTranslations("fields");
  const { vote, law } = room;
  if (vote === null) return <NoVote title={t("roaming.title")} electionId={electionId} />;
  const facts = await roamingFacts(db, vote);
  const { plan, staff, list } = facts;
  const voters = await roamingVotersOf(db, vote);
  const writes = vote.state === "preparing";
  const plans = writes && may(actor.grants, "ballot.write", place);
  const saved = done.find((one) => one === search["done"]);
  const standing = writes ? roamingFindings(facts, dayOf(now), law).filter((one) => !one.ok) : [];
  const rule = law.values.roamingBoxes;
  return (
    <>
      <HelpedHead
        title={t("roaming.title")}
        lede={t("roaming.lede")}
        saved={saved === undefined ? null : t(`roaming.saved.${saved}`)}
        citation={law.citations.roamingBoxes}
        list={list}
        code="roamingVoters"
        electionId={electionId}
        canIssue={writes && may(actor.grants, "notice.issue", place)}
      >
        <p>{t(`roaming.rule.${rule}`)}{law.values.roamingStaffMin === null ? null : t("roaming.staffRule", { each: law.values.roamingStaffMin })}</p>
      </HelpedHead>
      {plan === null ? <Notice title={t("roaming.none")} state="now"><p>{t("roaming.noneExplain")}</p></Notice> : (
        <SummaryList
          items={[
            { key: "boxes", label: fields("boxes"), value: plan.boxes },
            { key: "route", label: fields("route"), value: plan.route },
            { key: "approved", label: t("roaming.approved"), value: plan.approvedOn === null ? t("roaming.notApproved") : <>{plan.approvedBy} <Day day={plan.approvedOn} style="short" /></> },
            { key: "staff", label: t("role.roamingScrutineer"), value: t("people", { people: staff }) },
          ]}
        />
      )}
      {standing.length === 0 ? null : <FindingList findings={standing} />}
      {plan === null ? null : (
        <HelpedTable
          caption={t("roaming.list", { count: voters.length })}
          empty={t("roaming.empty")}
          rows={voters}
          columns={[
            { key: "voter", head: fields("voter"), rowHeader: true, cell: (voter) => voter.voter },
            { key: "reason", head: fields("reason"), cell: (voter) => t(`roaming.reason.${voter.reason}`) },
          ]}
          withdraw={writes ? { action: withdrawRoamingVoterAction, field: "roamingVoterId", what: (voter) => voter.name } : null}
        />
      )}
      {!writes ? <Notice title={t("started")} state="blocked"><p>{t("assistedClosed")}</p></Notice> : plan === null ? null : (
        <section>
          <Heading level={2}>{t("roaming.add")}</Heading>
          <CommandForm action={addRoamingVoterAction} formId="voter" hidden={{ voteId: vote.id }} submitLabel={t("roaming.submit")} keep={`roaming-${vote.id}`}>
            <PersonField electionId={electionId} name="voter" label={fields("voter")} hint={t("proxies.personHint")} />
            <RadioField name="reason" label={fields("reason")} choices={roamingReasons.map((reason) => ({ value: reason, label: t(`roaming.reason.${reason}`) }))} />
          </CommandForm>
        </section>
      )}
      {plans ? (
        <section>
          <Heading level={2}>{t(plan === null ? "roaming.plan" : "roaming.replan")}</Heading>
          <CommandForm action={setRoamingAction} formId="plan" hidden={{ voteId: vote.id, version: String(vote.version) }} submitLabel={t("roaming.planSubmit")} keep={`roaming-plan-${vote.id}`} look={plan === null ? "primary" : "secondary"}>
            <NumberField name="boxes" label={fields("boxes")} hint={t("roaming.boxesHint")} defaultValue={plan?.boxes ?? null} />
            <TextField name="route" label={fields("route")} hint={t("roaming.routeHint")} optional defaultValue={plan?.route ?? ""} />
            <div className="field-row">
              <DateField name="approvedOn" label={fields("approvedOn")} hint={t("roaming.approvedHint")} optional max={dayOf(now)} defaultValue={plan?.approvedOn ?? ""} />
              <TextField name="approvedBy" label={fields("approvedBy")} optional defaultValue={plan?.approvedBy ?? ""} />
            </div>
          </CommandForm>
        </section>
      ) : null}
      <ButtonRow>
        {plan === null || !writes ? null : <ButtonLink href={`/desk/${electionId}/ballot/staff`} look="secondary">{t("roaming.toStaff")}</ButtonLink>}
        <BackLink electionId={electionId} />
      </ButtonRow>
    </>
  );
});
