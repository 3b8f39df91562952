import type { Law } from "#lib/law/law.ts";
import { inOrder, votesIn, type CountCase } from "./count-case.ts";
import type { Contest, CountDocument, SheetBallots } from "./count-document.ts";
import type { Reader } from "./reader.ts";

/** Notes every value that occurred before. */
function checkUnique(reader: Reader, values: readonly string[], pathOf: (index: number) => string): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) reader.fault(pathOf(index), `"${value}" occurs twice`);
    seen.add(value);
  });
}

function checkSheet(reader: Reader, ballots: SheetBallots, path: string, document: CountDocument, law: Law): void {
  if (ballots.invalid > ballots.returned) reader.fault(`${path}.invalid`, "more invalid ballots than returned");
  if (ballots.issued > document.registered) reader.fault(`${path}.issued`, "more ballots given out than registered voters");
  if (law.values.recoveredAgainst === "voters" && ballots.voters === undefined) reader.fault(`${path}.voters`, "the number of voters is needed");
}

function checkSheets(reader: Reader, document: CountDocument, law: Law): void {
  const { ballots, contests } = document;
  if (ballots !== undefined) checkSheet(reader, ballots, "ballots", document, law);
  contests.forEach((contest, index) => {
    const path = `contests[${index}].ballots`;
    if (contest.ballots === undefined) {
      if (ballots === undefined) reader.fault(path, "ballots are needed here, or common ones for all contests");
      return;
    }
    if (ballots !== undefined) reader.fault(path, "ballots stand here or once for all contests, not both");
    checkSheet(reader, contest.ballots, path, document, law);
  });
}

function checkSeats(reader: Reader, document: CountDocument, law: Law): void {
  const { committee, contests, holding } = document;
  const { membersMin, membersMax } = law.values;
  if (committee < membersMin || committee > membersMax) reader.fault("committee", `a committee has ${membersMin} to ${membersMax} seats`);
  if (contests.length === 0) reader.fault("contests", "at least one contest is needed");
  const seats = contests.reduce((sum, contest) => sum + contest.seats, 0);
  if (seats + holding.length > committee) reader.fault("contests", "more seats, with the offices already held, than the committee has");
  checkUnique(reader, contests.map((contest) => contest.contest), (index) => `contests[${index}].contest`);
  const openOffices = new Set<string>();
  contests.forEach((contest, index) => {
    if (contest.only === "women") return;
    if (openOffices.has(contest.office)) reader.fault(`contests[${index}].office`, "two open contests for one office");
    openOffices.add(contest.office);
  });
}

/** People and holders share one space of ids. */
function checkPeople(reader: Reader, document: CountDocument): ReadonlySet<string> {
  const { people, holding, kin } = document;
  const ids = [...people.map((person) => person.id), ...holding.map((held) => held.person)];
  checkUnique(reader, ids, (index) => (index < people.length ? `people[${index}].id` : `holding[${index - people.length}].person`));
  const known = new Set(ids);
  kin.forEach(([one, other], index) => {
    if (!known.has(one)) reader.fault(`kin[${index}][0]`, `nobody has the id "${one}"`);
    if (!known.has(other)) reader.fault(`kin[${index}][1]`, `nobody has the id "${other}"`);
    if (one === other) reader.fault(`kin[${index}]`, `"${one}" occurs twice`);
  });
  return known;
}

/** Valid ballots of a contest's sheet. Where ballots are missing that has been said, and nothing is held against them. */
function validOf(document: CountDocument, contest: Contest): number {
  const sheet = contest.ballots ?? document.ballots;
  return sheet === undefined ? Infinity : Math.max(sheet.returned - sheet.invalid, 0);
}

/**
 * Most votes a contest can have. With one seat every valid ballot carries one name. With several, a slack smaller than
 * one more name on every ballot is given: the published case 18 counts 5,700 votes for two seats on 2,276 valid
 * ballots, and its outcome stands.
 */
