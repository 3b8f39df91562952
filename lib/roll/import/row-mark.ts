/** Heading of the column that names the row of an earlier upload which a row mends. */
export const MARK_HEADING = "原表行号";

/** A row of an earlier upload: the beginning of the upload's id, and the row's place in it. */
export type RowMark = { readonly upload: string; readonly place: number };

/** How many characters of an upload's id a mark holds. */
export const MARK_LENGTH = 8;

/** What stands in the mark column: the row as people know it, and the mark. */
export const writtenMark = (importId: string, place: number, row: number): string => `第${row}行（${importId.slice(0, MARK_LENGTH)}-${place}）`;

/** Reads a mark; null when the text holds none. */
export function readMark(text: string): RowMark | null {
  const [, upload, place] = /([0-9a-f]{8})-([1-9]\d{0,6})/u.exec(text.normalize("NFKC")) ?? [];
  return upload === undefined || place === undefined ? null : { upload, place: Number(place) };
}
