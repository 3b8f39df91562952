import { rulesOn } from "./rule.ts";

const rule = rulesOn("candidates");

/** 候选人: nomination, conditions, margin, meeting the villagers. */
export const CANDIDATE_RULES = [
  rule("N-01", { of2018: "15.1", parameters: ["nominators"] }),
  rule("N-02", { of2025: "18.1", parameters: ["nominators", "nominationWays"] }),
  rule("N-03", { of2018: "15.1", of2025: "18.1", outside: true }),
  rule("N-04", { of2025: "18.1", parameters: ["candidateBars"] }),
  rule("N-05", { of2018: "15.1", of2025: "18.1", parameters: ["margin"] }),
  rule("N-06", { of2018: "15.1", of2025: "18.1", parameters: ["candidatesMeetVoters"] }),
] as const;
