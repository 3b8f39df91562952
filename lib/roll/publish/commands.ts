import { z } from "zod";
import { chineseNumeral } from "#lib/chinese/numerals.ts";
import { listDeadline, objectionDeadline } from "#lib/calendar/deadlines.ts";
import type { Reader } from "#lib/database/client.ts";
import type { NoticeBlock } from "#lib/documents/models/notice.ts";
import { guardedCommand } from "#lib/election/guards/command.ts";
import { issuedEntry, noneYet, paperOf } from "#lib/election/notice-command.ts";
import { issueNotice, type PaperHead } from "#lib/notice/issue.ts";
import type { NoticeFill } from "#lib/notice/template.ts";
import { abandon, defineCommand } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import type { RollChangeKind } from "#lib/roll/entry/change.ts";
import { publishInput, supplementInput } from "./inputs.ts";
import { groupTitle, listCounts, listHash, listRows, nameOnPaper, numberedFrom1, paperGroups, type ListRow } from "./list-rows.ts";
import type { NameOrder } from "./name-order.ts";
import { listAsOf } from "./as-of.ts";
import { elsewhere } from "./readiness.ts";
import { rollElection, type RollElection } from "#lib/roll/election.ts";

/** How the order within a group is told on the paper. */
const ORDER_WORDS: Readonly<Record<NameOrder, string>> = { household: "各组内按户排列", strokes: "各组内以姓氏笔画为序", pinyin: "各组内以姓名音序为序" };

/** The paper of notice 4: the list by group, without identity numbers. */
const listPaper = (election: RollElection, rows: readonly ListRow[], publishedOn: string, { order, sheet }: Pick<z.output<typeof publishInput>, "order" | "sheet">) => (head: PaperHead) => ({
  kind: "voterList" as const,
  data: {
    village: head.village, term: head.term, number: head.number, issuer: head.issuer, title: `${head.village}${head.title}`, electionDay: election.electionDay,
    objectionsUntil: objectionDeadline(publishedOn, election.law, election.calendar), date: head.date, paper: sheet.paper, columns: sheet.columns, orderNote: ORDER_WORDS[order],
    groups: paperGroups(rows, chineseNumeral), proof: head.proof,
  },
});

/**
 * Posts the list of registered villagers (公布参加选举的村民名单): freezes it as a version in the chosen order of names, marks
 * its people as listed in the drive, and issues notice 4. No later than twenty days before election day (Article 17 of the 2025 law).
 */
export const publishRoll = guardedCommand("publishRoll", {
  name: "roll.publish",
  action: "roll.publish",
  input: publishInput,
  timeoutMs: 120_000,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, order }) => {
    const election = await rollElection(tx, electionId);
    return election === null ? null : { election, rows: await listRows(tx, electionId, order), versions: await tx.rollVersion.count({ where: { electionId } }) };
  },
  decide: ({ election, rows, versions }, { order, sheet }, facts) => {
    if (versions > 0) return invalid(null, "alreadyDone");
    return ok({ id: facts.newId(), election, rows, order, sheet, counts: listCounts(rows), sha256: listHash(numberedFrom1(rows)), issued: noneYet() });
  },
  save: async (tx, { id, election, rows, order, sheet, counts, sha256, issued }, facts) => {
    await tx.rollVersion.create({ data: { id, electionId: election.id, number: 1, electionDay: election.electionDay, publishedOn: facts.today, publishedAt: facts.now, ...counts, sha256, nameOrder: order } });
    await tx.$executeRaw`
      INSERT INTO "RollVersionEntry" ("versionId", "rollEntryId", ordinal, name, sex, "groupNumber", "birthYear", "birthMonth")
      SELECT ${id}, e.id, v.ordinal, e.name, e.sex, e."groupNumber", left(e."bornOn", 4)::int, substr(e."bornOn", 6, 2)::int
      FROM unnest(${rows.map((row) => row.id)}::text[]) WITH ORDINALITY AS v(id, ordinal) JOIN "RollEntry" e ON e.id = v.id`;
    await tx.$executeRaw`UPDATE "RollEntry" SET published = true WHERE "electionId" = ${election.id} AND status = 'listed'`;
    issued.value = await issueNotice(tx, facts, election.id, { code: "voterList", paper: listPaper(election, rows, facts.today, { order, sheet }) });
    return { electionId: election.id, versionId: id, noticeId: issued.value.id, number: issued.value.number, total: counts.total };
  },
  entry: ({ id, order, counts, sha256, issued }) => ({ versionId: id, ...counts, order, sha256, notice: issuedEntry(issued, []) }),
});

