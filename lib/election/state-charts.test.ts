import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { sides } from "./guards/check.ts";
import { guardTable } from "./guards/table.ts";
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

it("docs/state-charts.md tells for each side of each phase's guard its checks and the acts that ask them", () => {
  const codes = (list: readonly string[]): string => [...new Set(list)].map((code) => `\`${code}\``).join(", ");
  for (const phase of phases) {
    for (const side of sides) {
      const checks = guardTable.filter((check) => check.phase === phase && check.side === side);
      const row = `| ${phase} | ${side} | ${codes(checks.flatMap((check) => check.codes))} | ${codes(checks.flatMap((check) => check.acts))} |`;
      expect(text.split("\n"), `${phase} ${side}`).toContain(row);
    }
  }
});
