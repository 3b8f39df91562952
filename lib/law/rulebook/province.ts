import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("province");

/** What the provinces' measures add where the national law sets nothing. The numbers are this program's own. */
export const PROVINCE_RULES = [
  rule("P-01", { elsewhere: provinces({ shanghai: 12, zhejiang: 18, beijing: 20, henan: 26 }), parameters: ["candidateListDays"] }),
  rule("P-02", { elsewhere: provinces({ shanghai: 12, zhejiang: 18, beijing: 20 }), parameters: ["candidateOrder"], structure: ["lib/nomination/rules.ts#orderNames"] }),
  rule("P-03", { elsewhere: provinces({ shanghai: 12, beijing: 16, henan: 24 }), parameters: ["margin"] }),
  rule("P-04", { elsewhere: provinces({ shanghai: 16, zhejiang: 25, beijing: 25, henan: 30 }), parameters: ["proxyApplyDays", "proxyListDays"] }),
  rule("P-05", { elsewhere: provinces({ zhejiang: 24, beijing: 23, henan: 31 }), parameters: ["roamingBoxes", "roamingFor", "roamingStaffMin", "roamingListDays", "stationStaffMin"] }),
  rule("P-06", { elsewhere: provinces({ shanghai: 15, zhejiang: 21, beijing: 22, henan: 34 }), parameters: ["sheets", "ballotStages", "membersFirst"], outside: true }),
  rule("P-07", { elsewhere: provinces({ zhejiang: 27, henan: 25 }), parameters: ["votesDown"] }),
  rule("P-08", { elsewhere: provinces({ shanghai: 9, beijing: 13, henan: 20 }), parameters: ["voterExtraGroups", "voterHomeCertificate"], structure: ["lib/law/voter-groups.ts#applicationGrounds"] }),
  rule("P-09", { elsewhere: provinces({ beijing: 14 }), parameters: ["voterUnreachableLeftOut"], structure: ["lib/roll/model.ts#unreachable"] }),
  rule("P-10", { elsewhere: provinces({ zhejiang: 18, beijing: 16, henan: 24 }), parameters: ["nominationTurnout", "nominationProxyAllowed", "primaryBy", "primaryTurnout"] }),
  rule("P-11", { elsewhere: provinces({ zhejiang: 18, henan: 25 }), parameters: ["nomineeTwoOffices", "nominationSamePerson", "nominationVotesDown"] }),
  rule("P-12", { elsewhere: provinces({ zhejiang: 15, beijing: 18 }), parameters: ["candidateConditions"], outside: true }),
  rule("P-13", { elsewhere: provinces({ shanghai: 13, zhejiang: 23 }), parameters: ["campaignOnDay", "speechRequestDays"] }),
  rule("P-14", { elsewhere: provinces({ zhejiang: 22 }), parameters: ["placesNoticeDays", "staffListDays"] }),
  rule("P-15", { elsewhere: provinces({ zhejiang: 27, henan: 25 }), parameters: ["samePersonTwice", "blankBallot"], structure: ["lib/count/rules.ts#twoOfficesRule"] }),
] as const;