const changeSchema = z.object({ id: z.string(), kind: z.enum(["add", "remove", "correct"]), rollEntryId: z.string(), reason: z.string(), detail: z.object({ before: z.object({ name: z.string(), sex: z.string(), groupNumber: z.number() }) }) });
/** A change that was decided after posting and not announced yet. */
export type PendingChange = z.infer<typeof changeSchema> & { readonly entry: { readonly name: string; readonly paperName: string | null; readonly sex: string; readonly groupNumber: number; readonly bornOn: string } };

/** Changes that wait for a supplementary notice, oldest first. */
export async function pendingChanges(db: Reader, electionId: string): Promise<readonly PendingChange[]> {
  const changes = z.array(changeSchema).parse(await db.rollChange.findMany({ where: { electionId, noticeId: null }, orderBy: { at: "asc" }, select: { id: true, kind: true, rollEntryId: true, reason: true, detail: true } }));
  const entries = await db.rollEntry.findMany({ where: { electionId, id: { in: changes.map((change) => change.rollEntryId) } }, select: { id: true, name: true, paperName: true, sex: true, groupNumber: true, bornOn: true } });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return changes.flatMap((change) => {
    const entry = byId.get(change.rollEntryId);
    return entry === undefined ? [] : [{ ...change, entry }];
  });
}

const KIND_WORDS: Readonly<Record<RollChangeKind, string>> = { add: "增加", remove: "去除", correct: "更正" };

const whoOnPaper = (entry: PendingChange["entry"]): string => `${nameOnPaper(entry)}（${entry.sex === "female" ? "女" : "男"}，${groupTitle(entry.groupNumber, chineseNumeral)}）`;

/** A supplementary notice (补充公告): added, removed, corrected; reasons are not posted, they are private. */
function supplementFill(changes: readonly PendingChange[], total: number): NoticeFill {
  const kinds = (["add", "remove", "correct"] as const).filter((kind) => changes.some((change) => change.kind === kind));
  const lists = kinds.flatMap((kind): readonly NoticeBlock[] => [
    { type: "heading", text: KIND_WORDS[kind] },
    { type: "list", ordered: true, items: changes.filter((change) => change.kind === kind).map((change) => (kind === "correct" ? `${change.detail.before.name} 更正为 ${whoOnPaper(change.entry)}` : whoOnPaper(change.entry))) },
  ]);
  return { values: { total }, parts: { changes: lists } };
}

/** Announces every change decided since the list was posted (公告4-1…): added people count as listed from now on. */
export const supplementRoll = defineCommand({
  name: "roll.supplement",
  action: "roll.publish",
  input: supplementInput,
  timeoutMs: 60_000,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId }) => {
    const election = await rollElection(tx, electionId);
    if (election === null) return null;
    const first = await tx.notice.findFirst({ where: { electionId, code: "voterList" }, select: { id: true, number: true } });
    return { election, first, changes: await pendingChanges(tx, electionId), ...(await elsewhere(tx, electionId)), listed: await tx.rollEntry.count({ where: { electionId, status: "listed" } }) };
  },
  decide: ({ election, first, changes, listedElsewhere, registeredTwice, listed }, _, facts) => {
    if (first === null) return invalid(null, "notReady");
    if (changes.length === 0) return invalid(null, "nothingToAnnounce");
    if (facts.today > election.electionDay) return invalid(null, "electionOver");
    if (listedElsewhere.length > 0) return invalid(null, "listedElsewhere", { names: listedElsewhere.join("、") });
    if (registeredTwice.length > 0) return invalid(null, "registeredTwice", { names: registeredTwice.join("、") });
    return ok({ election, first, changes, listed, issued: noneYet(), after: { value: "" } });
  },
  save: async (tx, { election, first, changes, listed, issued, after }, facts) => {
    const added = changes.filter((change) => change.kind === "add").map((change) => change.rollEntryId);
    await tx.rollEntry.updateMany({ where: { electionId: election.id, id: { in: added }, status: "listed" }, data: { published: true } });
    const notice = await issueNotice(tx, facts, election.id, { code: "voterListChange", paper: paperOf(supplementFill(changes, listed), first.number), correctsId: first.id });
    const { count } = await tx.rollChange.updateMany({ where: { id: { in: changes.map((change) => change.id) }, noticeId: null }, data: { noticeId: notice.id } });
    if (count !== changes.length) abandon({ kind: "conflict" });
    issued.value = notice;
    after.value = (await listAsOf(tx, election.id, facts.today))?.sha256 ?? "";
    return { electionId: election.id, noticeId: notice.id, number: notice.number };
  },
  // With the hash of the list as it is from now on: whoever makes it again from version and supplements can compare.
  entry: ({ changes, listed, issued, after }) => ({ sha256: after.value, changes: changes.map(({ id, kind, rollEntryId }) => ({ id, kind, entryId: rollEntryId })), listed, notice: issuedEntry(issued, []) }),
});

/** Last day on which the list may be posted, for screens. */
export const postingDeadline = (election: RollElection): string => listDeadline(election.electionDay, election.law);

