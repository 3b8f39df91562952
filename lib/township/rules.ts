import { addDays, daysBetween, type Day } from "../calendar/day.ts";
import { listDeadline } from "../calendar/deadlines.ts";
import { planOf } from "../calendar/plan.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import type { VillageRow } from "./model.ts";

/**
 * What speaks against an election day (选举日): it must lie ahead, and leave time to publish the list of voters the
 * statutory days before it (2025 law, Article 17). Less time than the customary plan takes is a warning.
 */
export function electionDayFindings(electionDay: Day, today: Day, law: Law): readonly Finding[] {
  const deadline = listDeadline(electionDay, law);
  const ahead = daysBetween(today, electionDay);
  const found: Finding[] = [
    finding("electionDayPast", { law, ok: ahead > 0, actual: { electionDay, today }, required: `> ${today}`, fields: ["electionDay"] }),
  ];
  if (ahead <= 0) return found;
  const earliest = addDays(today, law.values.listDays);
  found.push(finding("listTooLate", { law, ok: today <= deadline, actual: { electionDay, publishedOn: today, deadline, days: ahead, listDays: law.values.listDays }, required: `>= ${earliest}`, fields: ["electionDay"] }));
  const first = planOf(electionDay, law).find((step) => step.step === "committee");
  if (first !== undefined && today <= deadline) {
    found.push(finding("electionDayTight", { law, ok: today <= first.latest, actual: { electionDay, days: ahead, customary: daysBetween(first.latest, electionDay) }, required: `>= ${daysBetween(first.latest, electionDay)}`, fields: ["electionDay"] }));
  }
  return found;
}

/**
 * Villages from pasted lines, one a line: code and name parted by a tab, comma, 、 or spaces (from a spreadsheet or
 * text). Empty lines and a heading (编码 名称) are passed over. Of a line that holds no name or more than a name, the
 * row has an empty name, so that the refusal tells its number.
 */
export function parseVillageLines(text: string): readonly VillageRow[] {
  const lines = text.normalize("NFKC").split(/\r?\n/).filter((line) => line.trim() !== "");
  const withoutHeading = lines[0] !== undefined && !/\d/.test(lines[0]) ? lines.slice(1) : lines;
  return withoutHeading.map((line) => {
    const [villageCode = "", villageName = "", ...more] = line.split(/[\t,、;]|\s+/).map((cell) => cell.trim()).filter((cell) => cell !== "");
    return { villageCode, villageName: more.length === 0 ? villageName : "" };
  });
}

/** Codes and names that stand twice in a list, or stand in the township already. */
export function doubledVillages(rows: readonly VillageRow[], existing: readonly VillageRow[]): readonly { readonly index: number; readonly field: keyof VillageRow }[] {
  return (["villageCode", "villageName"] as const).flatMap((field) => {
    const seen = new Set(existing.map((row) => row[field]));
    return rows.flatMap((row, index) => {
      const twice = seen.has(row[field]);
      seen.add(row[field]);
      return twice ? [{ index, field }] : [];
    });
  });
}
