import { afterAll, describe, expect, it } from "vitest";
import { DOCUMENT_MODELS, type DocumentKind } from "#lib/documents/kinds.ts";
import { closeRenderer } from "#lib/documents/pool.ts";
import { renderDocument } from "#lib/documents/render.ts";
import { pdfPages, pdfText } from "#tests/support/pdf.ts";
import { SAMPLES } from "./samples.ts";
import { CREATED_AT, print } from "./support.ts";

afterAll(closeRenderer);

const HOSTILE = [
  "#panic(1)", "<script>alert(1)</script>", "*粗*", "_斜_", "$x^2$", "`code`", "\\end{x}", "\"引号\"", "'单'", "@ref", "= 标题", "//注释", "#let a=1;", "[内容]", "{json}", "~--…",
];
const isKind = (key: string): key is DocumentKind => key in SAMPLES;
const LONG = `${"买".repeat(20)}·${"提".repeat(19)}`;
const wholeBallot = { ...SAMPLES.ballot, offices: SAMPLES.ballot.offices.map((office) => ({ ...office, candidates: [LONG, ...office.candidates] })) };

describe("reproducible", () => {
  it.each(Object.keys(DOCUMENT_MODELS).filter(isKind))("%s: same data and time give the same bytes, even from a new thread", async (kind) => {
    const first = await print(kind, SAMPLES[kind]);
    await closeRenderer();
    expect(Buffer.compare(first, await print(kind, SAMPLES[kind]))).toBe(0);
  });

  it("another time gives other bytes", async () => {
    const later = await renderDocument("certificate", SAMPLES.certificate, { createdAt: new Date("2026-04-18T08:00:01Z") });
    const first = await print("certificate", SAMPLES.certificate);
    expect(later.ok && Buffer.compare(later.value, first)).not.toBe(0);
  });

  it("says that it is PDF/A-2b", async () => {
    const raw = Buffer.from(await print("notice", SAMPLES.notice)).toString("latin1");
    expect(raw).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(raw).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
  });
});

describe("what people type", () => {
  it.each(HOSTILE)("prints %s as it is", async (name) => {
    const expected = name.replaceAll(/\s/g, "");
    expect(await pdfText(await print("certificate", { ...SAMPLES.certificate, name }))).toContain(`${expected}同志`);
    const groups = [{ title: "监票人", names: [{ name, note: null }] }];
    expect(await pdfText(await print("notice", { ...SAMPLES.notice, body: [{ type: "names", groups }] }))).toContain(expected);
  });

  it("keeps a 40-character name whole, on every paper, without another page", async () => {
    const ballot = await print("ballot", wholeBallot);
    expect(await pdfText(ballot)).toContain(LONG);
    expect(await pdfPages(ballot)).toHaveLength(1);
    const certificate = await print("certificate", { ...SAMPLES.certificate, name: LONG });
    expect(await pdfText(certificate)).toContain(LONG);
    expect(await pdfPages(certificate)).toHaveLength(1);
    const groups = [{ title: "第一村民小组", voters: [{ name: LONG, sex: "male" as const, birthYear: null }] }];
    expect(await pdfText(await print("voterList", { ...SAMPLES.voterList, groups }))).toContain(LONG);
  });

  it("refuses a name with a character that no font has, and names the character", async () => {
    const result = await renderDocument("certificate", { ...SAMPLES.certificate, name: "张𣘴" }, { createdAt: CREATED_AT });
    expect(result).toEqual({ ok: false, error: { kind: "missingGlyph", characters: ["𣘴"] } });
  });

  it("refuses data that break the paper's schema, and says where", async () => {
    const control = await renderDocument("certificate", { ...SAMPLES.certificate, name: "张\u0007三" }, { createdAt: CREATED_AT });
    expect(control).toMatchObject({ ok: false, error: { kind: "invalidData", issues: [{ path: "name" }] } });
    const crowded = { ...SAMPLES.ballot, offices: [1, 2, 3].map((n) => ({ title: `委员${n}`, seats: 1, candidates: Array.from({ length: 10 }, (_, at) => `人${at}`), writeIns: 1 })) };
    expect(await renderDocument("ballot", crowded, { createdAt: CREATED_AT })).toMatchObject({ ok: false, error: { kind: "invalidData", issues: [{ path: "offices" }] } });
  });

  it("refuses a ballot that would take a second page", async () => {
    const instructions = Array.from({ length: 10 }, () => "说明".repeat(150));
    expect(await renderDocument("ballot", { ...wholeBallot, instructions }, { createdAt: CREATED_AT })).toEqual({ ok: false, error: { kind: "doesNotFit" } });
    await print("ballot", SAMPLES.ballot);
  });

  it("a full sheet of twenty-seven lines is one page", async () => {
    const offices = [1, 2, 3].map((n) => ({ title: `委员${n}`, seats: 1, candidates: Array.from({ length: 8 }, (_, at) => `候选人${at}`), writeIns: 1 }));
    expect(await pdfPages(await print("ballot", { ...SAMPLES.ballot, kind: "runoff", offices }))).toHaveLength(1);
  });
});
