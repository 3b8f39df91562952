import { useTranslations } from "next-intl";
import { hasQuorum, quorumOf } from "#lib/law/meeting.ts";
import { attendanceOf, type MeetingFigures } from "#lib/meeting/attendance.ts";
import type { GroupFigures } from "#lib/meeting/rules.ts";

type AttendanceWordsProps = { readonly record: MeetingFigures & { readonly groups: readonly GroupFigures[] } };

/** Entitled and present in words, and whether that is a quorum: of the meeting, or of every group that met. */
export function AttendanceWords({ record }: AttendanceWordsProps) {
  const t = useTranslations("meeting");
  const { entitled, present, groups } = record;
  const all = groups.every((group) => hasQuorum(attendanceOf({ ...record, ...group })));
  const attendance = attendanceOf(record);
  const words =
    record.kind === "groups" && groups.length > 0
      ? t(all ? "quorum.groupsReached" : "quorum.groupsMissed", { count: groups.length })
      : t(hasQuorum(attendance) ? "quorum.reached" : "quorum.missed", { least: quorumOf(attendance) });
  return (
    <>
      {t("attendance", { entitled, present })} · <strong>{words}</strong>
    </>
  );
}
