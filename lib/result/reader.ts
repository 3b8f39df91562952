import type { Fault } from "./count-document.ts";

/**
 * Reads unchecked JSON field by field and keeps every fault. A hand-made reader, because counts are read by the ten
 * thousand a second; each function returns a harmless value after noting a fault. Naming places costs more than all
 * the rest, so a document is first read without them, and a faulty one again with them.
 */
export type Reader = {
  readonly namesPlaces: boolean;
  readonly faults: Fault[];
  readonly fault: (path: string, message: string) => void;
};

export type Fields = Readonly<Record<string, unknown>>;

/** A reader without faults yet. */
export function newReader(namesPlaces = true): Reader {
  const faults: Fault[] = [];
  return { namesPlaces, faults, fault: (path, message) => faults.push({ path, message }) };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field's path inside its parent's. */
export function at(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** An object with the required keys and no others but the optional ones; null when it is none. */
export function readFields(reader: Reader, value: unknown, path: string, required: readonly string[], optional: readonly string[] = []): Fields | null {
  if (!isFields(value)) {
    reader.fault(path, "an object is needed");
    return null;
  }
  for (const key of Object.keys(value)) {
    if (!required.includes(key) && !optional.includes(key)) reader.fault(at(path, key), "this field is unknown");
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) reader.fault(at(path, key), "this field is missing");
  }
  return value;
}

/** A list, each item read with its own path. */
export function readList<Item>(reader: Reader, fields: Fields, key: string, path: string, readItem: (value: unknown, path: string) => Item | null): readonly Item[] {
  const value = fields[key];
  if (value === undefined) return [];
  const place = at(path, key);
  if (!Array.isArray(value)) {
    reader.fault(place, "a list is needed");
    return [];
  }
  const items: Item[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const item = readItem(value[index], reader.namesPlaces ? `${place}[${index}]` : place);
    if (item !== null) items.push(item);
  }
  return items;
}

/** A whole number of at least `least`. */
export function readWhole(reader: Reader, fields: Fields, key: string, path: string, least = 0): number {
  const value = fields[key];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  if (value !== undefined) reader.fault(at(path, key), least === 0 ? "a whole number that is not negative is needed" : `a whole number of at least ${least} is needed`);
  return least;
}

/** A text that is not empty. */
export function readText(reader: Reader, fields: Fields, key: string, path: string): string {
  const value = fields[key];
  if (typeof value === "string" && value !== "") return value;
  if (value !== undefined) reader.fault(at(path, key), "a text that is not empty is needed");
  return "";
}

/** One of the given words. */
export function readWord<Word extends string>(reader: Reader, fields: Fields, key: string, path: string, words: readonly [Word, ...Word[]]): Word {
  const value = fields[key];
  const known = words.find((word) => word === value);
  if (known !== undefined) return known;
  if (value !== undefined) reader.fault(at(path, key), `one of ${words.join(", ")} is needed`);
  return words[0];
}

/** True or false. */
export function readFlag(reader: Reader, fields: Fields, key: string, path: string): boolean {
  const value = fields[key];
  if (typeof value === "boolean") return value;
  if (value !== undefined) reader.fault(at(path, key), "true or false is needed");
  return false;
}
