import { rulesOn } from "./rule.ts";

const rule = rulesOn("meetings");

/** 村民会议、村民代表会议、村民小组会议、监督: meetings, representatives, groups, supervision. */
export const MEETING_RULES = [
  rule("M-01", { of2018: "21.2", of2025: "25.2" }),
  rule("M-02", { of2018: "21.2", of2025: "25.2", parameters: ["assemblyNoticeDays", "assemblyUrgentNotice", "representativesNoticeDays"] }),
  rule("M-03", { of2018: "22.1", of2025: "26.1" }),
  rule("M-04", { of2018: "22.1", of2025: "26.1" }),
  rule("M-05", { of2018: "25.1", of2025: "29.1" }),
  rule("M-06", { of2018: "25.2", of2025: "29.2", outside: true }),
  rule("M-07", { of2018: "26.1", of2025: "30.1" }),
  rule("M-08", { of2018: "26.2", of2025: "30.2" }),
  rule("M-09", { of2018: "28.1", of2025: "32.2" }),
  rule("M-10", { of2018: "28.2", of2025: "32.3", outside: true }),
  rule("M-11", { of2018: "32", of2025: "37.1", parameters: ["supervisionSizeMin", "supervisionSizeMax"], outside: true }),
  rule("M-12", { of2025: "37", outside: true }),
  rule("M-13", { of2025: "28.3", outside: true }),
  rule("M-14", { of2025: "35.4", outside: true }),
  rule("M-15", { of2025: "44.2", outside: true }),
  rule("M-16", { of2025: "46", outside: true }),
] as const;
