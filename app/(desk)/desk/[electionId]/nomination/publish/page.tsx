import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { NoticeCheck, NoticeIssued } from "#components/notice/NoticeCheck.tsx";
import { AlreadyPublished } from "#components/nomination/AlreadyPublished.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today } from "#lib/calendar/day.ts";
import { beforeAct } from "#lib/election/guards/standing.ts";
import { previewNotice } from "#lib/election/notice-command.ts";
import { nameOrders } from "#lib/nomination/model.ts";
import { candidateBody, draftList, sheetsOf } from "#lib/nomination/publish.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { noticeRecord } from "#lib/notice/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { prepareOpenVoteAction, publishCandidatesAction } from "../actions.ts";

/** The formal list: order of names, what speaks against it, notice 9 word for word, publish. */
export default guardedPage("nomination.publish", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const [view, list] = await Promise.all([nominationView(db, electionId), draftList(db, electionId)]);
  if (view === null || list === null) notFound();
  const t = await getTranslations("nomination");
  const base = `/desk/${electionId}/nomination`;
  const issued = typeof search["issued"] === "string" ? await noticeRecord(db, search["issued"]) : null;
  if (issued !== null && issued.electionId === electionId) return <NoticeIssued electionId={electionId} notice={issued} nextHref={`/desk/${electionId}/ballot`} nextLabel={t("toBallot")} />;
  if (view.closed) {
    return (
      <>
        <Heading>{t("task.publish")}</Heading>
        <Notice title={t("closed")} state="blocked">
          <ButtonRow>
            {view.published === null ? null : <ButtonLink href={`/desk/${electionId}/notices/${view.published.id}`}>{t("publishedOpen", { number: view.published.number })}</ButtonLink>}
            <ButtonLink href={`/desk/${electionId}/ballot`} look="secondary">{t("toBallot")}</ButtonLink>
          </ButtonRow>
        </Notice>
      </>
    );
  }
  if (view.method === "combinedMeeting") {
    return (
      <>
        <Heading>{t("openVoteTitle")}</Heading>
        <Lede>{t("openVoteLede")}</Lede>
        <CommandForm action={prepareOpenVoteAction} hidden={{ electionId, version: String(list.version) }} submitLabel={t("openVoteSubmit")} />
      </>
    );
  }
  const chosen = new Set(list.selections.flatMap((selection) => selection.chosen.map((nominee) => nominee.id)));
  const unchanged = view.nominees.every((nominee) => chosen.has(nominee.id) === (nominee.state === "candidate"));
  if (view.published !== null && unchanged && search["order"] === undefined) return <AlreadyPublished electionId={electionId} notice={view.published} />;
  const order = nameOrders.find((one) => one === search["order"]) ?? "votes";
  const places = Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (name.startsWith("place-") && typeof value === "string" ? [[name.slice(6), value]] : [])));
  const sheets = sheetsOf(list.selections, order, places);
  const body = await candidateBody(db, electionId, sheets, list.people, order);
  const preview = await previewNotice(db, electionId, "candidates", body === null || sheets.every((sheet) => sheet.people.length === 0) ? null : { body, findings: [] }, today(now));
  if (preview === null) {
    return (
      <>
        <Heading>{t("task.publish")}</Heading>
        <Notice title={t("todo.nomineesFirst")} state="blocked" />
      </>
    );
  }
  const hidden = { electionId, version: String(list.version), order, ...Object.fromEntries(Object.entries(places).map(([id, value]) => [`places.${id}`, value])) };
  return (
    <>
      <NoticeCheck title={preview.title} number={preview.number} paper={preview.paper} findings={[...(await beforeAct(db, electionId, "publishCandidates", today(now))), ...preview.findings.filter((one) => one.severity === "info")]} action={publishCandidatesAction} hidden={hidden} backHref={base} />
      <section>
        <Heading level={2}>{t("orderTitle")}</Heading>
        <form method="get" className="form">
          <fieldset className="field">
            <legend className="field-label">{t("orderLegend")}</legend>
            {nameOrders.map((one) => (
              <div key={one} className="choice">
                <input id={`order-${one}`} type="radio" name="order" value={one} defaultChecked={one === order} />
                <label htmlFor={`order-${one}`}>{t(`order.${one}`)}</label>
              </div>
            ))}
          </fieldset>
          {order === "manual"
            ? sheets.map(({ selection, people }) => (
                <fieldset key={selection.plan.contest} className="row-set">
                  <legend className="field-label">{t(`contest.${selection.plan.contest}`)}</legend>
                  {people.map((person, index) => (
                    <div key={person.id} className="field">
                      <label htmlFor={`place-${person.id}`} className="field-label">{person.name}</label>
                      <input id={`place-${person.id}`} name={`place-${person.id}`} inputMode="numeric" maxLength={2} className="input input-digits" defaultValue={String(places[person.id] ?? index + 1)} />
                    </div>
                  ))}
                </fieldset>
              ))
            : null}
          <div className="btn-row">
            <Button look="secondary">{t("orderShow")}</Button>
          </div>
        </form>
      </section>
    </>
  );
});
