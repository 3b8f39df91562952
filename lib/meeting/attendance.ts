import type { Attendance } from "../law/meeting.ts";
import { unreachable } from "../platform/result.ts";
import type { MeetingBasis, MeetingKind } from "./kinds.ts";

/** A meeting's figures; of one group where groups met. */
export type MeetingFigures = { readonly kind: MeetingKind; readonly basis: MeetingBasis; readonly entitled: number; readonly present: number };

/** Attendance as the law's rules of quorum know it; representatives' meetings count their members whatever else was ticked. */
export function attendanceOf({ kind, basis, entitled, present }: MeetingFigures): Attendance {
  const countedBy = basis === "households" ? "households" : "adults";
  switch (kind) {
    case "assembly":
      return { kind: "assembly", countedBy, entitled, present };
    case "groups":
      return { kind: "group", countedBy, entitled, present };
    case "representatives":
      return { kind: "representatives", entitled, present };
    default:
      return unreachable(kind);
  }
}
