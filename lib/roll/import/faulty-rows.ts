import type { Reader } from "#lib/database/client.ts";
import { cellText } from "#lib/spreadsheet/model.ts";
import { writeWorkbook } from "#lib/spreadsheet/write.ts";
import { waitingRegister } from "./stored-register.ts";
import { rollElection } from "#lib/roll/election.ts";
import { findingWords } from "./words.ts";

type FaultyWords = { readonly sheet: string; readonly reason: string; readonly words: (key: string, values?: Record<string, string | number>) => string };

/**
 * The rows of a waiting upload that a person has to correct, as an .xlsx with all their cells as text and the reason in
 * the last column. Null when the upload is gone or lies in another election.
 */
export async function faultyRows(db: Reader, electionId: string, importId: string, { sheet, reason, words }: FaultyWords): Promise<Uint8Array | null> {
  const election = await rollElection(db, electionId);
  const reading = election === null ? null : await waitingRegister(db, importId, election);
  if (reading === null) return null;
  const { table, findings } = reading;
  const needing = Map.groupBy(findings.filter(({ kind }) => !kind.startsWith("repairable:")), ({ row }) => row);
  const width = Math.max(0, ...table.headings.map(({ index }) => index + 1));
  const places = Array.from({ length: width }, (_, index) => index);
  const rows = table.rows.flatMap((row) => {
    const found = needing.get(row.number);
    return found === undefined ? [] : [[...places.map((index) => cellText(row.cells[index])), found.map((finding) => findingWords(words, finding)).join("\n")]];
  });
  const headings = places.map((index) => table.headings.find((heading) => heading.index === index)?.label ?? "");
  return writeWorkbook([{ name: sheet, headings: [...headings, reason], widths: [...places.map((index) => (index === table.columns.get("idNumber") ? 22 : 12)), 60], rows }]);
}
