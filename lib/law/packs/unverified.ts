import type { Citation } from "../finding.ts";
import type { Parameter, ProvincePack } from "../pack.ts";
import type { LawKey, LawValues } from "../parameters.ts";
import { GUIDE_VALUES } from "./guide.ts";
import { READ_PARTS, REGIONS, type Region } from "./regions.ts";

type Parameters = { readonly [Key in LawKey]?: Parameter<LawValues[Key]> };

/** First day from which these packs hold: none of them has a date of its own, so they go as far back as the law they start from. */
const FROM = "2018-12-29";

/**
 * What the national law leaves to the province, where the ministry's guide says nothing either: the national value, to
 * be replaced when somebody has read the measures.
 */
function openValues(measures: Citation): Parameters {
  return {
    membersOdd: { value: false, citation: measures },
    postponeMonths: { value: null, citation: measures },
    postponeApproval: { value: "notSet", citation: measures },
    womenOffice: { value: "notFixed", citation: measures },
    voterExtraGroups: { value: [], citation: measures },
    voterHomeCertificate: { value: false, citation: measures },
    voterUnreachableLeftOut: { value: false, citation: measures },
    candidateConditions: { value: "lawOnly", citation: measures },
    proxyNeedsPublication: { value: false, citation: measures },
    membersFirst: { value: "notSet", citation: measures },
    runoffElected: { value: "mostVotes", citation: measures },
    runoffWithoutCandidates: { value: false, citation: measures },
    sealDays: { value: null, citation: measures },
    byElectionMonths: { value: null, citation: measures },
    representativesNoticeDays: { value: null, citation: measures },
    supervisionSizeMin: { value: null, citation: measures },
    supervisionSizeMax: { value: null, citation: measures },
  };
}

/**
 * The pack of a province whose measures could not be read in full. It starts from the national values, every one marked
 * unverified, and holds what excerpts show; a county administrator completes it.
 */
function unverifiedPack({ code, zh, en }: Region): ProvincePack {
  const parts = READ_PARTS[code];
  const measures: Citation = { text: `${zh}村民委员会选举办法`, article: "未读", confidence: "unverified" };
  return {
    id: `CN-${code}-unverified`,
    region: `CN-${code}`,
    read: parts?.parameters === undefined ? "none" : "excerpts",
    name: { "zh-CN": `${zh}（未核实，从全国规定起步）`, en: `${en} (unverified, starts from the national rules)` },
    inForceFrom: FROM,
    inForceUntil: null,
    ...(parts?.note === undefined ? {} : { note: parts.note }),
    parameters: { ...GUIDE_VALUES, ...openValues(measures), ...parts?.parameters },
  };
}

/** A pack for each province whose measures were not read in full, by ISO code. */
export const UNVERIFIED_PACKS: readonly ProvincePack[] = REGIONS.filter((region) => !region.hasFullText).map(unverifiedPack);
