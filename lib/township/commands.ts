import { settleFindings } from "../election/acceptance.ts";
import { append, lockHead, openChain } from "../ledger/append.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import { lawFor, type Law } from "../law/law.ts";
import { provincePack } from "../law/packs.ts";
import type { Transaction } from "../database/client.ts";
import { keepVersions, packsOn, type CurrentPacks, type KeptVersions } from "../pack/versions.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { conflict, invalid, stoppedBy } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { addVillagesInput, openCountyInput, openDriveInput, openElectionsInput, openTownshipInput, recordAuditInput, setElectionDayInput } from "./model.ts";
import { doubledVillages, electionDayFindings } from "./rules.ts";

/** Opens a county of this installation. */
export const openCounty = defineCommand({
  name: "county.open",
  action: "system.manage",
  input: openCountyInput,
  scope: () => ({ kind: "system" }),
  load: async (tx, input) => ({ taken: (await tx.county.count({ where: { code: input.countyCode } })) > 0 }),
  decide: ({ taken }, input) => {
    if (taken) return invalid("countyCode", "codeTaken");
    if (input.provincePack !== null && provincePack(input.provincePack) === null) return invalid("provincePack", "invalidChoice");
    return ok(input);
  },
  save: async (tx, county, facts) => {
    const countyId = facts.newId();
    await tx.county.create({ data: { id: countyId, code: county.countyCode, name: county.countyName, provincePack: county.provincePack } });
    await openChain(tx, { kind: "county", id: countyId });
    return { countyId };
  },
  entry: (county) => county,
});

/** Opens a township (乡镇) with its own chain. */
export const openTownship = defineCommand({
  name: "township.open",
  action: "system.manage",
  input: openTownshipInput,
  scope: () => ({ kind: "system" }),
  load: async (tx, input) => {
    const county = await tx.county.findUnique({ where: { id: input.countyId }, select: { id: true } });
    return county === null ? null : { taken: (await tx.township.count({ where: { code: input.townshipCode } })) > 0 };
  },
  decide: ({ taken }, input) => (taken ? invalid("townshipCode", "codeTaken") : ok(input)),
  save: async (tx, township, facts) => {
    const townshipId = facts.newId();
    await tx.township.create({ data: { id: townshipId, countyId: township.countyId, code: township.townshipCode, name: township.townshipName } });
    await openChain(tx, { kind: "township", id: townshipId });
    return { townshipId };
  },
  entry: (township) => township,
});

/** Opens a drive (换届) of a township: one per term. */
export const openDrive = defineCommand({
  name: "drive.open",
  action: "drive.open",
  input: openDriveInput,
  scope: (input) => ({ kind: "township", id: input.townshipId }),
  load: async (tx, input) => ({ taken: (await tx.drive.count({ where: { townshipId: input.townshipId, term: input.term } })) > 0 }),
  decide: ({ taken }, input) => (taken ? invalid("term", "termTaken", { term: input.term }) : ok(input)),
  save: async (tx, drive, facts) => {
    const driveId = facts.newId();
    const { townshipId, term, driveName, demo = false } = drive;
    await tx.drive.create({ data: { id: driveId, townshipId, term, name: driveName, demo, createdAt: facts.now } });
    return { driveId };
  },
  entry: (drive) => ({ term: drive.term, name: drive.driveName }),
});

