import type { Issue } from "../platform/refusal.ts";

/** What of a translator this needs. */
export type Translator = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** Words of a field's name: `fields.<name>`, where list positions are left out and told as "row n". */
export function fieldWords(t: Translator, field: string): string {
  const parts = field.split(".");
  const row = parts.find((part) => /^\d+$/.test(part));
  const name = parts.filter((part) => !/^\d+$/.test(part)).at(-1) ?? field;
  const words = t.has(`fields.${name}`) ? t(`fields.${name}`) : name;
  return row === undefined ? words : t("issues.fieldInRow", { row: Number(row) + 1, field: words });
}

/** An issue in the user's language, naming the field. */
export function issueWords(t: Translator, issue: Issue): string {
  const key = `issues.${issue.code}`;
  const field = issue.field === null ? t("issues.form") : fieldWords(t, issue.field);
  return t(t.has(key) ? key : "issues.invalidChoice", { ...issue.params, field });
}
