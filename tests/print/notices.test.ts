import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer } from "#lib/documents/pool.ts";
import { paperOf } from "#lib/election/notice-command.ts";
import { lawFor } from "#lib/law/law.ts";
import { NOTICE_CODES, type NoticeCode } from "#lib/law/notice-set.ts";
import { headOf, issuerName, type NoticeCase, type PaperHead } from "#lib/notice/issue.ts";
import { kindIn, nationalSet } from "#lib/notice/set.ts";
import { missingFields } from "#lib/notice/template.ts";
import { pdfPages, pdfText } from "#tests/support/pdf.ts";
import { NOTICE_FILLS } from "./notice-fills.ts";
import { print } from "./support.ts";

afterAll(closeRenderer);

const merged = lawFor({ firstVoteOn: "2026-04-18", province: null, parameters: {} });
if (!merged.ok) throw new Error("no law");
const one: NoticeCase = { law: merged.value, village: "江家庄村", township: "河西镇", term: "第十三届", electionDay: "2026-04-18", notices: [] };
const proof = { fingerprint: "ABCDEFGHIJKLMNOP2345", qr: "cunxuan:test" };
const corrected = { number: "10", issuer: "electionCommittee" } as const;
const head = (code: NoticeCode): PaperHead => headOf(one, code, "2026-04-16", proof, code === "correction" ? corrected : null);

async function paper(code: NoticeCode): Promise<Uint8Array> {
  const fill = NOTICE_FILLS[code];
  if (fill === undefined) throw new Error(`no sample of ${code}`);
  const made = paperOf(fill, code === "correction" ? "10" : null)(head(code));
  if (made.kind !== "notice") throw new Error(code);
  return print("notice", made.data);
}

const worded = NOTICE_CODES.filter((code) => kindIn(nationalSet, code).template !== null);

describe("every notice of the set on paper", () => {
  it("has a sample that fills all its fields", () => {
    expect(worded.filter((code) => NOTICE_FILLS[code] === undefined || missingFields(kindIn(nationalSet, code), NOTICE_FILLS[code]).length > 0)).toEqual([]);
  });
  it.each(worded)("%s: number, title, issuer twice, day, whom to turn to, fingerprint, no brace and no gap", async (code) => {
    const pdf = await paper(code);
    const text = await pdfText(pdf);
    const { number, title, issuer } = head(code);
    for (const words of [`公告第${number}号`, `江家庄村${title}`, "全体村民：", "2026年4月16日", "河西镇人民政府", "ABCDEFGHIJKLMNOP2345"]) expect(text).toContain(words);
    expect(text.split(issuer).length).toBeGreaterThan(2);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|，，|。。|、、/u);
    expect((await pdfPages(pdf)).length).toBeLessThanOrEqual(2);
  });
  it("signs notice 1 for the township, notice 2 for the villagers' committee, a correction for whoever issued the first", async () => {
    expect(await pdfText(await paper("electionDay"))).toContain(issuerName("townshipOffice", "江家庄村", "河西镇"));
    expect(await pdfText(await paper("electionCommittee"))).toContain(issuerName("villagersCommittee", "江家庄村", "河西镇"));
    const correction = await pdfText(await paper("correction"));
    for (const words of ["公告第10-1号", "（更正公告第10号）", "投票时间为08:00至12:00", "其余安排不变", issuerName("electionCommittee", "江家庄村", "河西镇")]) expect(correction).toContain(words);
  });
});
