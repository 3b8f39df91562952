import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpedHead, HelpedTable } from "#components/ballot/HelpedVoters.tsx";
import { BackLink, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { PersonField } from "#components/election/PersonField.tsx";
import { ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { scribesOf } from "#lib/ballot/assistance-queries.ts";
import { scribeReasons } from "#lib/ballot/model.ts";
import { scribeListOf } from "#lib/ballot/posted.ts";
import { ballotRoom } from "#lib/ballot/room.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addScribeAction, withdrawScribeAction } from "../actions.ts";

const done = ["add", "withdraw"];

/** Who writes the ballots of voters that cannot (代写). */
export default guardedPage("assisted.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const fields = await getTranslations("fields");
  const { vote, law } = room;
  if (vote === null) return <NoVote title={t("scribes.title")} electionId={electionId} />;
  const scribes = await scribesOf(db, vote);
  const writes = vote.state === "preparing";
  const saved = done.find((one) => one === search["done"]);
  const cap = law.values.scribeCap;
  const appointed = vote.staff.filter((one) => one.role === "scribe").map((one) => one.name);
  return (
    <>
      <HelpedHead
        title={t("scribes.title")}
        lede={t("scribes.lede")}
        saved={saved === undefined ? null : t(`scribes.saved.${saved}`)}
        citation={law.citations.scribeBy}
        list={await scribeListOf(db, vote)}
        code="scribes"
        electionId={electionId}
        canIssue={writes && may(actor.grants, "notice.issue", place)}
      >
        <p>{t(`scribes.rule.${law.values.scribeBy}`)}{cap === null ? null : t("scribes.cap", { cap })}</p>
        <p>{appointed.length === 0 ? t("scribes.noneAppointed") : t("scribes.appointed", { names: appointed.join("、") })}</p>
      </HelpedHead>
      <HelpedTable
        caption={t("scribes.list", { count: scribes.length })}
        empty={t("scribes.empty")}
        rows={scribes}
        columns={[
          { key: "voter", head: fields("voter"), rowHeader: true, cell: (one) => one.voter },
          { key: "scribe", head: fields("scribe"), cell: (one) => one.scribe },
          { key: "reason", head: fields("reason"), cell: (one) => t(`scribes.reason.${one.reason}`) },
        ]}
        withdraw={writes ? { action: withdrawScribeAction, field: "scribeId", what: (one) => one.voterName } : null}
      />
      {writes ? (
        <section>
          <Heading level={2}>{t("scribes.add")}</Heading>
          <CommandForm action={addScribeAction} formId="scribe" hidden={{ voteId: vote.id }} submitLabel={t("scribes.submit")} keep={`scribe-${vote.id}`} aside={<BackLink electionId={electionId} />}>
            <PersonField electionId={electionId} name="voter" label={fields("voter")} hint={t("proxies.personHint")} />
            <PersonField electionId={electionId} name="scribe" label={fields("scribe")} hint={t("scribes.scribeHint")} />
            <RadioField name="reason" label={fields("reason")} choices={scribeReasons.map((reason) => ({ value: reason, label: t(`scribes.reason.${reason}`) }))} />
          </CommandForm>
        </section>
      ) : (
        <>
          <Notice title={t("started")} state="blocked"><p>{t("assistedClosed")}</p></Notice>
          <ButtonRow><BackLink electionId={electionId} /></ButtonRow>
        </>
      )}
    </>
  );
});
