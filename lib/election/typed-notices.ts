import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { noticeCase } from "../notice/issue.ts";
import { kindIn, noticeSetOf, type NoticeCode } from "../notice/set.ts";
import { parseTyped, typedFill, typedInput, type TypedCode, type TypedValues } from "../notice/typed.ts";
import { id } from "../platform/fields.ts";
import { noticeCommand, type Draft } from "./notice-command.ts";

const typedExtra = z.object({ values: typedInput });

/** Drafts a notice whose content is typed; null while what is typed is incomplete. */
export async function draftTyped(db: Reader, electionId: string, code: TypedCode, values: TypedValues): Promise<Draft | null> {
  const one = await noticeCase(db, electionId);
  if (one === null) return null;
  const kind = kindIn(noticeSetOf(one.law), code);
  const typed = parseTyped(kind, values);
  return typed.ok ? { body: typedFill(kind, typed.value), findings: [] } : null;
}

const typedCommand = (code: TypedCode) => noticeCommand({ code, extra: typedExtra, draft: (db, electionId, { values }) => draftTyped(db, electionId, code, values) });

/** Issues notice 5 (村民代表和村民小组组长推选公告). */
export const issueRepresentativesMeeting = typedCommand("representativesMeeting");
/** Issues notice 6 (村民代表名单公告). */
export const issueRepresentatives = typedCommand("representatives");
/** Issues notice 6-1 (村民小组组长名单公告). */
export const issueGroupLeaders = typedCommand("groupLeaders");
/** Issues notice 17 (村务监督委员会成员名单公告). */
export const issueSupervisionCommittee = typedCommand("supervisionCommittee");

const correctionExtra = z.object({ correctsId: id, values: typedInput });

/** Drafts a correction (更正公告) of an issued notice; null when there is no such notice in the case. */
export async function draftCorrection(db: Reader, electionId: string, correctsId: string, values: TypedValues): Promise<Draft | null> {
  const one = await noticeCase(db, electionId);
  const old = one?.notices.find((notice) => notice.id === correctsId);
  if (one === null || old === undefined) return null;
  const typed = parseTyped(kindIn(noticeSetOf(one.law), "correction"), values);
  if (!typed.ok) return null;
  return { body: { values: { ...typed.value, oldDate: old.issuedOn, oldNumber: `公告第${old.number}号《${old.title}》` } }, findings: [], correctsId };
}

/** Issues a correction (更正公告): the old notice stays as it is, and both point at each other. */
export const issueCorrection = noticeCommand({
  code: "correction", extra: correctionExtra, draft: (db, electionId, { correctsId, values }) => draftCorrection(db, electionId, correctsId, values),
});

/** Codes that the page of typed drafts serves: what is typed alone, the day, and corrections. */
export const draftedCodes = ["electionDay", "representativesMeeting", "representatives", "groupLeaders", "supervisionCommittee", "correction"] as const satisfies readonly NoticeCode[];
export type DraftedCode = (typeof draftedCodes)[number];
