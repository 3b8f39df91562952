import { z } from "zod";
import type { NationalPack, ProvincePack } from "../law/pack.ts";
import { isNationalPack, isProvincePack } from "../law/pack-check.ts";
import { nationalPack, NATIONAL_PACKS, type NationalPackId } from "../law/packs.ts";
import { LAW_KEYS } from "../law/parameters.ts";
import { canonical } from "../platform/canonical.ts";
import { sha256 } from "../platform/crypto.ts";

/** A pack as it is kept: canonical JSON and the hash that names it. */
export type Content = { readonly hash: string; readonly content: string };

const json = z.json();
const contents = new WeakMap<object, Content>();

/** The text of a pack and its hash. */
export function contentOf(pack: NationalPack | ProvincePack): Content {
  const known = contents.get(pack);
  if (known !== undefined) return known;
  const content = canonical(json.parse(JSON.parse(JSON.stringify(pack))));
  const made = { content, hash: sha256(content) };
  contents.set(pack, made);
  return made;
}

/** Packs read back, by hash: an election's law is asked for on every page, and the packs are a handful. */
const provinces = new Map<string, ProvincePack>();
const nationals = new Map<string, NationalPack<NationalPackId>>();
const KEPT = 500;

const isKnownNational = (pack: NationalPack): pack is NationalPack<NationalPackId> => NATIONAL_PACKS.some((one) => one.id === pack.id);

const kept = z.looseObject({ id: z.string(), parameters: z.record(z.string(), z.unknown()) });

/**
 * A kept text as data of this program's parameters: one that a later program no longer knows falls away, and a national
 * pack from before a parameter existed takes its value from the program's own pack.
 */
function restored(content: string, isNational: boolean): unknown {
  const pack = kept.parse(JSON.parse(content));
  const known = Object.entries(pack.parameters).filter(([key]) => LAW_KEYS.some((one) => one === key));
  const base = isNational ? nationalPack(pack.id)?.parameters : undefined;
  return { ...pack, parameters: { ...base, ...Object.fromEntries(known) } };
}

/** A province pack from its kept text. It was checked before it was kept, and the database refuses to change it. */
export function provinceFrom({ hash, content }: Content): ProvincePack {
  const known = provinces.get(hash);
  if (known !== undefined) return known;
  const pack = restored(content, false);
  if (!isProvincePack(pack)) throw new Error(`pack version ${hash} is no sound province pack`);
  if (provinces.size >= KEPT) provinces.clear();
  provinces.set(hash, pack);
  return pack;
}

/** A national pack from its kept text. */
export function nationalFrom({ hash, content }: Content): NationalPack<NationalPackId> {
  const known = nationals.get(hash);
  if (known !== undefined) return known;
  const pack = restored(content, true);
  if (!isNationalPack(pack) || !isKnownNational(pack)) throw new Error(`pack version ${hash} is no sound national pack`);
  if (nationals.size >= KEPT) nationals.clear();
  nationals.set(hash, pack);
  return pack;
}
