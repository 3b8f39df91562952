import type { Reader } from "../database/client.ts";
import { personLabel, peopleByIds, registeredNow } from "../election/people.ts";
import { roamingFacts } from "./assistance-queries.ts";
import { printedOf, type VoteCase } from "./load.ts";
import { proxyListOf, scribeListOf } from "./posted.ts";
import type { Opening } from "./rules.ts";

/** One office of a sheet with its candidates in order. */
export type SheetContest = {
  readonly id: string;
  readonly contest: string;
  readonly office: string;
  readonly seats: number;
  readonly only: string | null;
  readonly candidates: readonly { readonly id: string; readonly rollEntryId: string; readonly name: string; readonly sex: string; readonly groupNumber: number }[];
};

/** A station with its ballots in a vote; `account` is null before it got any. */
export type StationLine = {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly main: boolean;
  readonly groups: readonly number[];
  readonly account: {
    readonly id: string;
    readonly version: number;
    readonly received: number;
    readonly issued: number | null;
    readonly spoiled: number | null;
    readonly left: number | null;
    readonly returned: number | null;
  } | null;
};

/** A vote as the ballot pages show it. */
export type VoteOverview = {
  readonly id: string;
  readonly electionId: string;
  readonly number: number;
  readonly kind: string;
  readonly state: string;
  readonly heldOn: string;
  readonly version: number;
  /** Fixed at the opening; before it, who is on the list now. */
  readonly registered: number;
  readonly contests: readonly SheetContest[];
  readonly printRuns: readonly { readonly id: string; readonly colour: string; readonly quantity: number; readonly serialFrom: number; readonly serialTo: number; readonly printedOn: string }[];
  readonly printed: number;
  readonly stations: readonly StationLine[];
  readonly staff: readonly { readonly role: string; readonly name: string }[];
};

/** Votes of an election, newest first. */
export const votesOf = (db: Reader, electionId: string): Promise<readonly { readonly id: string; readonly number: number; readonly kind: string; readonly state: string; readonly heldOn: string }[]> =>
  db.vote.findMany({ where: { electionId }, orderBy: { number: "desc" }, select: { id: true, number: true, kind: true, state: true, heldOn: true } });

const accountFields = { id: true, version: true, received: true, issued: true, spoiled: true, left: true, returned: true } as const;

/** A vote of an election with sheet, print runs, stations and staff; null when it lies elsewhere. */
export async function voteOverview(db: Reader, electionId: string, voteId: string): Promise<VoteOverview | null> {
  const vote = await db.vote.findFirst({
    where: { id: voteId, electionId },
    select: {
      id: true, electionId: true, number: true, kind: true, state: true, heldOn: true, version: true, registered: true,
      contests: {
        orderBy: { ordinal: "asc" },
        select: { id: true, contest: true, office: true, seats: true, only: true, candidates: { orderBy: { ordinal: "asc" }, select: { id: true, rollEntryId: true, name: true, sex: true, groupNumber: true } } },
      },
      printRuns: { orderBy: { serialFrom: "asc" }, select: { id: true, colour: true, quantity: true, serialFrom: true, serialTo: true, printedOn: true } },
      staff: { orderBy: [{ role: "asc" }, { name: "asc" }], select: { role: true, name: true } },
    },
  });
  if (vote === null) return null;
  const stations = await db.station.findMany({
    where: { electionId },
    orderBy: { ordinal: "asc" },
    select: { id: true, name: true, place: true, main: true, groups: true, accounts: { where: { voteId }, select: accountFields } },
  });
  return {
    ...vote,
    registered: vote.registered ?? (await registeredNow(db, electionId)) ?? 0,
    printed: vote.printRuns.reduce((sum, run) => sum + run.quantity, 0),
    stations: stations.map(({ accounts, ...station }) => ({ ...station, account: accounts[0] ?? null })),
  };
}

/** Sums over the stations of a vote; a figure is null while a station has not given it. */
export function ballotSums(stations: readonly StationLine[]): { readonly received: number; readonly issued: number | null; readonly spoiled: number | null; readonly left: number | null; readonly returned: number | null } {
  const accounts = stations.flatMap((station) => (station.account === null ? [] : [station.account]));
  const sum = (pick: (account: NonNullable<StationLine["account"]>) => number | null): number | null =>
    accounts.reduce<number | null>((total, account) => {
      const value = pick(account);
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    received: accounts.reduce((total, account) => total + account.received, 0),
    issued: sum((account) => account.issued),
    spoiled: sum((account) => account.spoiled),
    left: sum((account) => account.left),
    returned: sum((account) => account.returned),
  };
}

/** A proxy with both people as forms name them. */
export type ProxyLine = { readonly id: string; readonly principal: string; readonly holder: string; readonly principalName: string; readonly holderName: string; readonly reason: string; readonly relation: string };

/** Approved proxies of a vote, by holder. */
export async function proxiesOf(db: Reader, voteId: string): Promise<readonly ProxyLine[]> {
  const rows = await db.proxy.findMany({
    where: { voteId, state: "approved" },
    orderBy: [{ holderId: "asc" }, { approvedAt: "asc" }],
    select: { id: true, electionId: true, principalId: true, holderId: true, reason: true, relation: true },
  });
  const people = await peopleByIds(db, rows[0]?.electionId ?? "", rows.flatMap((row) => [row.principalId, row.holderId]));
  return rows.flatMap(({ id, principalId, holderId, reason, relation }) => {
    const principal = people.get(principalId);
    const holder = people.get(holderId);
    if (principal === undefined || holder === undefined) return [];
    return [{ id, principal: personLabel(principal), holder: personLabel(holder), principalName: principal.name, holderName: holder.name, reason, relation }];
  });
}

/** What the guard before the voting looks at. */
export async function openingOf(db: Reader, vote: Pick<VoteCase, "id" | "electionId" | "heldOn">, today: string): Promise<Opening> {
  const { electionId } = vote;
  const received = await db.stationAccount.aggregate({ where: { voteId: vote.id }, _sum: { received: true } });
  return {
    heldOn: vote.heldOn,
    today,
    printed: await printedOf(db, vote.id),
    received: received._sum.received ?? 0,
    stations: await db.station.count({ where: { electionId } }),
    candidatesPublished: (await db.candidate.count({ where: { contest: { voteId: vote.id } } })) > 0 || (await db.election.count({ where: { id: electionId, method: { not: "candidates" } } })) > 0,
    placesPublished: (await db.notice.count({ where: { electionId, code: "pollingPlaces" } })) > 0,
    proxyList: await proxyListOf(db, vote),
    roaming: await roamingFacts(db, vote),
    scribeList: await scribeListOf(db, vote),
    registered: (await registeredNow(db, electionId)) ?? 0,
  };
}
