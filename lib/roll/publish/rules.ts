import { daysBetween, type Day } from "#lib/calendar/day.ts";
import { listDeadline } from "#lib/calendar/deadlines.ts";
import { finding } from "#lib/law/catalogue.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";

/** What of a roll decides whether it may be posted. */
export type RollReadiness = {
  readonly electionDay: Day;
  readonly today: Day;
  readonly law: Law;
  readonly listed: number;
  /** Listed entries with faults that nobody has settled. */
  readonly withOpenFindings: number;
  /** People of this list who stand on another posted list of the county's term, with the village. */
  readonly listedElsewhere: readonly string[];
  /** People of this list who are registered in another village too, whose list is not posted yet. */
  readonly registeredTwice: readonly string[];
  /** People of this list who are likely the same as somebody else's entry, and nobody has said otherwise. */
  readonly likelyTwice: readonly string[];
  /** Characters of names that no font of the papers has, and nobody gave another writing for; and whose names they are. */
  readonly unprintable: { readonly characters: readonly string[]; readonly people: readonly string[] };
};

/**
 * What speaks against posting the list (名单公布): too late (twenty days before election day), nobody on it, people listed or
 * registered elsewhere (不得重复登记, Articles 13/16): neither village posts before one gives way. Likely doubles, open faults and
 * characters that cannot be printed are warnings.
 */
export function publishFindings(roll: RollReadiness): readonly Finding[] {
  const { electionDay, today, law, listed, withOpenFindings, listedElsewhere, registeredTwice, likelyTwice, unprintable } = roll;
  const deadline = listDeadline(electionDay, law);
  return [
    finding("listTooLate", {
      law, ok: today <= deadline, actual: { electionDay, publishedOn: today, deadline, days: daysBetween(today, electionDay), listDays: law.values.listDays }, required: `<= ${deadline}`,
    }),
    finding("rollEmpty", { law, ok: listed > 0, actual: { listed }, required: "> 0" }),
    finding("listedElsewhere", { law, ok: listedElsewhere.length === 0, actual: { count: listedElsewhere.length, names: listedElsewhere.slice(0, 20) }, required: "= 0" }),
    finding("registeredTwice", { law, ok: registeredTwice.length === 0, actual: { count: registeredTwice.length, names: registeredTwice.slice(0, 20) }, required: "= 0" }),
    finding("likelyTwice", { law, ok: likelyTwice.length === 0, actual: { count: likelyTwice.length, names: likelyTwice.slice(0, 20) }, required: "= 0" }),
    finding("rollFaultsOpen", { law, ok: withOpenFindings === 0, actual: { count: withOpenFindings }, required: "= 0" }),
    finding("namesNotPrintable", {
      law, ok: unprintable.characters.length === 0, actual: { characters: unprintable.characters, names: unprintable.people.slice(0, 20), count: unprintable.people.length }, required: "= 0",
    }),
  ];
}
