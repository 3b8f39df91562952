import { describe, expect, it } from "vitest";
import { lawFor, type Law } from "../law/law.ts";
import { auditFinding } from "./rules.ts";

function lawOn(day: string): Law {
  const law = lawFor({ firstVoteOn: day, province: null, parameters: {} });
  if (!law.ok) throw new Error("no law");
  return law.value;
}
const law = lawOn("2026-04-18");

describe("the leaving committee's audit", () => {
  const facts = { publishedOn: null, electionDay: "2026-04-18" };
  it("is a warning before election day and an error from then on", () => {
    expect(auditFinding(facts, "2026-04-17", law)).toMatchObject({ ok: false, severity: "warning" });
    expect(auditFinding(facts, "2026-04-18", law)).toMatchObject({ ok: false, severity: "error" });
  });
  it("is in order when published by election day, and stands on its article", () => {
    const found = auditFinding({ ...facts, publishedOn: "2026-04-18" }, "2026-04-18", law);
    expect(found.ok).toBe(true);
    expect(found.citation?.article).toBe("40");
  });
});
