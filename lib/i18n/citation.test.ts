import { describe, expect, it } from "vitest";
import { citationWords } from "./citation.ts";

describe("a rule's place", () => {
  const rule = { text: "村民委员会组织法(2025)", article: "18" };

  it("is written as each language writes it", () => {
    expect(citationWords(rule, "zh-CN")).toBe("《村民委员会组织法(2025)》第18条");
    expect(citationWords(rule, "en")).toBe("Organic Law of the Villagers’ Committees (2025), Art. 18");
  });

  it("keeps the name of a text that has no English one, and articles that are no plain number", () => {
    expect(citationWords({ text: "某省选举办法", article: "12-13" }, "en")).toBe("某省选举办法, 12-13");
    expect(citationWords({ text: "某省选举办法", article: "" }, "zh-CN")).toBe("《某省选举办法》");
  });
});
