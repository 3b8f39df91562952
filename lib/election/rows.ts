import { z } from "zod";

/** One filled row of a form's table, with the place (from 0) where it stood, so that errors name the right row. */
export type Row<Item> = Item & { readonly row: number };

const recordOf = z.record(z.string(), z.unknown());

/** Whether a row was left empty: none of the fields that make a row has anything in it. */
function isBlank(value: unknown, keys: readonly string[]): boolean {
  const record = recordOf.safeParse(value);
  if (!record.success) return value === undefined || value === null || value === "";
  return keys.every((key) => {
    const cell = record.data[key];
    return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
  });
}

/**
 * Rows of a table in a form: rows in which nothing stands under `keys` are passed over, the others keep their place.
 * At most `max` rows; absent means none.
 */
export function rows<Item extends z.ZodObject>(item: Item, keys: readonly string[], max = 100): z.ZodType<readonly Row<z.output<Item>>[], unknown> {
  const row = z.preprocess((value) => (isBlank(value, keys) ? null : value), item.nullable());
  return z
    .preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(row).max(max))
    .transform((values) => values.flatMap((value, place) => (value === null ? [] : [{ ...value, row: place }])));
}
