import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("electionCommittee");

/** 村民选举委员会: the committee that runs the election. */
export const ELECTION_COMMITTEE_RULES = [
  rule("C-01", { of2018: "12.1", of2025: "15.1", structure: ["lib/access/permissions.ts#permissions"] }),
  rule("C-02", { of2018: "12.2", of2025: "15.2", structure: ["lib/committee/rules.ts#memberIssues"] }),
  rule("C-03", { of2018: "12.2", of2025: "15.2" }),
  rule("C-04", { of2018: "12.3", of2025: "15.3", elsewhere: provinces({ shanghai: 7, zhejiang: 9, beijing: 11, henan: 12 }), parameters: ["committeeLeaveOn"], structure: ["lib/election/reactions.ts#leaveOnNomination"] }),
  rule("C-05", { of2025: "15.3", parameters: ["committeeLeaveOn", "committeeLeaveKin"], structure: ["lib/election/reactions.ts#leaveOnNomination"] }),
  rule("C-06", { of2018: "12.4", of2025: "15.4", structure: ["lib/committee/rules.ts#succeed"] }),
  rule("C-07", { of2018: "20", of2025: "24", elsewhere: provinces({ shanghai: 8, zhejiang: 11, beijing: 10 }), parameters: ["committeeEnds"], outside: true }),
] as const;
