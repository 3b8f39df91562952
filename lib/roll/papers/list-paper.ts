import { chineseNumeral } from "#lib/chinese/numerals.ts";
import type { Reader } from "#lib/database/client.ts";
import type { DocumentData } from "#lib/documents/kinds.ts";
import { birthNote } from "#lib/documents/same-names.ts";
import { listAsOf, type AsOfRow, type ListOfDay } from "#lib/roll/publish/as-of.ts";
import { LIST_SHEETS } from "#lib/roll/publish/inputs.ts";
import { groupTitle, nameOnPaper, tellApart } from "#lib/roll/publish/list-rows.ts";
import type { ExportChoice } from "./model.ts";
import { paperCase } from "./papers.ts";

/** "公告第4号，经公告第4-1、4-2号补充". */
export function basisWords({ notices }: Pick<ListOfDay, "notices">): string {
  const [first, ...later] = notices.map(({ number }) => number);
  return `公告第${first ?? "—"}号${later.length === 0 ? "" : `，经公告第${later.join("、")}号补充`}`;
}

/** The list of a day as papers and workbooks need it: names as they are printed, and what tells namesakes apart. */
export type PrintedRow = AsOfRow & { readonly printed: string; readonly note: string | null };

/** Reads the list of a day with its printed names; the group only narrows what is shown, not who are namesakes. */
export async function printedList(db: Reader, electionId: string, { day, group }: Pick<ExportChoice, "day" | "group">): Promise<{ readonly list: ListOfDay; readonly rows: readonly PrintedRow[] } | null> {
  const list = await listAsOf(db, electionId, day);
  if (list === null) return null;
  const written = await db.rollEntry.findMany({ where: { electionId, paperName: { not: null } }, select: { id: true, name: true, paperName: true } });
  // Another writing for papers holds only for the name it was given for.
  const paperNames = new Map(written.map((entry) => [`${entry.id}\t${entry.name}`, entry.paperName]));
  const marks = tellApart(list.rows);
  const rows = list.rows
    .filter((row) => group === null || row.groupNumber === group)
    .map((row) => ({ ...row, printed: nameOnPaper({ name: row.name, paperName: paperNames.get(`${row.id}\t${row.name}`) ?? null }), note: birthNote(marks.get(row) ?? { birthYear: null }) }));
  return { list, rows };
}

type ListPaper = { readonly choice: ExportChoice; readonly sign: boolean; readonly made: string; readonly proof: DocumentData<"rollList">["proof"] };

/** The list of a day on paper, or the sheet to sign on when a ballot is handed out. Null when there is nobody. */
export async function rollListPaper(db: Reader, electionId: string, { choice, sign, made, proof }: ListPaper): Promise<DocumentData<"rollList"> | null> {
  const head = await paperCase(db, electionId);
  const printed = await printedList(db, electionId, choice);
  if (head === null || printed === null || printed.rows.length === 0) return null;
  const { list, rows } = printed;
  const sheet = LIST_SHEETS.find(({ key }) => key === choice.sheet);
  const [year, month, date] = list.day.split("-").map(Number);
  const groups = [...Map.groupBy(rows, (row) => row.groupNumber)].map(([number, people]) => ({
    title: sign && head.placeOf(number) !== "" ? `${groupTitle(number, chineseNumeral)}　${head.placeOf(number)}` : groupTitle(number, chineseNumeral),
    people: people.map((row) => ({ number: row.number, name: row.printed, note: row.note, sex: row.sex })),
  }));
  return {
    village: head.village, term: head.term, electionDay: head.electionDay, made, proof, sign,
    title: sign ? `${head.village}${head.term}村民委员会选举领票签名册` : `${head.village}参加选举的村民名单（${year}年${month}月${date}日使用）`,
    basis: basisWords(list), paper: sign ? "a4" : (sheet?.paper ?? "a4"), columns: sign ? 2 : (sheet?.columns ?? 3), groups, listHash: list.sha256,
  };
}
