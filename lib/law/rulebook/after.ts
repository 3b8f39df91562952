import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("after");

/** 选举以后: unlawful elections, recall, resignation, by-election, handover, audit, archive. */
export const AFTER_RULES = [
  rule("A-01", { of2018: "17.1", of2025: "21.1", outside: true }),
  rule("A-02", { of2018: "17.2", of2025: "21.2", outside: true }),
  rule("A-03", { of2018: "16.1", of2025: "19.1", parameters: ["recallPetition"], outside: true }),
  rule("A-04", { of2018: "16.2", of2025: "19.2", elsewhere: provinces({ shanghai: 27, zhejiang: 35, beijing: 33, henan: 43 }), parameters: ["recallVoteDays", "recallTownshipDays", "recallRepeatMonths", "recallRepeatWholeTerm"], outside: true }),
  rule("A-05", { of2025: "20", outside: true }),
  rule("A-06", { of2018: "18", of2025: "22", outside: true }),
  rule("A-07", { of2018: "33.2", of2025: "38.2", outside: true }),
  rule("A-08", { of2018: "19", of2025: "23", elsewhere: provinces({ shanghai: 29, zhejiang: 38, beijing: 36, henan: 47 }), parameters: ["byElectionMonths"], outside: true }),
  rule("A-09", { of2018: "20", of2025: "24", elsewhere: provinces({ shanghai: 24, zhejiang: 33, beijing: 32, henan: 40 }), parameters: ["handoverDays", "sealDays"] }),
  rule("A-10", { of2018: "35.2", of2025: "40.2", parameters: ["auditBeforeElection"] }),
  rule("A-11", { of2018: "34", of2025: "39", outside: true }),
] as const;
