import { describe, expect, it } from "vitest";
import { checkRegister } from "#lib/roll/import/register-check.ts";
import { demoRegister } from "./village.ts";
import { jiangjiazhuang } from "../villages.ts";

describe("the demonstration's register", () => {
  it("holds the figures of the real village: 2,718 people, 2,407 voters, 1,214 men and 1,193 women", () => {
    const text = demoRegister(jiangjiazhuang("2026-04-18"));
    expect(text.split("\n").length - 3).toBe(2718);
    const checked = checkRegister(new TextEncoder().encode(text), "2026-04-18", (key) => key);
    expect(checked.ok && checked.value.eligible).toMatchObject({ total: 2407, men: 1214, women: 1193 });
    expect(checked.ok && checked.value.notListed).toMatchObject({ minor: 290, deprived: 2, awayNotStated: 19 });
  });

  it("is the same for the same seed", () => {
    expect(demoRegister(jiangjiazhuang("2026-04-18"))).toBe(demoRegister(jiangjiazhuang("2026-04-18")));
  });
});
