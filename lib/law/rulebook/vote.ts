import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("vote");

/** 投票、计票、当选: the vote, the count and the result. */
export const VOTE_RULES = [
  rule("E-01", { of2018: "15.2", of2025: "18.2", parameters: ["validTurnout"] }),
  rule("E-02", { of2018: "15.2", of2025: "18.2", parameters: ["electedThreshold", "participants"] }),
  rule("E-03", { of2018: "15.2", of2025: "18.2", structure: ["lib/result/after.ts#vacantSeats"] }),
  rule("E-04", { of2018: "15.2", of2025: "18.2", parameters: ["runoffMargin"], structure: ["lib/result/after.ts#candidatesFor"] }),
  rule("E-05", { of2018: "15.2", of2025: "18.2", parameters: ["runoffThreshold"] }),
  rule("E-06", { of2018: "15.3", of2025: "18.3", structure: ["prisma/schema/count.prisma#Reading"] }),
  rule("E-07", { of2018: "15.4", of2025: "18.4", parameters: ["proxyAllowed"], structure: ["lib/ballot/proxy-commands.ts#addProxy"] }),
  rule("E-08", { of2018: "15.4", parameters: ["proxyHolder"] }),
  rule("E-09", { of2025: "18.4", parameters: ["proxyHolder"] }),
  rule("E-10", { of2025: "18.4", parameters: ["proxyCap"], structure: ["prisma/migrations/0002_constraints/migration.sql#proxy_cap"] }),
  rule("E-11", { of2025: "18.4", elsewhere: provinces({ zhejiang: 25, beijing: 25 }), parameters: ["proxyCandidateBanned"] }),
  rule("E-12", { of2018: "15.4", of2025: "18.4", elsewhere: provinces({ zhejiang: 25 }), parameters: ["proxyNeedsPublication"] }),
  rule("E-13", { of2018: "15.5", of2025: "18.5", structure: ["lib/law/packs.ts#PROVINCE_PACKS"] }),
  rule("E-14", { elsewhere: provinces({ shanghai: 20, zhejiang: 28, beijing: 29, henan: 36 }), parameters: ["tieResolve"], structure: ["lib/result/filling.ts#openTie"] }),
] as const;