/** Adds villages to a township, one or fifty at once: all or none. */
export const addVillages = defineCommand({
  name: "village.add",
  action: "village.write",
  input: addVillagesInput,
  scope: (input) => ({ kind: "township", id: input.townshipId }),
  load: async (tx, input) => {
    const villages = await tx.village.findMany({ where: { townshipId: input.townshipId }, select: { code: true, name: true } });
    return villages.map((village) => ({ villageCode: village.code, villageName: village.name }));
  },
  decide: (existing, input) => {
    const doubled = doubledVillages(input.villages, existing);
    if (doubled.length === 0) return ok(input);
    const issues = doubled.map(({ index, field }) => ({ field: `villages.${index}.${field}`, code: "standsTwice", params: { value: input.villages[index]?.[field] ?? "" } }));
    return err({ kind: "invalid", issues });
  },
  save: async (tx, { townshipId, villages }, facts) => {
    const rows = villages.map((village) => ({ id: facts.newId(), townshipId, code: village.villageCode, name: village.villageName }));
    await tx.village.createMany({ data: rows });
    return { villageIds: rows.map((row) => row.id) };
  },
  entry: ({ villages }) => ({ villages }),
});

/** The law of an election on a day in a county, by the packs in force there; refuses with findings what the packs do not allow. */
const lawOn = (electionDay: string, { packs }: CurrentPacks) => lawFor({ firstVoteOn: electionDay, province: packs.province?.id ?? null, packs, parameters: {} });

/** Whether the packs hold on the day at all: none is applied to a day before its start. */
function packStartFinding(electionDay: string, { packs }: CurrentPacks, law: Law): Finding {
  const starts = [packs.national.inForceFrom, ...(packs.province === null ? [] : [packs.province.inForceFrom])];
  const inForceFrom = starts.reduce((latest, start) => (start > latest ? start : latest));
  return finding("electionDayBeforePack", { law, ok: electionDay >= inForceFrom, actual: { electionDay, inForceFrom }, required: `>= ${inForceFrom}`, fields: ["electionDay"] });
}

/** Opens the elections of some villages of a drive on one day, each with its own chain and the law in force on that day. */
export const openElections = defineCommand({
  name: "election.open",
  action: "election.open",
  input: openElectionsInput,
  scope: async (input, db) => {
    const drive = await db.drive.findUnique({ where: { id: input.driveId }, select: { townshipId: true } });
    return drive === null ? null : { kind: "township", id: drive.townshipId };
  },
  load: async (tx, input, facts) => {
    const drive = await tx.drive.findFirst({
      where: { id: input.driveId, townshipId: facts.place.townshipId ?? "" },
      select: { term: true, demo: true, township: { select: { county: { select: { id: true, code: true, provincePack: true } } } } },
    });
    const villageIds = [...new Set(input.villageIds)];
    const villages = await tx.village.findMany({
      where: { id: { in: villageIds }, townshipId: facts.place.townshipId ?? "" },
      select: { id: true, name: true, elections: { where: { driveId: input.driveId }, select: { id: true } } },
      orderBy: { code: "asc" },
    });
    if (drive === null || villages.length !== villageIds.length) return null;
    return { drive, villages, current: await packsOn(tx, drive.township.county, input.electionDay) };
  },
  decide: ({ drive, villages, current }, input, facts) => {
    const open = villages.filter((village) => village.elections.length > 0);
    if (open.length > 0) return invalid("villageIds", "electionOpen", { names: open.map((village) => village.name).join("、") });
    const { county } = drive.township;
    const law = lawOn(input.electionDay, current);
    if (!law.ok) return stoppedBy(law.error);
    const speaking = [packStartFinding(input.electionDay, current, law.value), ...electionDayFindings(input.electionDay, facts.today, law.value)];
    const accepted = settleFindings(speaking, input.acceptances, facts);
    if (!accepted.ok) return accepted;
    const shared = {
      driveId: input.driveId, countyCode: county.code, term: drive.term, electionDay: input.electionDay, demo: drive.demo,
      parameters: {}, createdAt: facts.now,
    };
    const elections = villages.map((village) => ({ id: facts.newId(), villageId: village.id, ...shared }));
    return ok({ elections, current, accepted: accepted.value });
  },
  save: async (tx, { elections, current }, facts) => {
    const kept = await keepVersions(tx, current, facts.now);
    await tx.election.createMany({ data: elections.map((election) => ({ ...election, ...kept })) });
    for (const election of elections) await beginChain(tx, { ...election, ...kept }, facts);
    return { electionIds: elections.map((election) => election.id) };
  },
  entry: ({ elections, accepted }, input) => ({
    driveId: input.driveId, electionDay: input.electionDay,
    elections: elections.map((election) => ({ electionId: election.id, villageId: election.villageId })),
    accepted,
  }),
});

