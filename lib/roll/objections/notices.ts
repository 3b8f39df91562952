import { chineseDay } from "#lib/chinese/numerals.ts";
import type { Reader } from "#lib/database/client.ts";
import type { NoticeBlock } from "#lib/documents/models/notice.ts";
import { noticeCommand, nothingElse, type Draft } from "#lib/election/notice-command.ts";
import { abandon } from "#lib/platform/command.ts";
import type { ObjectionKind } from "./model.ts";
import { objectionsOf, type ObjectionLine } from "./queries.ts";

const ASKS: Readonly<Record<ObjectionKind, string>> = { add: "要求列入名单", remove: "要求不列入名单", correct: "要求更正名单" };

const waiting = async (db: Reader, electionId: string): Promise<readonly ObjectionLine[]> =>
  (await objectionsOf(db, electionId)).filter((one) => (one.state === "granted" || one.state === "refused") && one.noticeId === null);

/** The decisions as a table. Whoever objected, and the reasons, are not posted: they are told to the objector alone. */
function decisionsTable(decided: readonly ObjectionLine[]): NoticeBlock {
  return {
    type: "table",
    caption: null,
    columns: [
      { title: "件号", align: "center", width: 1 },
      { title: "涉及的人", align: "left", width: 2 },
      { title: "申诉事项", align: "left", width: 2.5 },
      { title: "决定日期", align: "left", width: 2.5 },
      { title: "处理决定", align: "left", width: 2 },
    ],
    rows: decided.map((one) => [
      String(one.number), one.subjectGroup === null ? one.subjectName : `${one.subjectName}（${one.subjectGroup}组）`, ASKS[one.kind],
      one.decidedOn === null ? "" : chineseDay(one.decidedOn), one.state === "granted" ? "申诉成立" : "申诉不成立",
    ]),
  };
}

/** Drafts notice 4-2 about every decision that no notice tells of yet; null when there is none. */
export async function draftObjectionDecisions(db: Reader, electionId: string): Promise<Draft | null> {
  const decided = await waiting(db, electionId);
  if (decided.length === 0) return null;
  // A further notice tells of further decisions; it corrects none.
  return { body: { values: {}, parts: { decisions: [decisionsTable(decided)] } }, findings: [], correctsId: null };
}

/** Issues notice 4-2 (选民名单申诉处理决定公告); again for later decisions. */
export const issueObjectionDecisions = noticeCommand({
  code: "objectionDecisions",
  extra: nothingElse,
  draft: draftObjectionDecisions,
  after: async (tx, electionId, noticeId) => {
    const ids = (await waiting(tx, electionId)).map((one) => one.id);
    const { count } = await tx.objection.updateMany({ where: { electionId, id: { in: ids }, noticeId: null }, data: { noticeId } });
    if (count !== ids.length) abandon({ kind: "conflict" });
  },
});
