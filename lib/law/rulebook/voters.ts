import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("voters");

/** 参加选举的村民的登记: who is on the list of voters, and the list's days. */
export const VOTER_RULES = [
  rule("R-01", { of2018: "13.1", of2025: "16.1", parameters: ["voterAge"], structure: ["lib/roll/rules.ts#statusOn"] }),
  rule("R-02", { elsewhere: provinces({ shanghai: 9, zhejiang: 12, beijing: 12, henan: 19 }), structure: ["lib/roll/rules.ts#statusOn"] }),
  rule("R-03", { of2018: "13.2", of2025: "16.2", structure: ["lib/roll/rules.ts#statusOn"] }),
  rule("R-04", { of2018: "13.2", of2025: "16.2", structure: ["lib/roll/rules.ts#statusOn"] }),
  rule("R-05", { of2018: "13.2", of2025: "16.2", parameters: ["voterCategoryThree", "voterCategoryThreeYears"], structure: ["lib/roll/rules.ts#statusOn"] }),
  rule("R-06", { of2025: "16.2", elsewhere: provinces({ zhejiang: 13, beijing: 13 }), parameters: ["voterCategoryThree"] }),
  rule("R-07", { of2018: "13.3", of2025: "16.3", structure: ["prisma/migrations/0002_constraints/migration.sql#roll_one_list"] }),
  rule("R-08", { of2018: "14.1", of2025: "17.1", parameters: ["listDays"] }),
  rule("R-09", { of2018: "14.2", of2025: "17.2", parameters: ["objectionDays"] }),
  rule("R-10", { of2018: "14.2", of2025: "17.2", parameters: ["decisionDays"] }),
] as const;
