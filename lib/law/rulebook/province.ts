import { provinces, rulesOn } from "./rule.ts";

const rule = rulesOn("province");

/** What the provinces' measures add where the national law sets nothing. The numbers are this program's own. */
export const PROVINCE_RULES = [
  rule("P-01", { elsewhere: provinces({ shanghai: 12, zhejiang: 18, beijing: 20, henan: 26 }), parameters: ["candidateListDays"] }),
  rule("P-02", { elsewhere: provinces({ shanghai: 12, zhejiang: 18, beijing: 20 }), parameters: ["candidateOrder"], structure: ["lib/nomination/rules.ts#orderNames"] }),
  rule("P-03", { elsewhere: provinces({ shanghai: 12, beijing: 16, henan: 24 }), parameters: ["margin"] }),
  rule("P-04", { elsewhere: provinces({ shanghai: 16, zhejiang: 25, beijing: 25, henan: 30 }), parameters: ["proxyApplyDays", "proxyListDays"] }),
  rule("P-05", { elsewhere: provinces({ zhejiang: 24, beijing: 23, henan: 31 }), parameters: ["roamingBoxes", "roamingStaffMin"] }),
  rule("P-06", { elsewhere: provinces({ shanghai: 15, zhejiang: 21, beijing: 22, henan: 34 }), parameters: ["sheets"] }),
  rule("P-07", { elsewhere: provinces({ zhejiang: 27, henan: 25 }), parameters: ["votesDown"] }),
] as const;
