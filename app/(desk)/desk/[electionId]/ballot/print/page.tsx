import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BallotSheet } from "#components/ballot/BallotSheet.tsx";
import { BackLink, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, NumberField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { ballotPaper, openColour } from "#lib/ballot/papers.ts";
import { ballotRoom } from "#lib/ballot/room.ts";
import { today } from "#lib/calendar/day.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordPrintRunAction } from "../actions.ts";

/** The sheet as it will be printed, and its print runs. */
export default guardedPage("ballot.write", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const { vote } = room;
  if (vote === null) return <NoVote title={t("print.title")} electionId={electionId} />;
  const last = vote.printRuns.at(-1);
  const writes = vote.state === "preparing" || vote.state === "open";
  const file = `/api/votes/${vote.id}`;
  return (
    <>
      <Heading>{t("print.title")}</Heading>
      <Lede>{t("print.lede")}</Lede>
      {search["done"] === "print" ? <Notice title={t("saved.print")} state="done" announce><p>{t("print.orderNext")}</p></Notice> : null}
      <BallotSheet paper={ballotPaper(vote, room, last?.colour ?? openColour)} />
      <ButtonRow>
        <ButtonLink href={`${file}/ballot`} newTab>
          {t(last === undefined ? "print.proofPdf" : "print.pdf")}
        </ButtonLink>
      </ButtonRow>
      <Heading level={2}>{t("print.runs")}</Heading>
      <DataTable
        caption={t("print.runs")}
        captionHidden
        rows={vote.printRuns}
        rowKey={(run) => run.id}
        empty={t("print.noRuns")}
        columns={[
          { key: "day", head: t("print.day"), rowHeader: true, cell: (run) => <Day day={run.printedOn} style="short" /> },
          { key: "colour", head: t("print.colour"), cell: (run) => run.colour },
          { key: "quantity", head: t("print.quantity"), numeric: true, cell: (run) => <Num value={run.quantity} /> },
          { key: "serials", head: t("print.serials"), cell: (run) => t("print.serialRange", { from: serial(run.serialFrom), to: serial(run.serialTo) }) },
          { key: "order", head: t("print.orderHead"), cell: (run) => <a href={`${file}/print-order?run=${run.id}`} target="_blank" rel="noopener">{t("print.order")}<span className="sr-only">{serial(run.serialFrom)}</span></a> },
        ]}
        totals={{ day: t("sums.total"), quantity: <Num value={vote.printed} /> }}
      />
      {writes ? (
        <>
          <Heading level={2}>{t(last === undefined ? "print.record" : "print.recordMore")}</Heading>
          <CommandForm action={recordPrintRunAction} hidden={{ voteId: vote.id, version: String(vote.version) }} submitLabel={t("print.submit")} keep={`print-${vote.id}`} aside={<BackLink electionId={electionId} />}>
            <TextField name="colour" label={t("print.colour")} hint={t("print.colourHint")} width="short" defaultValue={last?.colour ?? ""} />
            <NumberField name="quantity" label={t("print.quantity")} hint={t("print.quantityHint", { registered: vote.registered, printed: vote.printed })} />
            <DateField name="printedOn" label={t("print.day")} defaultValue={today(now)} />
          </CommandForm>
        </>
      ) : (
        <Notice title={t("started")} state="blocked">
          <p>{t("closedExplain")}</p>
        </Notice>
      )}
    </>
  );
});

/** A stub's number as printed: six digits. */
const serial = (number: number): string => String(number).padStart(6, "0");
