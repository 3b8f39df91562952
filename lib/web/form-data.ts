/** A form's fields as a plain object: `a.b` and `a[0].b` nest, repeated names become lists, files and framework fields are left out. */
export function formObject(data: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$")) continue;
    const values = data.getAll(name).filter((value) => typeof value === "string");
    if (values.length === 0) continue;
    place(root, name.replaceAll(/\[(\w+)\]/g, ".$1").split("."), values.length === 1 ? values[0] : values);
  }
  return listsOf(root);
}

function place(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined || head === "__proto__" || head === "constructor" || head === "prototype") return;
  if (rest.length === 0) {
    root[head] = value;
    return;
  }
  const inner = root[head];
  const next = isRecord(inner) ? inner : {};
  root[head] = next;
  place(next, rest, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function listsOf(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (!isRecord(item)) return [name, item];
      const inner = listsOf(item);
      const keys = Object.keys(inner);
      const isList = keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key));
      return [name, isList ? keys.sort((a, b) => Number(a) - Number(b)).map((key) => inner[key]) : inner];
    }),
  );
}

/** What was typed, to fill the form again: no passwords, no framework fields; repeated names are joined by line ends. */
export function typedValues(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (name.startsWith("$") || /password/i.test(name) || typeof value !== "string") continue;
    const earlier = values[name];
    values[name] = earlier === undefined ? value : `${earlier}\n${value}`;
  }
  return values;
}
