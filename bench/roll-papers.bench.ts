import { performance } from "node:perf_hooks";
import { dice } from "../lib/demo/random.ts";
import type { DocumentData } from "../lib/documents/kinds.ts";
import { closeRenderer } from "../lib/documents/pool.ts";
import { renderDocument } from "../lib/documents/render.ts";
import { SAMPLES } from "../tests/print/samples.ts";

/**
 * How long the long papers of a roll take from their data to the finished PDF: the posted list of 30,000 names, the first
 * paper after a start and with the compiler already running (with other names each time, so that no layout is known; three columns of A4), and
 * 2,400 voter cards with their codes. The yardstick is the list of a village of 2,400.
 */
const large = 30_000;
const village = 2_400;
const perGroup = 1_000;
const createdAt = new Date("2026-02-20T02:00:00Z");

const surnames = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎");
const given = Array.from("建国军伟强磊勇福贵忠孝明辉志刚山川海林波宇浩文博龙成秀英兰梅芳玉珍桂霞娟丽静敏燕婷雪洁琴莲淑慧欣怡香翠巧");

type Voter = DocumentData<"voterList">["groups"][number]["voters"][number];

function people(count: number, seed: number): readonly Voter[] {
  const thrown = dice(seed);
  const oneOf = (characters: readonly string[]): string => characters[thrown.below(characters.length)] ?? "";
  return Array.from({ length: count }, () => ({ name: `${oneOf(surnames)}${oneOf(given)}${thrown.below(4) === 0 ? "" : oneOf(given)}`, sex: thrown.below(2) === 0 ? ("male" as const) : ("female" as const), birthYear: 1940 + thrown.below(68) }));
}

function list(count: number, seed: number): DocumentData<"voterList"> {
  const all = people(count, seed);
  const groups = Array.from({ length: Math.ceil(count / perGroup) }, (_unused, place) => ({ title: `第${place + 1}村民小组`, voters: all.slice(place * perGroup, (place + 1) * perGroup) }));
  return { ...SAMPLES.voterList, columns: 3, orderNote: "各组内按户号排列", groups };
}

function cards(count: number): DocumentData<"voterCards"> {
  const [sample] = SAMPLES.voterCards.cards;
  if (sample === undefined) throw new Error("the sample has no card");
  return { ...SAMPLES.voterCards, cards: people(count, 5).map(({ name, sex }, place) => ({ ...sample, name, sex, number: place + 1, qr: `cunxuan:voter:00000000-0000-4000-8000-000000000000:${place + 1}` })) };
}

async function print<Kind extends "voterList" | "voterCards">(name: string, kind: Kind, data: DocumentData<Kind>, ratioTo?: string): Promise<void> {
  const begun = performance.now();
  const made = await renderDocument(kind, data, { createdAt });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  console.log(JSON.stringify({ name, value: Math.round((performance.now() - begun) / 10) / 100, unit: "s", ...(ratioTo === undefined ? {} : { ratioTo }) }));
}

const yardstick = `roll.list.pdf.${village}`;
await renderDocument("voterList", list(100, 1), { createdAt });
await print(yardstick, "voterList", list(village, 2));
await closeRenderer();
await print(`roll.list.pdf.${large}.cold`, "voterList", list(large, 3), yardstick);
await print(`roll.list.pdf.${large}.warm`, "voterList", list(large, 4), yardstick);
await print(`roll.cards.pdf.${village}`, "voterCards", cards(village), yardstick);
await closeRenderer();
