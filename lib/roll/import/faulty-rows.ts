import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { unseal } from "#lib/platform/crypto.ts";
import { REGISTER_FAULTS, REGISTER_FIELDS } from "#lib/roll/model.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { MARK_HEADING, writtenMark } from "./row-mark.ts";
import { cellsContext } from "./staged-row.ts";
import { unsealHeadings } from "./stored-register.ts";
import { isMended } from "./summary.ts";
import { findingWords } from "./words.ts";

/** Heading of the last column of the workbook that is handed back; a reader leaves the column out. */
export const REASON_HEADING = "错误原因";

type FaultyWords = { readonly sheet: string; readonly words: (key: string, values?: Record<string, string | number>) => string };

/** A row's findings as they are staged. */
export const stagedFindings = z.array(z.object({ kind: z.enum(REGISTER_FAULTS), field: z.enum(REGISTER_FIELDS), params: z.record(z.string(), z.union([z.string(), z.number()])) }));

const texts = z.array(z.string());

/**
 * The rows of an upload that a person has to correct, as an .xlsx with all their cells as text, the mark by which the
 * mended row is known again, and what is wrong in the last column. Null when there are none, or the upload lies elsewhere.
 */
export async function faultyRows(db: Reader, electionId: string, importId: string, { sheet, words }: FaultyWords): Promise<Uint8Array | null> {
  const upload = await db.rollImport.findFirst({ where: { id: importId, electionId, state: { in: ["preview", "confirmed"] } }, select: { headingsCipher: true } });
  if (upload?.headingsCipher == null) return null;
  const rows = await db.rollImportRow.findMany({ where: { importId, cells: { not: null } }, orderBy: { place: "asc" }, select: { place: true, row: true, sheet: true, findings: true, cells: true } });
  if (rows.length === 0) return null;
  const headings = texts.parse(JSON.parse(unsealHeadings(importId, upload.headingsCipher)));
  // A file that was handed back before has these columns already.
  const places = headings.flatMap((heading, place) => (heading === MARK_HEADING || heading === REASON_HEADING ? [] : [place]));
  const lines = rows.map(({ place, row, findings, cells }) => {
    const written = cells === null ? [] : texts.parse(JSON.parse(unseal(cells, cellsContext(importId, place)).toString("utf8")));
    const reasons = stagedFindings.parse(findings).filter(({ kind }) => !isMended(kind)).map((finding) => findingWords(words, finding));
    return [...places.map((index) => written[index] ?? ""), writtenMark(importId, place, row), reasons.join("\n")];
  });
  const widths = places.map((index) => (/身份|证件/u.test(headings[index] ?? "") ? 22 : 12));
  return writeWorkbook([{ name: sheet, headings: [...places.map((index) => headings[index] ?? ""), MARK_HEADING, REASON_HEADING], widths: [...widths, 24, 60], rows: lines }]);
}
