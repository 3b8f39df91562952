import { today as dayOf } from "#lib/calendar/day.ts";
import type { Reader } from "#lib/database/client.ts";
import type { DocumentData } from "#lib/documents/kinds.ts";
import { renderDocument, type DocumentRefusal } from "#lib/documents/render.ts";
import { formatDay } from "#lib/i18n/format.ts";
import { scopeName } from "#lib/ledger/append.ts";
import { proofOf } from "#lib/ledger/chain.ts";
import { headOf } from "#lib/ledger/queries.ts";
import { ok, unreachable, type Result } from "#lib/platform/result.ts";
import { awayHeard, rollStatistics } from "#lib/roll/statistics.ts";
import { writeWorkbook, type SheetToWrite } from "#lib/spreadsheet/write.ts";
import type { RollExport } from "./export.ts";
import { basisWords, printedList, rollListPaper } from "./list-paper.ts";
import { householdNotices, paperCase, registrationSheet, voterCards } from "./papers.ts";
import { registerTotal, statisticsTables } from "./statistics-tables.ts";
import { listSheets, registerSheet, statisticsSheet, type WorkbookWords } from "./workbooks.ts";

/** What the making of a file is at: 读取名册, 排版, 生成文件. */
export const EXPORT_STAGES = ["reading", "layingOut", "writing"] as const;
export type ExportStage = (typeof EXPORT_STAGES)[number];

/** Where an export is made: words of papers are Chinese whatever the reader's language, those of workbooks are his. */
export type Workshop = { readonly db: Reader; readonly paperWords: WorkbookWords; readonly words: WorkbookWords; /** "第3号导出　王秀英　2026年4月17日 09:05". */ readonly made: string; readonly onStage?: (stage: ExportStage) => void };

type Made = Result<Uint8Array, DocumentRefusal> | null;

/** Makes the file of an export; null when nobody is left to print, a refusal when a paper cannot be printed. */
export async function makeExport(one: RollExport, shop: Workshop): Promise<Made> {
  const { electionId, choice, at } = one;
  const { db, made, words } = shop;
  shop.onStage?.("reading");
  const printing = { today: dayOf(at), made };
  switch (one.file) {
    case "registrationSheet.pdf":
      return paper("registrationSheet", await registrationSheet(db, electionId, choice.group, printing), one, shop);
    case "voterCards.pdf":
      return paper("voterCards", await voterCards(db, electionId, choice.group, printing), one, shop);
    case "householdNotices.pdf":
      return paper("householdNotices", await householdNotices(db, electionId, choice.group, printing), one, shop);
    case "list.pdf":
    case "signOff.pdf":
      return paper("rollList", await rollListPaper(db, electionId, { choice, made, sign: one.file === "signOff.pdf", proof: await proofNow(db, electionId) }), one, shop);
    case "statistics.pdf":
      return paper("notice", await statisticsPaper(one, shop), one, shop);
    case "list.xlsx": {
      const printed = await printedList(db, electionId, choice);
      return printed === null ? null : workbook(listSheets(printed.list, printed.rows, basisWords(printed.list), made, words), shop);
    }
    case "register.xlsx":
      return workbook([await registerSheet(db, electionId, choice.group, made, words)], shop);
    case "statistics.xlsx": {
      const head = await paperCase(db, electionId);
      return head === null ? null : workbook([statisticsSheet(await rollStatistics(db, electionId, head.electionDay), made, words)], shop);
    }
    default:
      return unreachable(one.file);
  }
}

async function paper<Kind extends "registrationSheet" | "voterCards" | "householdNotices" | "rollList" | "notice">(kind: Kind, data: DocumentData<Kind> | null, { at }: RollExport, { onStage }: Workshop): Promise<Made> {
  if (data === null) return null;
  onStage?.("layingOut");
  return renderDocument(kind, data, { createdAt: at, onStage: () => onStage?.("writing") });
}

async function workbook(sheets: readonly SheetToWrite[], { onStage }: Workshop): Promise<Made> {
  onStage?.("writing");
  return ok(await writeWorkbook(sheets));
}

async function proofNow(db: Reader, electionId: string) {
  const scope = { kind: "election", id: electionId } as const;
  const head = await headOf(db, scope);
  return head === null ? null : proofOf(scopeName(scope), head.hash);
}

/** The statistics on paper: every table with its sum, and the whole register at the end. */
async function statisticsPaper({ electionId, at }: RollExport, { db, made, paperWords }: Workshop): Promise<DocumentData<"notice"> | null> {
  const head = await paperCase(db, electionId);
  if (head === null) return null;
  const statistics = await rollStatistics(db, electionId, head.electionDay);
  const { papers, t } = paperWords;
  const whole = registerTotal(statistics);
  const heard = awayHeard(statistics);
  const cells = (label: string, { all, women }: { readonly all: number; readonly women: number }): string[] => [label, String(all), String(all - women), String(women)];
  const columns = [papers("counted"), papers("all"), papers("men"), papers("women")].map((title, index) => ({ title, align: index === 0 ? ("left" as const) : ("right" as const), width: index === 0 ? 3 : 1 }));
  return {
    number: null, issuer: head.issuer, title: t("statisticsTitle", { village: head.village }), salutation: null, correctsNumber: null, date: dayOf(at), proof: await proofNow(db, electionId),
    body: [
      { type: "paragraph", text: t("statisticsIntro", { term: head.term, day: formatDay(head.electionDay, "zh-CN", "date"), listed: statistics.listed.all, men: statistics.listed.all - statistics.listed.women, women: statistics.listed.women, all: whole.all }) },
      ...(heard.away === 0 ? [] : [{ type: "paragraph" as const, text: papers("awaySummary", heard) }]),
      ...statisticsTables(statistics, paperWords).map(({ caption, lines, total }) => ({ type: "table" as const, caption, columns, rows: [...lines.map((line) => cells(line.label, line)), cells(papers("total"), total)] })),
      { type: "paragraph", text: made },
    ],
  };
}
