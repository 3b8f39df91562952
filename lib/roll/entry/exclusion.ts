import type { Day } from "#lib/calendar/day.ts";
import { finding } from "#lib/law/catalogue.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import type { ContactOutcome, ContactWay } from "#lib/roll/contact.ts";
import type { Exclusion } from "#lib/roll/model.ts";
import { invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { ExclusionGround } from "./evidence.ts";

/** Attempts to reach a person, as recorded. */
export type Attempts = readonly { readonly how: ContactWay; readonly outcome: ContactOutcome; readonly day: Day }[];

/** Fields of the paper that a kind of exclusion cannot do without: a judgment (判决书) with its court, where he is registered instead. */
const NEEDED: Readonly<Record<Exclusion, readonly (keyof ExclusionGround)[]>> = {
  deprived: ["document", "issuer"], registeredElsewhere: ["place"], dead: [], movedOut: [], duplicate: [], unreachable: [], unable: [],
};

/** Whether an exclusion has what its kind needs; rights that are back by election day exclude nobody (选举日前恢复政治权利). */
export function groundIssue(kind: Exclusion, ground: ExclusionGround, electionDay: Day): Result<null, Refusal> {
  const missing = NEEDED[kind].find((field) => ground[field] === null);
  if (missing !== undefined) return invalid(missing, "required");
  if (kind === "deprived" && ground.until !== null && ground.until < electionDay) return invalid("until", "rightsBackByElection");
  return ground.until !== null && ground.day !== null && ground.until < ground.day ? invalid("until", "endsBeforeItBegins") : ok(null);
}

/**
 * 无法取得联系: whether the law in force lets people be left off who cannot be reached, and whether they were sought in
 * more than one way (经多种方式确实无法取得联系的) since they were last reached.
 */
export function unreachableFindings(law: Law, attempts: Attempts): readonly Finding[] {
  const lastReached = attempts.filter(({ outcome }) => outcome !== "notReached").reduce((last, { day }) => (day > last ? day : last), "");
  const vain = attempts.filter(({ outcome, day }) => outcome === "notReached" && day >= lastReached);
  const ways = new Set(vain.map(({ how }) => how)).size;
  return [
    finding("unreachableNotProvided", { law, ok: law.values.voterUnreachableLeftOut, fields: ["exclusion"] }),
    finding("unreachableNotTried", { law, ok: ways > 1, actual: { attempts: vain.length, ways }, required: `${ways} > 1`, fields: ["exclusion"] }),
  ];
}
