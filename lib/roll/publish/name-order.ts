import { comparePinyin, pinyinOrderKey } from "#lib/chinese/pinyin.ts";
import { compareNames } from "#lib/chinese/surname-order.ts";
import { unreachable } from "#lib/platform/result.ts";

/** Orders of names within a village group: by household as in the register, by surname strokes (姓氏笔画), by pinyin (音序). */
export const NAME_ORDERS = ["household", "strokes", "pinyin"] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

/** What of a person decides his place on the list. */
export type Placed = { readonly id: string; readonly name: string; readonly groupNumber: number; readonly householdNumber: string | null; readonly sourceRow: number | null };

const LAST = Number.MAX_SAFE_INTEGER;

const byText = (first: string, second: string): number => (first < second ? -1 : first > second ? 1 : 0);

/** Groups in rising order; people whose group is not known yet (0) stand last. */
const byGroup = (first: Placed, second: Placed): number => (first.groupNumber === 0 ? LAST : first.groupNumber) - (second.groupNumber === 0 ? LAST : second.groupNumber);

/**
 * Households in the order of their first row of the register, their people together; somebody added by hand stands at
 * the end of his household, and households that no register knew at the end of the group.
 */
function householdOrder<Row extends Placed>(rows: readonly Row[]): (first: Row, second: Row) => number {
  const household = (row: Placed): string => `${row.groupNumber}\t${row.householdNumber ?? `\t${row.id}`}`;
  const firstRow = new Map<string, number>();
  for (const row of rows) firstRow.set(household(row), Math.min(firstRow.get(household(row)) ?? LAST, row.sourceRow ?? LAST));
  const placeOf = (row: Placed): number => firstRow.get(household(row)) ?? LAST;
  return (first, second) =>
    placeOf(first) - placeOf(second) || byText(first.householdNumber ?? "\uffff", second.householdNumber ?? "\uffff") || (first.sourceRow ?? LAST) - (second.sourceRow ?? LAST) || byText(first.name, second.name);
}

function pinyinOrder<Row extends Placed>(rows: readonly Row[]): (first: Row, second: Row) => number {
  const keys = new Map(rows.map((row) => [row.name, pinyinOrderKey(row.name)]));
  return (first, second) => comparePinyin(keys.get(first.name) ?? [], keys.get(second.name) ?? []);
}

function within<Row extends Placed>(rows: readonly Row[], order: NameOrder): (first: Row, second: Row) => number {
  switch (order) {
    case "household":
      return householdOrder(rows);
    case "strokes":
      return (first, second) => compareNames(first.name, second.name);
    case "pinyin":
      return pinyinOrder(rows);
    default:
      return unreachable(order);
  }
}

/** Puts a list in the chosen order: by group, then within each; namesakes as in the register. The same people always come out in the same order. */
export function orderNames<Row extends Placed>(rows: readonly Row[], order: NameOrder): readonly Row[] {
  const compare = within(rows, order);
  const byRegister = (first: Row, second: Row): number => (first.sourceRow ?? LAST) - (second.sourceRow ?? LAST);
  return rows.toSorted((first, second) => byGroup(first, second) || compare(first, second) || byRegister(first, second) || byText(first.id, second.id));
}
