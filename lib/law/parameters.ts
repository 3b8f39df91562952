import { z } from "zod";

const wholeNumber = z.int().nonnegative();

/** Ranks of the villagers' committee, highest first: 主任, 副主任, 委员. */
export const OFFICES = ["chair", "viceChair", "member"] as const;
export type Office = (typeof OFFICES)[number];

/** The four grounds on which a person may not be a candidate (不得作为候选人), Article 18 of the 2025 law. */
export const CANDIDATE_BARS = ["expelledFromParty", "criminalPunishment", "clanOrGangForces", "illegalReligiousOrCult"] as const;
export type CandidateBar = (typeof CANDIDATE_BARS)[number];

/** How many more candidates than seats one office needs: at least `min`, at most `max` (null: no ceiling). */
const margin = z.strictObject({ min: z.int().min(1), max: z.int().min(1).nullable() });

/**
 * Every parameter that a law pack can set. Days are whole days counted from a named day; shares are named rules,
 * never fractions. Chinese terms and articles of each value stand in the packs.
 */
export const lawValuesSchema = z.strictObject({
  /** 村民委员会职数: seats of the whole committee. */
  membersMin: wholeNumber,
  membersMax: wholeNumber,
  /** 任期, in years. */
  termYears: wholeNumber,
  /** 妇女成员: fewest women in the committee. */
  womenMin: wholeNumber,
  /** How the woman gets her seat: declared first among the members, or a seat voted on apart. */
  women: z.enum(["declareFirst", "reservedSeat"]),
  /** 多民族村民居住的村应当有人数较少的民族的成员. */
  minorityRequired: z.boolean(),
  /** 近亲属回避: whose relatives may not sit together. */
  kinScope: z.enum(["none", "spouseDirectLine", "spouseParentsChildrenSiblings", "nearRelatives"]),
  kinResolve: z.enum(["none", "officeThenVotes"]),
  /** 村民选举委员会人数; null: not set. */
  committeeSizeMin: wholeNumber.nullable(),
  committeeSizeMax: wholeNumber.nullable(),
  /** What makes a member of the election committee leave it. */
  committeeLeaveOn: z.enum(["nominated", "nominatedOrRelativeNominated", "confirmed"]),
  /** 选举权年龄, full years on election day. */
  voterAge: wholeNumber,
  /** Third category of registered villagers: lived here, or lived here or worked for the village, for so many years. */
  voterCategoryThree: z.enum(["lived", "livedOrVillageWork"]),
  voterCategoryThreeYears: wholeNumber,
  /** 名单公布: latest so many days before election day. */
  listDays: wholeNumber,
  /** 申诉 within so many days of publication; 处理决定 within so many days of receipt. */
  objectionDays: wholeNumber,
  decisionDays: wholeNumber,
  /** 提名: who may nominate. */
  nominators: z.enum(["electors", "partyOrganisationOrElectors"]),
  candidateBars: z.array(z.enum(CANDIDATE_BARS)).readonly(),
  /** 差额 per office. */
  margin: z.strictObject({ chair: margin, viceChair: margin, member: margin }),
  /** 正式候选人名单公布: latest so many days before election day; null: the law sets no day. */
  candidateListDays: wholeNumber.nullable(),
  candidateOrder: z.enum(["votes", "surnameStrokes", "either"]),
  /** 委托投票: principals per holder; null: no cap. */
  proxyCap: wholeNumber.nullable(),
  proxyHolder: z.enum(["nearRelative", "nearRelativeOrVillager"]),
  proxyCandidateBanned: z.boolean(),
  /** Applications and the posted names, latest so many days before election day; null: not set. */
  proxyApplyDays: wholeNumber.nullable(),
  proxyListDays: wholeNumber.nullable(),
  /** 流动票箱. */
  roamingBoxes: z.enum(["notMentioned", "allowed", "withApproval"]),
  roamingStaffMin: wholeNumber.nullable(),
  /** Relatives of candidates who may not serve as polling staff. */
  staffKinScope: z.enum(["spouseDirectLine", "spouseParentsChildrenSiblings", "nearRelatives"]),
  /** One sheet for all offices, one per office, or as the village decides. */
  sheets: z.enum(["one", "separate", "either"]),
  /** 选举有效, 当选, 另行选举当选. */
  validTurnout: z.enum(["majorityOfRegistered"]),
  electedThreshold: z.enum(["majorityOfParticipants"]),
  runoffThreshold: z.enum(["oneThirdOfBallots"]),
  /** 参加投票人数: the returned ballots, the invalid ones among them. */
  participants: z.enum(["returnedBallots"]),
  votesDown: z.enum(["none", "toLower"]),
  recoveredAgainst: z.enum(["issued", "voters"]),
  runoffMargin: z.int().min(1),
  runoffTurnout: z.enum(["none", "majority"]),
  runoffDays: wholeNumber.nullable(),
  vacancyAllowedFrom: z.int().min(3),
  vacancyNeedsChair: z.boolean(),
  vacancyAfter: z.enum(["runoff", "regular"]),
  vacancyBy: z.enum(["law", "meeting"]),
  presidingElse: z.enum(["representatives", "memberMostVotes"]),
  /** 离任经济责任审计 published before the election. */
  auditBeforeElection: z.boolean(),
  /** 当选证书 and 工作移交, within so many days of the result. */
  certificateDays: wholeNumber,
  handoverDays: wholeNumber,
  /** 选举档案, kept at least so many years. */
  archiveYears: wholeNumber,
});

/** The merged values of the law for one election. */
export type LawValues = Readonly<z.output<typeof lawValuesSchema>>;
export type LawKey = keyof LawValues;

/** Values that a village may set itself in a count document (`law.parameters`), inside the limits of its packs. */
export const VILLAGE_KEYS = [
  "votesDown",
  "women",
  "kinResolve",
  "recoveredAgainst",
  "runoffMargin",
  "runoffTurnout",
  "runoffDays",
  "vacancyAllowedFrom",
  "vacancyNeedsChair",
  "vacancyAfter",
  "vacancyBy",
  "presidingElse",
] as const satisfies readonly LawKey[];

/** The village's own method, as it comes in from outside. Unknown parameters are refused. */
export const villageParametersSchema = lawValuesSchema
  .pick({
    votesDown: true,
    women: true,
    kinResolve: true,
    recoveredAgainst: true,
    runoffMargin: true,
    runoffTurnout: true,
    runoffDays: true,
    vacancyAllowedFrom: true,
    vacancyNeedsChair: true,
    vacancyAfter: true,
    vacancyBy: true,
    presidingElse: true,
  })
  .partial()
  .strict();
export type VillageParameters = Readonly<z.output<typeof villageParametersSchema>>;
