import { checkCharacter } from "#lib/chinese/identity-number.ts";
import type { RegisterFault } from "#lib/roll/model.ts";
import type { Dice } from "../random.ts";
import type { Villager } from "./people.ts";

/** A row while it is being written. `kinds`: the findings that it must have; `listed`: it is the person's own row. */
export type Row = {
  person: Villager; name: string; sex: string; birth: string; household: string; number: string | number | null; remark: string;
  /** What stands in the group's cell; null for the group in one of its usual writings. */
  group: string | null;
  residence: string; kinds: readonly RegisterFault[]; listed: boolean;
};

/** Damages that a row of a register suffers. `birthUnknown` and `sexUnknown` come with a missing number, which alone would tell both. */
export const DAMAGES = [
  "repairable:space", "repairable:fullwidth", "repairable:lowerX", "idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15", "birthMismatch", "sexMismatch",
  "nameMissing", "nameUnusual", "birthUnknown", "sexUnknown", "groupUnknown", "residenceUnknown", "notApproved",
] as const satisfies readonly RegisterFault[];
export type Damage = (typeof DAMAGES)[number];

const toFullWidth = (text: string): string => text.replace(/[0-9X]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const otherDigit = (digit: string): string => String((Number(digit) + 3) % 10);

/** What a spreadsheet leaves of a number that it took for a number: zeros at the end, or an exponent. */
function withoutLastDigits(number: string, thrown: Dice): string | number {
  const zeros = `${number.slice(0, 15)}000`;
  const form = thrown.below(3);
  // One in eleven of these is sound by chance: nobody could tell that digits are lost.
  if (form === 2 || checkCharacter(zeros.slice(0, 17)) === "0") return `${number.charAt(0)}.${number.slice(1, 6)}E+17`;
  return form === 0 ? Number(zeros) : zeros;
}

function withSpaces(row: Row, thrown: Dice): void {
  const number = row.person.number;
  switch (thrown.below(4)) {
    case 0: row.name = ` ${row.name} `; break;
    case 1: row.name = [...row.name].join("\u3000"); break;
    case 2: row.number = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`; break;
    default: row.number = ` ${number}`;
  }
}

/** Damages one row in the way that the fault's name says; false when this person's row cannot have the fault. */
export function damage(kind: Damage, row: Row, thrown: Dice): boolean {
  const number = row.person.number;
  if (kind === "repairable:lowerX" && !number.endsWith("X")) return false;
  if (kind === "id15" && number.slice(6, 8) !== "19") return false;
  // Somebody deprived or marked in the remarks would need other counts for these.
  if (["notApproved", "birthUnknown", "groupUnknown"].includes(kind) && (row.person.deprived || row.remark !== "")) return false;
  if (kind === "residenceUnknown" && row.person.away) return false;
  if (kind === "notApproved" && row.person.birth > "2000") return false;
  if (kind === "idCheckDigit" && number.slice(15, 16) === "0" && number.endsWith("0")) return false;
  row.kinds = kind === "birthUnknown" || kind === "sexUnknown" ? ["idMissing", kind] : [kind];
  switch (kind) {
    case "repairable:space": withSpaces(row, thrown); break;
    case "repairable:fullwidth": row.number = toFullWidth(number); break;
    case "repairable:lowerX": row.number = `${number.slice(0, 17)}x`; break;
    case "idMissing": row.number = null; break;
    case "idLostDigits": row.number = withoutLastDigits(number, thrown); break;
    case "idFormat": row.number = number.slice(0, 17); break;
    case "idCheckDigit": row.number = number.slice(0, 16) + otherDigit(number.charAt(16)) + number.slice(17); break;
    case "id15": row.number = number.slice(0, 6) + number.slice(8, 17); break;
    case "birthMismatch": row.birth = `${row.person.birth.slice(0, 8)}${row.person.birth.endsWith("09") ? "19" : "09"}`; break;
    case "sexMismatch": row.sex = row.person.male ? "女" : "男"; break;
    case "nameMissing": row.name = ""; break;
    case "nameUnusual": row.name = thrown.below(2) === 0 ? `${row.name}?` : `${row.name}1`; break;
    case "birthUnknown": [row.number, row.birth] = [null, "不详"]; break;
    case "sexUnknown": [row.number, row.sex] = [null, ""]; break;
    case "groupUnknown": row.group = ""; break;
    case "residenceUnknown": row.residence = "情况不明"; break;
    case "notApproved": row.residence = "户籍不在本村"; break;
  }
  return true;
}
