import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpedHead, HelpedTable } from "#components/ballot/HelpedVoters.tsx";
import { BackLink, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { PersonField } from "#components/election/PersonField.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { may } from "#lib/access/permissions.ts";
import { proxyRelations } from "#lib/ballot/model.ts";
import { proxyListOf } from "#lib/ballot/posted.ts";
import { proxiesOf } from "#lib/ballot/queries.ts";
import { ballotRoom } from "#lib/ballot/room.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { proxyApplicationDeadline } from "#lib/calendar/deadlines.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addProxyAction, withdrawProxyAction } from "../actions.ts";

const done = ["add", "withdraw"];

/** Written proxies (委托投票): who votes for whom, taking one more, and withdrawing one. */
export default guardedPage("proxy.write", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const fields = await getTranslations("fields");
  const { vote, law } = room;
  if (vote === null) return <NoVote title={t("proxies.title")} electionId={electionId} />;
  const proxies = await proxiesOf(db, vote.id);
  const writes = vote.state === "preparing";
  const until = proxyApplicationDeadline(vote.heldOn, law);
  const today = dayOf(now);
  const saved = done.find((one) => one === search["done"]);
  const cap = law.values.proxyCap;
  return (
    <>
      <HelpedHead
        title={t("proxies.title")}
        lede={cap === null ? t("proxies.lede") : t("proxies.ledeCap", { cap })}
        saved={saved === undefined ? null : t(`proxies.saved.${saved}`)}
        citation={law.citations.proxyCap}
        list={await proxyListOf(db, vote)}
        code="proxies"
        electionId={electionId}
        canIssue={writes && may(actor.grants, "notice.issue", place)}
      >
        <p>
          {t.rich("proxies.until", { day: () => <Day day={until} /> })}
          {writes ? <> <strong><DeadlineWords day={until} today={today} /></strong></> : null}
        </p>
      </HelpedHead>
      <HelpedTable
        caption={t("proxies.list", { count: proxies.length })}
        empty={t("proxies.none")}
        rows={proxies}
        columns={[
          { key: "holder", head: fields("holder"), rowHeader: true, cell: (proxy) => proxy.holder },
          { key: "principal", head: fields("principal"), cell: (proxy) => proxy.principal },
          { key: "relation", head: fields("relation"), cell: (proxy) => t(`proxies.relation.${proxy.relation}`) },
          { key: "reason", head: t("proxies.reason"), cell: (proxy) => proxy.reason },
        ]}
        withdraw={writes ? { action: withdrawProxyAction, field: "proxyId", what: (proxy) => t("proxies.withdrawWhat", { principal: proxy.principalName, holder: proxy.holderName }) } : null}
      />
      {writes && today <= until ? (
        <>
          <Heading level={2}>{t("proxies.add")}</Heading>
          <CommandForm action={addProxyAction} hidden={{ voteId: vote.id }} submitLabel={t("proxies.submit")} keep={`proxy-${vote.id}`} aside={<BackLink electionId={electionId} />}>
            <PersonField electionId={electionId} name="principal" label={fields("principal")} hint={t("proxies.personHint")} />
            <PersonField electionId={electionId} name="holder" label={fields("holder")} hint={t("proxies.holderHint")} />
            <RadioField name="relation" label={fields("relation")} choices={proxyRelations.map((relation) => ({ value: relation, label: t(`proxies.relation.${relation}`) }))} />
            <TextField name="reason" label={t("proxies.reason")} hint={t("proxies.reasonHint")} />
          </CommandForm>
        </>
      ) : (
        <Notice title={t(writes ? "proxies.over" : "started")} state="blocked">
          <p>{t(writes ? "proxies.overExplain" : "startedExplain")}</p>
        </Notice>
      )}
    </>
  );
});
