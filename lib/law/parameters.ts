import { z } from "zod";

const wholeNumber = z.int().nonnegative();

/** Ranks of the villagers' committee, highest first: 主任, 副主任, 委员. */
export const OFFICES = ["chair", "viceChair", "member"] as const;
export type Office = (typeof OFFICES)[number];

/** The four grounds on which a person may not be a candidate (不得作为候选人), Article 18 of the 2025 law. */
export const CANDIDATE_BARS = ["expelledFromParty", "criminalPunishment", "clanOrGangForces", "illegalReligiousOrCult"] as const;
export type CandidateBar = (typeof CANDIDATE_BARS)[number];

/** Groups that a province lets register beside the law's three categories: 婚入未迁户口, 原村民享有集体权益, 原农业户籍, 在本村工作, 引进人才. */
export const EXTRA_VOTER_GROUPS = ["marriedIn", "collectiveRights", "formerFarmHousehold", "workedHere", "talents"] as const;

/** Circles of relatives (亲属范围): none; 配偶和直系亲属; 配偶、父母子女、兄弟姐妹; 近亲属 (民法典 1045). */
export const KIN_CIRCLES = ["none", "spouseDirectLine", "spouseParentsChildrenSiblings", "nearRelatives"] as const;

/** Days or people that the law may leave open (null). */
const openNumber = wholeNumber.nullable();

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
  /** 职数应为单数. */
  membersOdd: z.boolean(),
  /** 任期, in years. */
  termYears: wholeNumber,
  /** 延期换届: at most so many months, approved by whom. */
  postponeMonths: openNumber,
  postponeApproval: z.enum(["notSet", "county"]),
  /** 选举日变更: what a published election day may be changed for. */
  dayChange: z.enum(["notSet", "townshipApproval", "forceMajeureOnly"]),
  /** 妇女成员: fewest women in the committee. */
  womenMin: wholeNumber,
  /** How the woman gets her seat: declared first among the members, or a seat voted on apart. */
  women: z.enum(["declareFirst", "reservedSeat"]),
  /** 妇女成员所担任的职位: whether the assembly or representatives fix her office beforehand. */
  womenOffice: z.enum(["notFixed", "fixedBeforehand"]),
  /** Women among the candidates, and whether they are nominated apart (妇女成员专职专选). */
  womenCandidates: z.enum(["notAsked", "properShare", "atLeastOne"]),
  womenNomination: z.enum(["together", "separate"]),
  /** 多民族村民居住的村应当有人数较少的民族的成员. */
  minorityRequired: z.boolean(),
  /** 近亲属回避: whose relatives may not sit together. */
  kinScope: z.enum(KIN_CIRCLES),
  kinResolve: z.enum(["none", "officeThenVotes"]),
  /** 村民选举委员会人数; null: not set. */
  committeeSizeMin: wholeNumber.nullable(),
  committeeSizeMax: wholeNumber.nullable(),
  committeeOdd: z.enum(["notAsked", "preferred", "required"]),
  /** 连续缺席 so many meetings in a row counts as having left; null: not set. */
  committeeAbsences: openNumber,
  /** 村民选举委员会履行职责至工作移交完成. */
  committeeEnds: z.enum(["handoverDone"]),
  /** What makes a member of the election committee leave it. */
  committeeLeaveOn: z.enum(["nominated", "nominatedOrRelativeNominated", "confirmed"]),
  /** Whose nomination makes a relative leave the election committee. */
  committeeLeaveKin: z.enum(KIN_CIRCLES),
  /** 选举权年龄, full years on election day. */
  voterAge: wholeNumber,
  /** Third category of registered villagers: lived here, or lived here or worked for the village, for so many years. */
  voterCategoryThree: z.enum(["lived", "livedOrVillageWork"]),
  voterCategoryThreeYears: wholeNumber,
  voterExtraGroups: z.array(z.enum(EXTRA_VOTER_GROUPS)).readonly(),
  /** Outsiders need a certificate of their home village that they do not register there. */
  voterHomeCertificate: z.boolean(),
  /** 确实无法取得联系的, confirmed by the election committee, are left off the list. */
  voterUnreachableLeftOut: z.boolean(),
  /** 名单公布: latest so many days before election day. */
  listDays: wholeNumber,
  /** 申诉 within so many days of publication; 处理决定 within so many days of receipt. */
  objectionDays: wholeNumber,
  decisionDays: wholeNumber,
  /** 提名: who may nominate. */
  nominators: z.enum(["electors", "partyOrganisationOrElectors"]),
  /** 提名方式: ballots, joint nomination (联名), the village Party organisation, oneself (自荐). */
  nominationWays: z.array(z.enum(["ballot", "joint", "partyOrganisation", "self"])).readonly(),
  /** How many must take part in a nomination by ballot, and in a primary (预选). */
  nominationTurnout: z.enum(["none", "majorityOfRegistered"]),
  primaryBy: z.enum(["notSet", "electors", "representatives"]),
  primaryTurnout: z.enum(["none", "majorityOfRegistered", "twoThirdsOfRepresentatives"]),
  /** 每一选民提名人数 not above the seats, or the planned candidates. */
  namesPerNominator: z.enum(["notSet", "seats", "candidates"]),
  /** One nominator naming one person for two offices; one person nominated by several for two offices. */
  nominationSamePerson: z.enum(["countEach", "invalid"]),
  nomineeTwoOffices: z.enum(["notSet", "choosesOne", "countedApart"]),
  /** Nomination votes short for a higher office added to a lower one. */
  nominationVotesDown: z.enum(["none", "toLower"]),
  nominationTie: z.enum(["notSet", "revote"]),
  nominationProxyAllowed: z.boolean(),
  candidateBars: z.array(z.enum(CANDIDATE_BARS)).readonly(),
  /** Further conditions: none, those of the village's method, or what a meeting decides. */
  candidateConditions: z.enum(["lawOnly", "villageMethod", "meetingDecides"]),
  /** 差额 per office. */
  margin: z.strictObject({ chair: margin, viceChair: margin, member: margin }),
  /** 正式候选人名单公布: latest so many days before election day; null: the law sets no day. */
  candidateListDays: wholeNumber.nullable(),
  candidateOrder: z.enum(["votes", "surnameStrokes", "either"]),
  /** 候选人退出 in writing: latest so many days before election day, or so many days after the list was fixed. */
  candidateWithdrawalDays: openNumber,
  candidateWithdrawalAfterListDays: openNumber,
  candidateRefill: z.enum(["nextByVotes"]),
  /** 无候选人（自荐）直选: whether allowed; intent and list latest so many days before election day; order of names. */
  noCandidateMode: z.enum(["notMentioned", "allowed", "meetingDecides", "meetingDecidesAndFiled"]),
  noCandidateIntentDays: openNumber,
  noCandidateListDays: openNumber,
  noCandidateOrder: z.enum(["either", "surnameStrokes"]),
  /** 候选人与村民见面; what may still be said on election day; a speech is asked for so many days before. */
  candidatesMeetVoters: z.boolean(),
  campaignOnDay: z.enum(["notSet", "statementsOnly", "stops"]),
  speechRequestDays: openNumber,
  /** 委托投票 allowed at all; an unpublished proxy is void. */
  proxyAllowed: z.boolean(),
  proxyNeedsPublication: z.boolean(),
  /** 委托投票: principals per holder; null: no cap. */
  proxyCap: wholeNumber.nullable(),
  proxyHolder: z.enum(["nearRelative", "nearRelativeOrVillager"]),
  proxyCandidateBanned: z.boolean(),
  /** Applications and the posted names, latest so many days before election day; null: not set. */
  proxyApplyDays: wholeNumber.nullable(),
  proxyListDays: wholeNumber.nullable(),
  /** 流动票箱: whether, for whom, with how many scrutineers; its users posted latest so many days before election day. */
  roamingBoxes: z.enum(["notMentioned", "allowed", "withApproval", "representativesDecide"]),
  roamingFor: z.array(z.enum(["scattered", "oldOrIll"])).readonly(),
  roamingStaffMin: wholeNumber.nullable(),
  roamingListDays: openNumber,
  /** 投票站: scrutineers at each; time, places and manner, and the staff, published so many days before. */
  stationStaffMin: openNumber,
  placesNoticeDays: openNumber,
  staffListDays: openNumber,
  /** 代写: by scribes of the committee, by somebody trusted, or either; voters per scribe. */
  scribeBy: z.enum(["appointed", "trusted", "either"]),
  scribeCap: openNumber,
  /** Relatives of candidates who may not serve as polling staff. */
  staffKinScope: z.enum(["spouseDirectLine", "spouseParentsChildrenSiblings", "nearRelatives"]),
  /** One sheet for all offices, one per office, or as the village decides. */
  sheets: z.enum(["one", "separate", "either"]),
  /** 一次性投票 or 分次投票; 主任、副主任不得由委员推选. */
  ballotStages: z.enum(["together", "staged", "either"]),
  membersFirst: z.enum(["notSet", "banned"]),
  /** One person named for two offices on one sheet; a sheet with nothing marked. */
  samePersonTwice: z.enum(["countEach", "invalidBoth", "invalidBallot"]),
  blankBallot: z.enum(["abstention", "invalid"]),
  /** 选举有效, 当选, 另行选举当选. */
  validTurnout: z.enum(["majorityOfRegistered"]),
  electedThreshold: z.enum(["majorityOfParticipants"]),
  runoffThreshold: z.enum(["oneThirdOfBallots"]),
  /** 参加投票人数: the returned ballots, the invalid ones among them. */
  participants: z.enum(["returnedBallots"]),
  /** 废票计入选票总数. */
  invalidInBase: z.boolean(),
  /** 票数相等: vote again among the tied. */
  tieResolve: z.enum(["revote"]),
  votesDown: z.enum(["none", "toLower"]),
  recoveredAgainst: z.enum(["issued", "voters"]),
  runoffMargin: z.int().min(1),
  runoffTurnout: z.enum(["none", "majority"]),
  runoffDays: wholeNumber.nullable(),
  /** 另行选举: most votes, or first whoever has more than half; whether it may be held without candidates. */
  runoffElected: z.enum(["mostVotes", "majorityElseMostVotes"]),
  runoffWithoutCandidates: z.boolean(),
  /** 重新选举 after a void one, within so many days. */
  voidRerunDays: openNumber,
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
  certificateIssuer: z.enum(["notSet", "committee", "townshipOrCounty"]),
  /** 印章移交, within so many days of the result; 0: the same day. */
  sealDays: openNumber,
  /** 选举档案, kept at least so many years; the ballots, until when and by whom. */
  archiveYears: wholeNumber,
  ballotsKeptYears: openNumber,
  ballotsKeptUntilNextElection: z.boolean(),
  ballotsKeptBy: z.enum(["notSet", "committee", "township"]),
  /** 罢免: who may ask; vote within so many days, else by the township within so many more; the same grounds not again for so long. */
  recallPetition: z.enum(["oneFifthOrOneThirdOfRepresentatives"]),
  recallVoteDays: openNumber,
  recallTownshipDays: openNumber,
  recallRepeatMonths: openNumber,
  recallRepeatWholeTerm: z.boolean(),
  /** 补选 within so many months when fewer than three members are left. */
  byElectionMonths: openNumber,
  /** 村民会议 and 村民代表会议 called so many days ahead; whether urgent matters may do without. */
  assemblyNoticeDays: wholeNumber,
  assemblyUrgentNotice: z.boolean(),
  representativesNoticeDays: openNumber,
  /** 村务监督委员会人数. */
  supervisionSizeMin: openNumber,
  supervisionSizeMax: openNumber,
});

/** The merged values of the law for one election. */
export type LawValues = Readonly<z.output<typeof lawValuesSchema>>;
export type LawKey = keyof LawValues;

/** Every key, in the order of the schema. */
export const LAW_KEYS: readonly LawKey[] = Object.keys(lawValuesSchema.shape).filter((key): key is LawKey => key in lawValuesSchema.shape);

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
