import { settleFindings } from "../election/acceptance.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { registeredNow, resolvePerson } from "../election/people.ts";
import { defineCommand } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { kinOf, loadVote, printedOf, scopeOfVote, severalIssues } from "./load.ts";
import { recordPrintRunInput, setStaffInput, setStationsInput, supplyStationsInput } from "./model.ts";
import { printFindings, staffFindings, stationFindings, stationIssues, supplyFindings } from "./rules.ts";

/** Sets main venue and polling stations, all at once, while no ballots were given to any of them. */
export const setStations = defineCommand({
  name: "ballot.setStations",
  action: "ballot.write",
  input: setStationsInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const election = await tx.election.findUnique({ where: { id: input.electionId }, select: { version: true, ...lawFields } });
    if (election === null) return null;
    const inUse = await tx.stationAccount.count({ where: { electionId: input.electionId } });
    const groups = await tx.rollEntry.findMany({ where: { electionId: input.electionId, published: true }, distinct: ["groupNumber"], select: { groupNumber: true }, orderBy: { groupNumber: "asc" } });
    return { election, inUse, groups: groups.map((row) => row.groupNumber) };
  },
  decide: ({ election, inUse, groups }, input, facts) => {
    if (election.version !== input.version) return conflict;
    if (inUse > 0) return invalid(null, "stationsInUse");
    const issues = stationIssues(input.stations);
    if (issues.length > 0) return err({ kind: "invalid", issues });
    const settled = settleFindings(stationFindings(input.stations, groups, electionLaw(election)), input.acceptances, facts);
    if (!settled.ok) return settled;
    const stations = input.stations.map(({ name, place, groups: own }, index) => ({ id: facts.newId(), electionId: input.electionId, name, place, groups: [...own], main: index === 0, ordinal: index + 1 }));
    return ok({ electionId: input.electionId, stations, accepted: settled.value });
  },
  save: async (tx, { electionId, stations }) => {
    await tx.station.deleteMany({ where: { electionId } });
    await tx.station.createMany({ data: stations });
    await tx.election.update({ where: { id: electionId }, data: { version: { increment: 1 }, mainVenue: stations[0]?.place ?? null } });
    return { electionId };
  },
  entry: ({ stations, accepted }) => ({ stations: stations.map(({ id, main, groups }) => ({ id, main, groups })), accepted }),
});

/** Names the polling staff of a vote, all at once; candidates and their near relatives are refused. */
export const setStaff = defineCommand({
  name: "ballot.setStaff",
  action: "ballot.write",
  input: setStaffInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    const people = [];
    for (const row of input.staff) people.push({ ...row, resolved: await resolvePerson(tx, vote.electionId, row.person) });
    return { vote, people, kin: await kinOf(tx, vote.electionId) };
  },
  decide: ({ vote, people, kin }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "preparing") return invalid(null, "voteStarted");
    const unclear = people.flatMap((row) => severalIssues(`staff.${row.row}.person`, row.resolved));
    if (unclear.length > 0) return err({ kind: "invalid", issues: unclear });
    const staff = people.map(({ role, person, row, resolved }) => (resolved.kind === "one" ? { role, row, name: resolved.person.name, entryId: resolved.person.id } : { role, row, name: person, entryId: null }));
    const findings = staffFindings(staff, vote.candidates, kin, vote.law);
    if (findings.length > 0) return stoppedBy(findings);
    const seen = new Set<string>();
    for (const one of staff) {
      const key = `${one.role}|${one.name}`;
      if (seen.has(key)) return invalid(`staff.${one.row}.person`, "standsTwice", { value: one.name });
      seen.add(key);
    }
    return ok({ vote, staff: staff.map(({ role, name, entryId }) => ({ id: facts.newId(), electionId: vote.electionId, voteId: vote.id, role, name, rollEntryId: entryId })) });
  },
  save: async (tx, { vote, staff }) => {
    await tx.staffAssignment.deleteMany({ where: { voteId: vote.id } });
    await tx.staffAssignment.createMany({ data: staff });
    await tx.vote.update({ where: { id: vote.id }, data: { version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, staff }, _, facts) => ({ voteId: vote.id, staff: staff.map(({ role, name }) => ({ role, person: facts.commit(name) })) }),
});

