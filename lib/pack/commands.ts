import type { Reader, Transaction } from "../database/client.ts";
import type { ProvincePack } from "../law/pack.ts";
import { differences } from "../law/pack-versions.ts";
import { provincePack, PROVINCE_PACKS } from "../law/packs.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { contentOf, provinceFrom } from "./content.ts";
import { choosePackInput, uploadInput, uploadPackInput } from "./model.ts";
import { checkImport, issuesOf, regionOf, type Known } from "./rules.ts";
import { countyVersions } from "./versions.ts";

/** What a county has already, and the number of its next version; null when there is no such county. */
export async function knownOf(db: Reader, countyId: string): Promise<(Known & { readonly next: number; readonly own: ProvincePack | null }) | null> {
  const county = await db.county.findUnique({ where: { id: countyId }, select: { code: true, provincePack: true } });
  if (county === null) return null;
  const rows = await countyVersions(db, countyId);
  const region = rows[0]?.region ?? regionOf(county);
  const own = (county.provincePack === null ? null : provincePack(county.provincePack)) ?? PROVINCE_PACKS.find((pack) => pack.region === region) ?? null;
  const newest = rows.at(-1);
  const newestPack = newest === undefined ? own : provinceFrom(await db.packVersion.findUniqueOrThrow({ where: { id: newest.id }, select: { hash: true, content: true } }));
  const versions = [...(own === null ? [] : [{ number: 0, inForceFrom: own.inForceFrom, inForceUntil: own.inForceUntil }]), ...rows];
  return { region, versions, own, newest: newestPack, next: Math.max(0, ...rows.map((row) => row.number)) + 1 };
}

/** A file's text as data; undefined when it is no JSON. A byte order mark, as some editors put it first, is no part of it. */
function parsedJson(text: string): { readonly data: unknown } | null {
  try {
    const data: unknown = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return { data };
  } catch {
    return null;
  }
}

/** Takes a pack's file in and checks it; it waits until it is confirmed. Anything wrong is told at once, and nothing is kept. */
export const uploadPack = defineCommand({
  name: "pack.upload",
  action: "pack.import",
  input: uploadPackInput,
  scope: (input) => ({ kind: "county", id: input.countyId }),
  load: (tx, input) => knownOf(tx, input.countyId),
  decide: (known, input, facts) => {
    const json = parsedJson(input.file);
    if (json === null) return invalid("file", "packNotJson");
    const checked = checkImport(json.data, known);
    if (!checked.ok) return err({ kind: "invalid", issues: issuesOf(checked.error) });
    return ok({ id: facts.newId(), countyId: input.countyId, region: checked.value.region, ...contentOf(checked.value) });
  },
  save: async (tx, upload, facts) => {
    await tx.packUpload.create({ data: { ...upload, uploadedBy: facts.actor.accountId, createdAt: facts.now } });
    return { countyId: upload.countyId, uploadId: upload.id };
  },
  entry: ({ region, hash }) => ({ region, hash }),
});

/** Has the county's elections follow the program's own pack of its province from now on; those that have begun keep theirs. */
export const choosePack = defineCommand({
  name: "pack.choose",
  action: "pack.import",
  input: choosePackInput,
  scope: (input) => ({ kind: "county", id: input.countyId }),
  load: async (tx, input) => {
    const county = await tx.county.findUnique({ where: { id: input.countyId }, select: { id: true, code: true, provincePack: true } });
    return county === null ? null : { county, region: regionOf(county) };
  },
  decide: ({ county, region }, input) => {
    const pack = provincePack(input.packId);
    if (pack === null || (region !== null && pack.region !== region)) return invalid("packId", "invalidChoice");
    return ok({ countyId: county.id, from: county.provincePack, to: pack.id });
  },
  save: async (tx, { countyId, to }) => {
    await tx.county.update({ where: { id: countyId }, data: { provincePack: to } });
    return { countyId };
  },
  entry: ({ from, to }) => ({ from, to }),
});

const scopeOfUpload = async (input: { readonly uploadId: string }, db: Reader) => {
  const upload = await db.packUpload.findUnique({ where: { id: input.uploadId }, select: { countyId: true } });
  return upload === null ? null : ({ kind: "county", id: upload.countyId } as const);
};

async function waitingUpload(tx: Transaction, uploadId: string, countyId: string) {
  const upload = await tx.packUpload.findFirst({ where: { id: uploadId, countyId }, select: { id: true, hash: true, content: true } });
  const known = await knownOf(tx, countyId);
  return upload === null || known === null ? null : { upload, known, countyId };
}

/** Makes an uploaded pack the county's next version. Running elections keep theirs. */
export const confirmUpload = defineCommand({
  name: "pack.confirm",
  action: "pack.import",
  input: uploadInput,
  scope: scopeOfUpload,
  load: (tx, input, facts) => waitingUpload(tx, input.uploadId, facts.place.countyId ?? ""),
  decide: ({ upload, known, countyId }, _, facts) => {
    // Checked again: another version may have come in since.
    const checked = checkImport(provinceFrom(upload), known);
    if (!checked.ok) return err({ kind: "invalid", issues: issuesOf(checked.error).map((issue) => ({ ...issue, field: null })) });
    const changed = differences(known.newest, checked.value).map((one) => one.key);
    return ok({ id: facts.newId(), countyId, pack: checked.value, number: known.next, upload, changed });
  },
  save: async (tx, { id, countyId, pack, number, upload }, facts) => {
    const { id: packId, region, inForceFrom, inForceUntil } = pack;
    const { hash, content } = upload;
    await tx.packVersion.create({ data: { id, hash, packId, region, countyId, number, inForceFrom, inForceUntil, content, createdBy: facts.actor.accountId, createdAt: facts.now } });
    await tx.packUpload.delete({ where: { id: upload.id } });
    return { countyId, versionId: id };
  },
  entry: ({ id, pack, number, upload, changed }) => ({ version: id, packId: pack.id, number, hash: upload.hash, inForceFrom: pack.inForceFrom, inForceUntil: pack.inForceUntil, changed }),
});

/** Throws an uploaded pack away. */
export const discardUpload = defineCommand({
  name: "pack.discard",
  action: "pack.import",
  input: uploadInput,
  scope: scopeOfUpload,
  load: (tx, input, facts) => waitingUpload(tx, input.uploadId, facts.place.countyId ?? ""),
  decide: ({ upload, countyId }) => ok({ id: upload.id, hash: upload.hash, countyId }),
  save: async (tx, { id, countyId }) => {
    await tx.packUpload.delete({ where: { id } });
    return { countyId };
  },
  entry: ({ hash }) => ({ hash }),
});
