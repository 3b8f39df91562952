import type { Day } from "#lib/calendar/day.ts";
import type { Contact } from "#lib/roll/contact.ts";
import type { RollLaw } from "#lib/roll/model.ts";
import { invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { EntryContent } from "./change.ts";
import { restand } from "./rules.ts";

/** What a registrar brings back from one person: the contact, its day, and what he saw of where the person lives. */
export type Visited = Contact & {
  readonly day: Day;
  /** Null: nothing was said about it. */
  readonly livesHere: boolean | null;
};

/** Kinds of open finding that a report at the door leaves for the desk. */
export const REPORT_FINDINGS = { died: "reportedDead", movedOut: "reportedMovedOut" } as const;
export type Report = keyof typeof REPORT_FINDINGS;

/**
 * Whether a contact can have been so: he says it himself (本人表示), so nothing is stated through the family or by
 * somebody who was not reached; and nothing was heard on a day to come.
 */
export function contactIssue(contact: Pick<Visited, "how" | "outcome" | "statement" | "day">, today: Day): Result<null, Refusal> {
  if (contact.day > today) return invalid("day", "inFuture");
  if (contact.statement !== "none" && contact.how === "family") return invalid("said", "notSaidHimself");
  if (contact.statement !== "none" && contact.outcome === "notReached") return invalid("said", "saidByNobody");
  return ok(null);
}

/** The category after what was seen of where he lives: it moves between the first and the second only (户籍在本村). */
function categoryAfter(content: EntryContent, livesHere: boolean | null): EntryContent["category"] {
  if (livesHere === null || content.category === 3) return content.category;
  return livesHere ? 1 : 2;
}

/**
 * What an entry says after a contact. A statement counts for people who live elsewhere only (第二类, R-04), and never
 * replaces what was heard on a later day. Reports become findings for the desk; nobody is struck off at the door.
 */
export function afterContact(content: EntryContent, heard: Visited, reports: readonly Report[], electionDay: Day, law: RollLaw): EntryContent {
  const category = categoryAfter(content, heard.livesHere);
  const older = content.heard !== null && heard.day < content.heard.on;
  const keeps = content.category === category ? { takesPart: content.takesPart, heard: content.heard } : { takesPart: null, heard: null };
  const stated = category === 2 && heard.statement !== "none" && heard.how !== "family" && !older;
  const said = stated ? { takesPart: heard.statement === "takesPart", heard: { on: heard.day, how: heard.how } } : keeps;
  const openFindings = [...new Set([...content.openFindings, ...reports.map((report) => REPORT_FINDINGS[report])])];
  return restand(content, { category, livesHere: category !== 2, ...said, openFindings }, electionDay, law);
}

/** Whether two contents of an entry say the same, as far as a contact can change it. */
export const sameAfterContact = (one: EntryContent, other: EntryContent): boolean =>
  one.category === other.category && one.takesPart === other.takesPart && one.heard?.on === other.heard?.on && one.heard?.how === other.heard?.how &&
  one.status === other.status && one.openFindings.length === other.openFindings.length;

/** Whether what a phone brings would overwrite with another value what somebody else set meanwhile. */
export const overwrites = (now: EntryContent, after: EntryContent): boolean =>
  now.exclusion !== null ? !sameAfterContact(now, after) : now.category !== after.category || (now.takesPart !== null && now.takesPart !== after.takesPart);
