import type { Day } from "../calendar/day.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";

/**
 * Whether the audit of the leaving committee (离任经济责任审计) was published before the election (2025 law, Article 40):
 * a warning while there is time, an error from election day on.
 */
export function auditFinding(facts: { readonly publishedOn: Day | null; readonly electionDay: Day }, today: Day, law: Law): Finding {
  const { publishedOn, electionDay } = facts;
  const inTime = publishedOn !== null && publishedOn <= electionDay;
  return finding("auditNotPublished", {
    law,
    ok: !law.values.auditBeforeElection || inTime,
    severity: today >= electionDay ? "error" : "warning",
    actual: { electionDay },
    required: `<= ${electionDay}`,
    fields: ["publishedOn"],
  });
}