function mostVotes(seats: number, valid: number): number {
  const slack = seats === 1 ? 0 : Math.max(valid - 1, 0);
  return seats * valid + slack;
}

type Carried = { readonly index: number; readonly seats: number; readonly valid: number; readonly people: Set<string>; votes: number };

function checkVotes(reader: Reader, document: CountDocument, known: ReadonlySet<string>): void {
  const contests = new Map<string, Carried>();
  document.contests.forEach((contest, index) => {
    contests.set(contest.contest, { index, seats: contest.seats, valid: validOf(document, contest), people: new Set(), votes: 0 });
  });
  document.votes.forEach((vote, index) => {
    const counted = contests.get(vote.contest);
    if (!known.has(vote.person)) reader.fault(`votes[${index}].person`, `nobody has the id "${vote.person}"`);
    if (counted === undefined) {
      reader.fault(`votes[${index}].contest`, `no contest has the id "${vote.contest}"`);
      return;
    }
    if (counted.people.has(vote.person)) reader.fault(`votes[${index}]`, `"${vote.person}" occurs twice in one contest`);
    if (vote.for > counted.valid) reader.fault(`votes[${index}].for`, "more votes than valid ballots");
    counted.people.add(vote.person);
    counted.votes += vote.for;
  });
  for (const { index, seats, valid, votes } of contests.values()) {
    if (votes > mostVotes(seats, valid)) reader.fault(`contests[${index}]`, "more votes than the valid ballots can carry");
  }
}

/**
 * Under `toLower` a ballot naming one person twice counts once, so a person's votes in the open contests from the
 * highest office down to any one cannot exceed that sheet's valid ballots either.
 */
function checkCarried(reader: Reader, document: CountDocument): void {
  const sums = new Map<string, number>();
  for (const contest of inOrder(document.contests)) {
    if (contest.only === "women") continue;
    const valid = validOf(document, contest);
    for (const [person, votes] of votesIn(document, contest)) {
      const sum = (sums.get(person) ?? 0) + votes;
      sums.set(person, sum);
      if (sum <= valid) continue;
      const index = document.votes.findIndex((vote) => vote.contest === contest.contest && vote.person === person);
      reader.fault(`votes[${index}].for`, "more votes, over the contests whose votes are carried down, than valid ballots");
    }
  }
}

function checkTieBreaks(reader: Reader, document: CountDocument, known: ReadonlySet<string>): void {
  const contests = new Set(document.contests.map((contest) => contest.contest));
  document.tieBreaks.forEach((tieBreak, index) => {
    const path = `tieBreaks[${index}]`;
    if (!contests.has(tieBreak.contest)) reader.fault(`${path}.contest`, `no contest has the id "${tieBreak.contest}"`);
    tieBreak.votes.forEach((vote, place) => {
      if (!known.has(vote.person)) reader.fault(`${path}.votes[${place}].person`, `nobody has the id "${vote.person}"`);
    });
    checkUnique(reader, tieBreak.votes.map((vote) => vote.person), (place) => `${path}.votes[${place}].person`);
  });
}

/** Notes what the numbers and ids of a well-formed document contradict. */
export function checkCount(reader: Reader, document: CountDocument, law: Law): void {
  checkSeats(reader, document, law);
  checkSheets(reader, document, law);
  const known = checkPeople(reader, document);
  checkVotes(reader, document, known);
  if (law.values.votesDown === "toLower") checkCarried(reader, document);
  checkTieBreaks(reader, document, known);
}

/** Notes re-votes that no tied group of the count called for. */
export function checkUsedRevotes(reader: Reader, count: CountCase, used: ReadonlySet<number>): void {
  count.document.tieBreaks.forEach((_tieBreak, index) => {
    if (!used.has(index)) reader.fault(`tieBreaks[${index}]`, "this re-vote fits no tied group");
  });
}
