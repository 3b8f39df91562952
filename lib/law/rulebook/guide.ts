import { provinces, rulesOn, type OtherPlace } from "./rule.ts";

const rule = rulesOn("guide", "unverified");

/** A chapter of the ministry's guide 《村民委员会选举规程》 of 2013: a help for the work, not binding. */
const guide = (chapter: string, ...others: readonly OtherPlace[]): readonly OtherPlace[] => [{ text: "村民委员会选举规程(2013)", article: chapter }, ...others];

/** The ministry's guide, as far as this program applies it where law and province are silent. */
export const GUIDE_RULES = [
  rule("G-01", { elsewhere: guide("一(一)"), confidence: "seenExcerpt", parameters: ["committeeSizeMin", "committeeSizeMax", "committeeOdd"] }),
  rule("G-02", { elsewhere: guide("一(一)"), confidence: "seenExcerpt" }),
  rule("G-03", { elsewhere: guide("一(一)"), confidence: "seenExcerpt", structure: ["lib/committee/papers.ts#committeeFill"] }),
  rule("G-06", { elsewhere: guide("一(三)", ...provinces({ zhejiang: 9, beijing: 11, henan: 12 })), parameters: ["committeeAbsences"], structure: ["lib/committee/commands.ts#memberLeaves"] }),
  rule("G-09", { elsewhere: guide("三(一)"), structure: ["lib/committee/papers.ts#registrationFill"] }),
  rule("G-14", { elsewhere: guide("四(一)"), structure: ["lib/committee/commands.ts#decideSeats"] }),
  rule("G-16", { elsewhere: guide("四(三)", ...provinces({ zhejiang: 17, beijing: 16, henan: 24 })), parameters: ["namesPerNominator", "nominationTie"], structure: ["lib/nomination/rules.ts#selectCandidates"] }),
  rule("G-17", { elsewhere: guide("四(三)"), parameters: ["womenCandidates", "womenNomination"] }),
  rule("G-18", { elsewhere: guide("四(四)", ...provinces({ zhejiang: 19, henan: 26 })), parameters: ["candidateWithdrawalDays", "candidateWithdrawalAfterListDays", "candidateRefill"], structure: ["lib/nomination/rules.ts#selectCandidates"] }),
  rule("G-19", { elsewhere: guide("四(五)", ...provinces({ zhejiang: 20, henan: 29 })), parameters: ["noCandidateMode", "noCandidateIntentDays", "noCandidateListDays", "noCandidateOrder"], structure: ["lib/committee/model.ts#methods"] }),
  rule("G-21", { elsewhere: guide("六(一)", ...provinces({ shanghai: 14, zhejiang: 24, beijing: 23, henan: 30 })) }),
  rule("G-23", { elsewhere: guide("六(二)"), parameters: ["dayChange"] }),
  rule("G-24", { elsewhere: guide("六(三)", ...provinces({ shanghai: 16, zhejiang: 25, beijing: 25, henan: 30 })), structure: ["prisma/migrations/0002_constraints/migration.sql#proxy_one_per_principal"] }),
  rule("G-25", { elsewhere: guide("六(四)") }),
  rule("G-26", { elsewhere: guide("六(五)", ...provinces({ zhejiang: 22 })), structure: ["lib/ballot/preparation-commands.ts#setStaff"] }),
  rule("G-27", { elsewhere: guide("六(五)", ...provinces({ shanghai: 14, zhejiang: 22, beijing: 21, henan: 32 })), parameters: ["staffKinScope"] }),
  rule("G-31", { elsewhere: guide("六(七)", ...provinces({ zhejiang: 27, beijing: 28 })), structure: ["lib/count/settle-commands.ts#settlePaper"] }),
  rule("G-32", { elsewhere: guide("六(七)", ...provinces({ shanghai: 17, zhejiang: 24, beijing: 24, henan: 33 })), parameters: ["scribeBy", "scribeCap"] }),
  rule("G-33", { elsewhere: guide("六(八)", ...provinces({ beijing: 28 })), parameters: ["participants", "invalidInBase"] }),
  rule("G-34", { elsewhere: guide("六(八)", ...provinces({ shanghai: 19, zhejiang: 27, beijing: 28, henan: 35 })), parameters: ["recoveredAgainst"] }),
  rule("G-35", { elsewhere: guide("六(八)", ...provinces({ zhejiang: 7, henan: 39 })), parameters: ["voidRerunDays"], structure: ["lib/result/follow-commands.ts#openFollowingVote"] }),
  rule("G-36", { elsewhere: guide("六(九)", ...provinces({ shanghai: 20, zhejiang: 28, beijing: 29, henan: 36 })), structure: ["lib/result/filling.ts#fill"] }),
  rule("G-37", { elsewhere: guide("六(九)", ...provinces({ zhejiang: 29, beijing: 3 })), parameters: ["women", "womenOffice"], structure: ["lib/result/women.ts#fillDeclaringWomanFirst"] }),
  rule("G-38", { elsewhere: guide("六(九)", ...provinces({ shanghai: 18, zhejiang: 32, beijing: 31, henan: 37 })), structure: ["lib/result/follow-commands.ts#announceResult"] }),
  rule("G-39", { elsewhere: guide("六(十)", ...provinces({ shanghai: 22, henan: 37 })), parameters: ["certificateDays", "certificateIssuer"] }),
  rule("G-40", { elsewhere: guide("六(十一)", ...provinces({ shanghai: 21, zhejiang: 29, beijing: 30, henan: 38 })), parameters: ["runoffDays", "runoffTurnout", "runoffElected", "runoffWithoutCandidates"] }),
  rule("G-41", { elsewhere: guide("六(十一)", ...provinces({ shanghai: 21, zhejiang: 30, beijing: 30 })), parameters: ["vacancyAllowedFrom", "vacancyNeedsChair", "vacancyAfter", "vacancyBy", "presidingElse"] }),
  rule("G-43", { elsewhere: guide("七(二)", ...provinces({ shanghai: 23, henan: 37 })), parameters: ["archiveYears", "ballotsKeptYears", "ballotsKeptUntilNextElection", "ballotsKeptBy"], outside: true }),
] as const;
