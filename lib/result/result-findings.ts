import { finding } from "#lib/law/catalogue.ts";
import type { Citation, Finding } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { moreThanHalf } from "#lib/law/thresholds.ts";
import { isOverRecovered, mostReturned, needsTurnout, type CountCase } from "./count-case.ts";
import type { Elected, Next, Presiding, SheetBallots } from "./count-document.ts";
import type { Run } from "./run.ts";

/** A sheet, and which contest it is for; nothing when it is the common one. */
type Sheet = { readonly ballots: SheetBallots; readonly of: { readonly contest?: string } };

function sheetsOf(count: CountCase): readonly Sheet[] {
  const { ballots } = count.document;
  if (ballots !== undefined) return [{ ballots, of: {} }];
  return count.contests.map((contest) => ({ ballots: contest.sheet, of: { contest: contest.contest } }));
}

function recovered({ ballots, of }: Sheet, law: Law): Finding {
  const most = mostReturned(ballots, law);
  return finding("recovered", {
    law,
    ok: !isOverRecovered(ballots, law),
    actual: { returned: ballots.returned, issued: most, ...(law.values.recoveredAgainst === "voters" ? { voters: most } : {}), ...of },
    required: `${ballots.returned} <= ${most}`,
  });
}

function turnout({ ballots, of }: Sheet, count: CountCase): Finding {
  const { law, document } = count;
  const required = needsTurnout(document, law);
  return finding("turnout", {
    law,
    ok: moreThanHalf(ballots.returned, document.registered),
    severity: required ? "error" : "warning",
    citation: document.kind === "runoff" ? law.citations.runoffTurnout : law.citations.validTurnout,
    actual: { returned: ballots.returned, registered: document.registered, ...of },
    required: `2 x ${ballots.returned} > ${document.registered}`,
  });
}

function takingPart({ ballots, of }: Sheet, law: Law): Finding {
  const actual = { returned: ballots.returned, invalid: ballots.invalid, ...of };
  return finding("takingPart", { law, ok: true, actual, required: `${ballots.returned}` });
}

function majority(elected: Elected, returned: number, count: CountCase): Finding {
  const { law } = count;
  const isRegular = count.document.kind === "regular";
  return finding("majority", {
    law,
    ok: true,
    citation: isRegular ? law.citations.electedThreshold : law.citations.runoffThreshold,
    actual: { contest: elected.contest, person: elected.person, votes: elected.votes, returned },
    required: isRegular ? `2 x ${elected.votes} > ${returned}` : `3 x ${elected.votes} >= ${returned}`,
  });
}

/** Where the procedure that gave the woman her seat stands: the guide's or the province's, else the law's bare rule. */
function womenCitation(run: Run, law: Law): Citation {
  return run.outcomes.some((outcome) => outcome.womenFirst) ? law.citations.women : law.citations.womenMin;
}

function committeeFindings(count: CountCase, run: Run): readonly Finding[] {
  const { law } = count;
  const women = run.members.filter((member) => member.female).length;
  const members = run.members.length;
  const { membersMin, membersMax, womenMin } = law.values;
  const actual = { members, seats: count.document.committee };
  return [
    finding("women", { law, ok: women >= womenMin, citation: womenCitation(run, law), actual: { women, members }, required: `${women} >= ${womenMin}` }),
    // More than the most cannot come to sit: such a count is refused as malformed.
    finding("size", { law, ok: members >= membersMin, actual, required: `${membersMin} <= ${members} <= ${membersMax}` }),
  ];
}

function marginFindings(next: Next, law: Law): readonly Finding[] {
  if (next.kind !== "runoff" && next.kind !== "meetingDecides") return [];
  return next.contests.map(({ office, only, seats, people, short }) =>
    finding("margin", { law, ok: !short, actual: { office, only, seats, candidates: people.length }, required: `${people.length} > ${seats}` }),
  );
}

/** Findings that appear only when their rule had something to decide. */
function occasionalFindings(count: CountCase, run: Run, next: Next, vacantSeats: number, presiding: Presiding): readonly Finding[] {
  const { law } = count;
  const skipped = new Set(run.outcomes.flatMap((outcome) => outcome.filling.skipped.map((standing) => standing.person)));
  const found: Finding[] = [];
  if (skipped.size > 0 || run.displaced.length > 0) {
    const actual = { skipped: [...skipped], displaced: run.displaced.map((displaced) => displaced.person) };
    found.push(finding("kin", { law, ok: true, actual, required: law.values.kinResolve }));
  }
  if (vacantSeats > 0 && (next.kind === "none" || next.kind === "meetingDecides")) {
    const members = run.members.length;
    const required = `${members} >= ${law.values.vacancyAllowedFrom}`;
    found.push(finding("vacancy", { law, ok: true, actual: { members, vacant: vacantSeats }, required }));
  }
  if (presiding !== null) {
    const person = presiding === "representativesChoose" ? presiding : presiding.person;
    found.push(finding("presiding", { law, ok: true, actual: { person }, required: law.values.presidingElse }));
  }
  return found;
}

/** Everything that was checked, with its article, in the order of the steps. */
export function findingsOf(count: CountCase, run: Run, elected: readonly Elected[], next: Next, vacantSeats: number, presiding: Presiding): readonly Finding[] {
  const returnedOf = new Map(count.contests.map((contest) => [contest.contest, contest.sheet.returned]));
  const sheets = sheetsOf(count);
  return [
    ...sheets.map((sheet) => recovered(sheet, count.law)),
    ...sheets.map((sheet) => turnout(sheet, count)),
    ...sheets.map((sheet) => takingPart(sheet, count.law)),
    ...elected.map((one) => majority(one, returnedOf.get(one.contest) ?? 0, count)),
    ...committeeFindings(count, run),
    ...marginFindings(next, count.law),
    ...occasionalFindings(count, run, next, vacantSeats, presiding),
  ];
}
