import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { daysBetween } from "#lib/calendar/day.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Law } from "#lib/law/law.ts";
import { meetingCitation, representativesCitation } from "#lib/law/meeting.ts";
import { leastMajority } from "#lib/law/thresholds.ts";
import type { MeetingView, ResolutionLine } from "#lib/meeting/queries.ts";
import { passes, presentAt } from "#lib/meeting/rules.ts";
import { AttendanceWords } from "./AttendanceWords.tsx";

type RecordProps = {
  readonly meeting: MeetingView;
  readonly law: Law;
  /** Whether the names of people admitted may be shown to this reader. */
  readonly names: boolean;
};

/** A recorded meeting for the eye: facts, attendance with the article, who was chosen, each resolution with its result. */
export function MeetingRecordView({ meeting, law, names }: RecordProps) {
  return (
    <>
      <Facts meeting={meeting} />
      <Attendance meeting={meeting} law={law} />
      {meeting.chosen === null ? null : <Chosen meeting={meeting} />}
      {meeting.resolutions.length === 0 ? null : <Resolutions meeting={meeting} names={names} />}
    </>
  );
}

function Facts({ meeting }: { readonly meeting: MeetingView }) {
  const t = useTranslations("meeting");
  const fields = useTranslations("fields");
  const { record } = meeting;
  const { noticeOn, heldOn, requestedBy, requestBase } = record;
  return (
    <SummaryList
      title={t("view.facts")}
      items={[
        { key: "purpose", label: t("head.purpose"), value: t(`purpose.${meeting.purpose}`, { count: meeting.resolutions.length }) },
        { key: "heldOn", label: fields("heldOn"), value: <Day day={heldOn} /> },
        { key: "place", label: fields("place"), value: record.place },
        { key: "basis", label: fields("basis"), value: t(`form.basis.${record.basis}`) },
        ...(meeting.complete
          ? [
              { key: "calledBy", label: fields("calledBy"), value: <>{t(`form.calledBy.${record.calledBy}`)}{requestedBy === null || requestBase === null ? null : <> · {t("view.request", { by: requestedBy, of: requestBase })}</>}</> },
              { key: "noticeOn", label: fields("noticeOn"), value: noticeOn === null ? t("view.unknown") : <><Day day={noticeOn} style="date" /> {t("view.daysBefore", { days: daysBetween(noticeOn, heldOn) })}</> },
              { key: "presidedBy", label: fields("presidedBy"), value: <PersonName name={record.presidedBy} /> },
              { key: "recordedBy", label: fields("recordedBy"), value: <PersonName name={record.recordedBy} /> },
            ]
          : []),
        { key: "minutes", label: fields("minutes"), value: <span className="whitespace-pre-line">{record.minutes === "" ? t("view.minutesNone") : record.minutes}</span> },
        ...(meeting.correctionReason === null ? [] : [{ key: "reason", label: t("view.reason"), value: meeting.correctionReason }]),
      ]}
    />
  );
}

function Attendance({ meeting, law }: { readonly meeting: MeetingView; readonly law: Law }) {
  const t = useTranslations("meeting");
  const { record } = meeting;
  const { representatives, womenRepresentatives } = record;
  return (
    <>
      <Heading level={2}>{t("view.attendanceTitle")}</Heading>
      <p>
        <AttendanceWords record={record} />
      </p>
      {record.groups.length === 0 ? null : (
        <ul className="list-plain">
          {record.groups.map((group) => (
            <li key={group.groupNumber}>
              {t("view.group", { group: group.groupNumber })} <AttendanceWords record={{ ...record, ...group, groups: [] }} />
            </li>
          ))}
        </ul>
      )}
      <CitationLine citation={meetingCitation(record.kind === "groups" ? "group" : record.kind, law.national)} />
      {representatives === null || womenRepresentatives === null ? null : (
        <>
          <p>{t("view.composition", { representatives, women: womenRepresentatives })}</p>
          <CitationLine citation={representativesCitation(law.national)} />
        </>
      )}
    </>
  );
}

function Chosen({ meeting }: { readonly meeting: MeetingView }) {
  const t = useTranslations("meeting.view");
  const committee = useTranslations("committee");
  return (
    <DataTable
      caption={t("chosenTitle")}
      rows={meeting.chosen ?? []}
      rowKey={(member, index) => `${index}-${member.name}`}
      columns={[
        { key: "name", head: committee("name"), rowHeader: true, cell: (member) => <PersonName name={member.name} /> },
        { key: "position", head: committee("positionHead"), cell: (member) => committee(`record.position.${member.position}`) },
        { key: "votes", head: committee("votes"), numeric: true, cell: (member) => <Num value={member.votes} /> },
        ...(meeting.record.kind === "groups" ? [{ key: "by", head: committee("group"), cell: (member: { readonly chosenByGroup: number | null }) => (member.chosenByGroup === null ? "" : t("byGroup", { group: member.chosenByGroup })) }] : []),
      ]}
    />
  );
}

function Resolutions({ meeting, names }: { readonly meeting: MeetingView; readonly names: boolean }) {
  const t = useTranslations("meeting");
  return (
    <>
      <Heading level={2}>{t("view.resolutionsTitle")}</Heading>
      <ol className="list-decimal ps-8 marker:text-muted">
        {meeting.resolutions.map((resolution) => (
          <li key={resolution.id} className="mb-3">
            <Resolution meeting={meeting} resolution={resolution} names={names} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Resolution({ meeting, resolution, names }: { readonly meeting: MeetingView; readonly resolution: ResolutionLine; readonly names: boolean }) {
  const t = useTranslations("meeting");
  const locale = localeOf(useLocale());
  const passed = passes(meeting.record, resolution);
  const { groupNumber, yes, no, abstain, admissions } = resolution;
  return (
    <>
      <p>
        <strong>{t(`new.subject.${resolution.subject}`)}</strong> {groupNumber === null ? null : t("view.group", { group: groupNumber })} <Tag state={passed ? "done" : "late"}>{t(passed ? "view.passed" : "view.failed")}</Tag>
      </p>
      <p className="whitespace-pre-line">{resolution.text}</p>
      <p>
        {t("view.votes", { yes, no, abstain })} · {t("view.needs", { least: leastMajority(presentAt(meeting.record, groupNumber) ?? 0) })}
      </p>
      {admissions.length === 0 ? null : names ? (
        <ul className="list-plain">
          {admissions.map((person) => (
            <li key={person.entryId}>
              <PersonName name={person.name} /> · {t("view.admittedWords", { ground: t(`new.ground.${person.ground}`), since: formatDay(person.since, locale, "date"), appliedOn: formatDay(person.appliedOn, locale, "date") })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("view.namesHidden", { count: admissions.length })}</p>
      )}
    </>
  );
}