/** Records a print run; serial numbers go on from the last run's. */
export const recordPrintRun = defineCommand({
  name: "ballot.recordPrintRun",
  action: "ballot.write",
  input: recordPrintRunInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    return { vote, printed: await printedOf(tx, vote.id), registered: await registeredNow(tx, vote.electionId) };
  },
  decide: ({ vote, printed, registered }, input, facts) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "preparing" && vote.state !== "open") return invalid(null, "voteStarted");
    const settled = settleFindings(printFindings(printed + input.quantity, registered ?? 0, vote.law), input.acceptances, facts);
    if (!settled.ok) return settled;
    const run = { id: facts.newId(), electionId: vote.electionId, voteId: vote.id, colour: input.colour, quantity: input.quantity, serialFrom: printed + 1, serialTo: printed + input.quantity, printedOn: input.printedOn };
    return ok({ vote, run, accepted: settled.value });
  },
  save: async (tx, { vote, run }) => {
    await tx.printRun.create({ data: run });
    await tx.vote.update({ where: { id: vote.id }, data: { version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id, printRunId: run.id };
  },
  entry: ({ vote, run, accepted }) => ({ voteId: vote.id, quantity: run.quantity, serialFrom: run.serialFrom, serialTo: run.serialTo, accepted }),
});

/** Says how many ballots each station has got in all; never more than were printed, never less than it has accounted for. */
export const supplyStations = defineCommand({
  name: "ballot.supplyStations",
  action: "ballot.write",
  input: supplyStationsInput,
  scope: (input, db) => scopeOfVote(db, input.voteId),
  load: async (tx, input, facts) => {
    const vote = await loadVote(tx, input.voteId, facts);
    if (vote === null) return null;
    const stations = await tx.station.findMany({ where: { electionId: vote.electionId }, select: { id: true } });
    const known = new Set(stations.map((station) => station.id));
    if (input.supplies.some((supply) => !known.has(supply.stationId))) return null;
    const accounts = await tx.stationAccount.findMany({ where: { voteId: vote.id }, select: { stationId: true, received: true, issued: true } });
    return { vote, printed: await printedOf(tx, vote.id), accounts };
  },
  decide: ({ vote, printed, accounts }, input) => {
    if (vote.version !== input.version) return conflict;
    if (vote.state !== "preparing" && vote.state !== "open") return invalid(null, "voteStarted");
    const closed = new Set(accounts.filter((account) => account.issued !== null).map((account) => account.stationId));
    const late = input.supplies.findIndex((supply) => closed.has(supply.stationId));
    if (late >= 0) return invalid(`supplies.${late}.received`, "stationClosed");
    const given = new Map(accounts.map((account) => [account.stationId, account.received]));
    for (const supply of input.supplies) given.set(supply.stationId, supply.received);
    const findings = supplyFindings([...given.values()].reduce((sum, received) => sum + received, 0), printed, vote.law);
    return findings.every((one) => one.ok) ? ok({ vote, supplies: input.supplies }) : stoppedBy(findings);
  },
  save: async (tx, { vote, supplies }, facts) => {
    for (const { stationId, received } of supplies) {
      await tx.stationAccount.upsert({
        where: { voteId_stationId: { voteId: vote.id, stationId } },
        create: { id: facts.newId(), electionId: vote.electionId, voteId: vote.id, stationId, received },
        update: { received, version: { increment: 1 } },
      });
    }
    await tx.vote.update({ where: { id: vote.id }, data: { version: { increment: 1 } } });
    return { electionId: vote.electionId, voteId: vote.id };
  },
  entry: ({ vote, supplies }) => ({ voteId: vote.id, supplies: supplies.map(({ stationId, received }) => ({ stationId, received })) }),
});
