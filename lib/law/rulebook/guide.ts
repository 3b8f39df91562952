import { provinces, rulesOn, type OtherPlace } from "./rule.ts";

const rule = rulesOn("guide", "unverified");

/** A chapter of the ministry's guide 《村民委员会选举规程》 of 2013: a help for the work, not binding. */
const guide = (chapter: string, ...others: readonly OtherPlace[]): readonly OtherPlace[] => [{ text: "村民委员会选举规程(2013)", article: chapter }, ...others];

/** The ministry's guide, as far as this program applies it where law and province are silent. */
export const GUIDE_RULES = [
  rule("G-01", { elsewhere: guide("第一章"), confidence: "seenExcerpt", parameters: ["committeeSizeMin", "committeeSizeMax"] }),
  rule("G-02", { elsewhere: guide("第一章"), confidence: "seenExcerpt" }),
  rule("G-03", { elsewhere: guide("第一章"), confidence: "seenExcerpt", structure: ["lib/committee/papers.ts#committeeBlocks"] }),
  rule("G-09", { elsewhere: guide("第三章"), structure: ["lib/committee/papers.ts#registrationBlocks"] }),
  rule("G-14", { elsewhere: guide("第四章"), structure: ["lib/committee/commands.ts#decideSeats"] }),
  rule("G-16", { elsewhere: guide("第四章"), structure: ["lib/nomination/rules.ts#selectCandidates"] }),
  rule("G-17", { elsewhere: guide("第四章") }),
  rule("G-18", { elsewhere: guide("第四章", ...provinces({ zhejiang: 19, henan: 26 })), structure: ["lib/nomination/rules.ts#selectCandidates"] }),
  rule("G-19", { elsewhere: guide("第四章", ...provinces({ zhejiang: 20, henan: 29 })), structure: ["lib/committee/model.ts#methods"] }),
  rule("G-21", { elsewhere: guide("第六章", ...provinces({ shanghai: 14, zhejiang: 24, beijing: 23, henan: 30 })) }),
  rule("G-23", { elsewhere: guide("第六章") }),
  rule("G-24", { elsewhere: guide("第六章", ...provinces({ shanghai: 16, zhejiang: 25, beijing: 25, henan: 30 })), structure: ["prisma/migrations/0002_constraints/migration.sql#proxy_one_per_principal"] }),
  rule("G-25", { elsewhere: guide("第六章") }),
  rule("G-26", { elsewhere: guide("第六章", ...provinces({ zhejiang: 22 })), structure: ["lib/ballot/preparation-commands.ts#setStaff"] }),
  rule("G-27", { elsewhere: guide("第六章", ...provinces({ shanghai: 14, zhejiang: 22, beijing: 21, henan: 32 })), parameters: ["staffKinScope"] }),
  rule("G-31", { elsewhere: guide("第六章", ...provinces({ zhejiang: 27, beijing: 28 })), structure: ["lib/count/settle-commands.ts#settlePaper"] }),
  rule("G-32", { elsewhere: guide("第六章", ...provinces({ shanghai: 17, zhejiang: 24, beijing: 24, henan: 33 })) }),
  rule("G-33", { elsewhere: guide("第六章", ...provinces({ beijing: 28 })), parameters: ["participants"] }),
  rule("G-34", { elsewhere: guide("第六章", ...provinces({ shanghai: 19, zhejiang: 27, beijing: 28, henan: 35 })), parameters: ["recoveredAgainst"] }),
  rule("G-36", { elsewhere: guide("第六章", ...provinces({ shanghai: 20, zhejiang: 28, beijing: 29, henan: 36 })), structure: ["lib/result/filling.ts#fill"] }),
  rule("G-37", { elsewhere: guide("第六章", ...provinces({ zhejiang: 29, beijing: 3 })), parameters: ["women"], structure: ["lib/result/women.ts#fillDeclaringWomanFirst"] }),
  rule("G-38", { elsewhere: guide("第六章", ...provinces({ shanghai: 18, zhejiang: 32, beijing: 31, henan: 37 })), structure: ["lib/result/follow-commands.ts#announceResult"] }),
  rule("G-39", { elsewhere: guide("第六章", ...provinces({ shanghai: 22, henan: 37 })), parameters: ["certificateDays"] }),
  rule("G-40", { elsewhere: guide("第六章", ...provinces({ shanghai: 21, zhejiang: 29, beijing: 30, henan: 38 })), parameters: ["runoffDays", "runoffTurnout"] }),
  rule("G-41", { elsewhere: guide("第六章", ...provinces({ shanghai: 21, zhejiang: 30, beijing: 30 })), parameters: ["vacancyAllowedFrom", "vacancyNeedsChair", "vacancyAfter", "vacancyBy", "presidingElse"] }),
  rule("G-43", { elsewhere: guide("第七章", ...provinces({ shanghai: 23, henan: 37 })), parameters: ["archiveYears"], outside: true }),
] as const;
