import { useTranslations } from "next-intl";
import Link from "next/link";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import type { Day as CivilDay } from "#lib/calendar/day.ts";
import type { PhaseProgress } from "#lib/election/progress.ts";
import type { DriveProgress, VillageProgress } from "#lib/township/queries.ts";

type DriveTableProps = { readonly townshipId: string; readonly drive: DriveProgress; readonly today: CivilDay };

/** The villages of a drive, the most pressing first: phases, next step, deadline in words. */
export function DriveTable({ townshipId, drive, today }: DriveTableProps) {
  const t = useTranslations("township");
  return (
    <DataTable
      caption={t("driveCaption", { drive: drive.name })}
      captionHidden
      rows={drive.villages}
      rowKey={({ facts }) => facts.electionId}
      empty={t("noElections")}
      columns={[
        { key: "village", head: t("village"), rowHeader: true, className: "whitespace-nowrap", cell: ({ facts }) => <Link href={`/township/${townshipId}/elections/${facts.electionId}`} prefetch={false}>{facts.village}</Link> },
        { key: "day", head: t("electionDay"), className: "whitespace-nowrap", cell: ({ facts }) => <Day day={facts.electionDay} style="date" /> },
        { key: "phases", head: t("phases"), cell: ({ progress }) => <PhaseWords phases={progress.phases} /> },
        { key: "state", head: t("state"), cell: (village) => <RiskTags village={village} today={today} /> },
        { key: "next", head: t("next"), cell: ({ progress }) => <NextWords next={progress.next} today={today} /> },
      ]}
    />
  );
}

/** How many phases are done, and which one is under way; numbers and words, no bare colours. */
function PhaseWords({ phases }: { readonly phases: readonly PhaseProgress[] }) {
  const t = useTranslations("township");
  const desk = useTranslations("desk.rooms");
  const done = phases.filter((phase) => phase.state === "done").length;
  const open = phases.find((phase) => phase.state !== "done");
  return <>{open === undefined ? t("allDone") : t("phasesDone", { done, of: phases.length, current: desk(open.phase) })}</>;
}

function RiskTags({ village, today }: { readonly village: VillageProgress; readonly today: CivilDay }) {
  const t = useTranslations("township");
  const { progress, warnings, facts } = village;
  const state = progress.phases.some((phase) => phase.state === "late") ? "late" : (progress.next?.state ?? "done");
  return (
    <>
      <Tag state={state} />{" "}
      {warnings > 0 ? <Tag state={today >= facts.electionDay ? "late" : "due"}>{t("auditMissing")}</Tag> : null}
    </>
  );
}

/** The next step with its day, as a sentence. */
export function NextWords({ next, today }: { readonly next: PhaseProgress | null; readonly today: CivilDay }) {
  const t = useTranslations("township");
  const desk = useTranslations("desk");
  if (next?.todo == null) return <>{t("finished")}</>;
  return (
    <>
      {desk(`todo.${next.todo.code}`)}
      {next.deadline === null ? null : (
        <>
          {desk("join")}
          {desk.rich(next.deadline.statutory ? `deadlines.${next.deadline.step}` : "deadlines.customary", { day: () => <Day day={next.deadline?.day ?? today} style="short" /> })}
          {desk("join")}
          <DeadlineWords day={next.deadline.day} today={today} />
        </>
      )}
    </>
  );
}
