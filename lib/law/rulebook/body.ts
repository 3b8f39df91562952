import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("body");

/** 村民委员会的组成、任期: composition and term of the committee to be elected. */
export const BODY_RULES = [
  rule("V-01", { of2018: "6.1", of2025: "8.1", parameters: ["membersMin", "membersMax", "membersOdd"] }),
  rule("V-02", { of2018: "6.2", of2025: "8.2", parameters: ["womenMin"] }),
  rule("V-03", { of2018: "6.2", parameters: ["minorityRequired"], outside: true }),
  rule("V-04", { of2025: "8.2", elsewhere: provinces({ shanghai: 2, zhejiang: 31, henan: 8 }), parameters: ["kinScope", "kinResolve"] }),
  rule("V-05", { of2025: "8.3", outside: true }),
  rule("V-06", { of2018: "11.1", of2025: "14.1", structure: ["lib/result/determine.ts#determine", "prisma/migrations/0002_constraints/migration.sql#determination_frozen"] }),
  rule("V-07", { of2018: "11.2", of2025: "14.2", parameters: ["termYears", "postponeMonths", "postponeApproval"], structure: ["prisma/schema/township.prisma#@@unique([townshipId, term])"] }),
  rule("V-08", { of2018: "5.1", of2025: "6.1", structure: ["lib/access/permissions.ts#permissions"] }),
  rule("V-09", { of2025: "5", outside: true }),
] as const;