type OpenedElection = KeptVersions & { readonly id: string; readonly villageId: string; readonly electionDay: string };

/** Opens an election's chain; its first entry says which law it starts with. */
async function beginChain(tx: Transaction, election: OpenedElection, facts: Facts): Promise<void> {
  const scope = { kind: "election", id: election.id } as const;
  await openChain(tx, scope);
  await lockHead(tx, scope);
  const { villageId, electionDay, nationalPack, provincePack: province, nationalVersionId, provinceVersionId } = election;
  const payload = { villageId, electionDay, nationalPack, provincePack: province, nationalVersion: nationalVersionId, provinceVersion: provinceVersionId };
  await append(tx, { scope, at: facts.now, actor: facts.actor.accountId, command: "election.open", payload });
}

/** Moves the election day while nothing about it is published; the law in force follows the new day. */
export const setElectionDay = defineCommand({
  name: "election.setDay",
  action: "election.setDay",
  input: setElectionDayInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: async (tx, input) => {
    const election = await tx.election.findUnique({
      where: { id: input.electionId },
      select: {
        id: true, version: true, electionDay: true, closedAt: true,
        village: { select: { township: { select: { county: { select: { id: true, provincePack: true } } } } } },
        _count: { select: { notices: true, rollVersions: true, votes: true } },
      },
    });
    return election === null ? null : { election, current: await packsOn(tx, election.village.township.county, input.electionDay) };
  },
  decide: ({ election, current }, input, facts) => {
    if (election.version !== input.version) return conflict;
    const { notices, rollVersions, votes } = election._count;
    if (election.closedAt !== null || notices + rollVersions + votes > 0) return invalid("electionDay", "electionDayPublished");
    const law = lawOn(input.electionDay, current);
    if (!law.ok) return stoppedBy(law.error);
    const speaking = [packStartFinding(input.electionDay, current, law.value), ...electionDayFindings(input.electionDay, facts.today, law.value)];
    const accepted = settleFindings(speaking, input.acceptances, facts);
    if (!accepted.ok) return accepted;
    return ok({ id: election.id, from: election.electionDay, electionDay: input.electionDay, nationalPack: law.value.national, provincePack: law.value.province, accepted: accepted.value, current });
  },
  save: async (tx, { id, electionDay, current }, facts) => {
    const kept = await keepVersions(tx, current, facts.now);
    await tx.election.update({ where: { id }, data: { electionDay, ...kept, version: { increment: 1 } } });
    return { electionId: id };
  },
  entry: ({ id: _, current: __, ...change }) => change,
});

/** Records the day on which the leaving committee's audit result was posted (2025 law, Article 40). */
export const recordAudit = defineCommand({
  name: "audit.record",
  action: "audit.record",
  input: recordAuditInput,
  scope: (input) => ({ kind: "election", id: input.electionId }),
  load: (tx, input) => tx.election.findUnique({ where: { id: input.electionId }, select: { id: true, version: true } }),
  decide: (election, input, facts) => {
    if (election.version !== input.version) return conflict;
    if (input.publishedOn > facts.today) return invalid("publishedOn", "dayAhead");
    return ok({ id: election.id, auditPublishedOn: input.publishedOn });
  },
  save: async (tx, { id, auditPublishedOn }) => {
    await tx.election.update({ where: { id }, data: { auditPublishedOn, version: { increment: 1 } } });
    return { electionId: id };
  },
  entry: ({ auditPublishedOn }) => ({ auditPublishedOn }),
});
