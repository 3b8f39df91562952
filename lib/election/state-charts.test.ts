import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { phases, voteStates } from "./model.ts";
import { charts } from "./progress.ts";

const text = readFileSync(path.join(import.meta.dirname, "../../docs/state-charts.md"), "utf8");

it("docs/state-charts.md tells each phase's needs and steps in the order of the data", () => {
  for (const phase of phases) {
    const row = text.split("\n").find((line) => line.startsWith(`| ${phase} |`)) ?? "";
    const [, , needs = "", steps = ""] = row.split("|").map((cell) => cell.trim());
    const codes = (list: readonly string[]): string => list.map((code) => `\`${code}\``).join(", ");
    expect(steps, phase).toBe(codes(charts[phase].steps.map((step) => step.todo)));
    expect(needs, phase).toBe(charts[phase].needs.length === 0 ? "at once" : codes(charts[phase].needs.map((need) => need.block)));
  }
});

it("docs/state-charts.md draws every state of a vote", () => {
  for (const state of voteStates) expect(text).toMatch(new RegExp(`^  .*\\b${state} --> `, "m"));
});
