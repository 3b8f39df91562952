import type { Packs } from "#lib/law/law.ts";
import { nationalPack, provincePack } from "#lib/law/packs.ts";
import { sameValue } from "#lib/law/pack-versions.ts";
import type { Office, VillageParameters } from "#lib/law/parameters.ts";
import type { CountDocument, Determination, HeldOffice, Sex, TieBreak } from "./count-document.ts";
import { compareIds } from "./order.ts";

/** A person who got votes, stood on a sheet, or holds an office already. */
export type PackagePerson = { readonly id: string; readonly sex: Sex; readonly barred: boolean };

/** One contest's votes by person, without names that are nobody of the roll: those cannot be elected. */
export type PackageContest = {
  readonly contest: string;
  readonly office: Office;
  readonly seats: number;
  readonly only: "women" | null;
  readonly votes: ReadonlyMap<string, number>;
};

/** What a case holds about one vote and its re-votes, as the count document needs it. */
export type PackageFacts = {
  readonly packs: Packs;
  readonly parameters: VillageParameters;
  readonly date: string;
  readonly firstVoteOn: string;
  readonly kind: "regular" | "runoff";
  readonly committee: number;
  readonly registered: number;
  readonly ballots: { readonly issued: number; readonly returned: number; readonly invalid: number };
  /** Ballots are checked against voters, not against those issued. */
  readonly againstVoters: boolean;
  readonly contests: readonly PackageContest[];
  readonly people: ReadonlyMap<string, PackagePerson>;
  readonly kin: readonly (readonly [string, string])[];
  readonly holding: readonly HeldOffice[];
  readonly tieBreaks: readonly TieBreak[];
};

/** The packs of the case by id, and in full where it keeps another version than the program's own. */
function lawOfCase({ packs: { national, province }, parameters }: PackageFacts): CountDocument["law"] {
  const changed = {
    ...(sameValue(national.parameters, nationalPack(national.id)?.parameters) ? {} : { national }),
    ...(province === null || sameValue(province.parameters, provincePack(province.id)?.parameters) ? {} : { province }),
  };
  return { national: national.id, province: province?.id ?? null, parameters, ...(Object.keys(changed).length === 0 ? {} : { packs: changed }) };
}

/** The document `cunxuan.count/1` from which anybody can recompute the outcome. Votes for people who hold an office already are void. */
export function countDocumentOf(facts: PackageFacts): CountDocument {
  const held = new Set(facts.holding.map((one) => one.person));
  const votes = facts.contests.flatMap((contest) =>
    [...contest.votes].filter(([person]) => facts.people.has(person) && !held.has(person)).sort(([a], [b]) => compareIds(a, b)).map(([person, count]) => ({ contest: contest.contest, person, for: count })),
  );
  const counted = new Set(votes.map((vote) => vote.person));
  const people = [...facts.people.values()].filter((person) => counted.has(person.id)).sort((a, b) => compareIds(a.id, b.id));
  const known = new Set([...people.map((person) => person.id), ...held]);
  return {
    schema: "cunxuan.count/1",
    law: lawOfCase(facts),
    date: facts.date,
    ...(facts.firstVoteOn === facts.date ? {} : { firstVoteOn: facts.firstVoteOn }),
    kind: facts.kind,
    committee: facts.committee,
    contests: facts.contests.map(({ contest, office, seats, only }) => (only === null ? { contest, office, seats } : { contest, office, seats, only })),
    registered: facts.registered,
    ballots: facts.againstVoters ? { ...facts.ballots, voters: facts.ballots.issued } : facts.ballots,
    people,
    kin: facts.kin.filter(([one, other]) => known.has(one) && known.has(other)),
    votes,
    holding: facts.holding,
    tieBreaks: facts.tieBreaks,
  };
}

/** Who sits in the committee after some determinations in order: the elected of each, without those displaced by a later one. */
export function holdersAfter(outcomes: readonly Pick<Determination, "elected" | "displaced">[], sexOf: (person: string) => Sex): readonly HeldOffice[] {
  let holding: readonly HeldOffice[] = [];
  for (const { elected, displaced } of outcomes) {
    const gone = new Set(displaced.map((one) => one.person));
    holding = [...holding.filter((one) => !gone.has(one.person)), ...elected.map(({ person, office, votes }) => ({ person, office, votes, sex: sexOf(person) }))];
  }
  return holding;
}
