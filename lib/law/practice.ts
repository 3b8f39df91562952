import type { Citation } from "./finding.ts";

/** Day plan in use in one district of Fujian: custom, shown as such, never a rule. */
export const CUSTOMARY_PLAN: Citation = { text: "福建某区村级换届日程", article: "", confidence: "seenPractice" };

/** Days in which objections to the first nominees (初步候选人) are usually heard. */
export const CUSTOMARY_NOMINEE_OBJECTION_DAYS = 3;

/**
 * Customary days before (positive) or after (negative) election day, by step of the plan. They suggest; only the law
 * limits.
 */
export const CUSTOMARY_DAYS = {
  audit: { earliest: 35, latest: 35 },
  committee: { earliest: 34, latest: 34 },
  dayNotice: { earliest: 34, latest: 34 },
  seats: { earliest: 35, latest: 35 },
  registration: { earliest: 33, latest: 29 },
  rollPublished: { earliest: 28 },
  representatives: { earliest: 20, latest: 16 },
  nominationNotice: { earliest: 16, latest: 15 },
  nomination: { earliest: 15, latest: 13 },
  nominees: { earliest: 13, latest: 13 },
  primary: { earliest: 12, latest: 10 },
  vetting: { earliest: 13, latest: 5 },
  candidateList: { earliest: 9, latest: 4 },
  candidatesMeeting: { earliest: 4, latest: 1 },
  ballots: { earliest: 3, latest: 1 },
  pollingPlaces: { earliest: 3, latest: 2 },
  staff: { earliest: 3, latest: 2 },
  proxies: { earliest: 3, latest: 1 },
  roamingVoters: { earliest: 3, latest: 1 },
  scribes: { earliest: 3, latest: 1 },
  invalidBallots: { earliest: 1, latest: 1 },
  /** 另行选举: the same day or within ten days, by the ministry's guide. */
  furtherVote: { earliest: 0, latest: -10 },
  filing: { earliest: -1, latest: -5 },
  handover: { earliest: -6, latest: -10 },
} as const;
