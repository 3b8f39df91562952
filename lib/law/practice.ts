import type { Citation } from "./finding.ts";

/** Day plan in use in one district of Fujian: custom, shown as such, never a rule. */
export const CUSTOMARY_PLAN: Citation = { text: "福建某区村级换届日程", article: "", confidence: "seenPractice" };

/** Customary days before (positive) or after (negative) election day. They suggest; only the law limits. */
export const CUSTOMARY_DAYS = {
  committee: { earliest: 34, latest: 34 },
  registration: { earliest: 33, latest: 29 },
  rollPublished: { earliest: 28 },
  nominationNotice: { earliest: 16, latest: 15 },
  nomination: { earliest: 15, latest: 13 },
  candidateList: { earliest: 9, latest: 4 },
  proxies: { earliest: 3, latest: 1 },
} as const;
