import type { Issue } from "../platform/refusal.ts";

/** What of a translator this needs. */
export type Translator = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** Words of a field's name: `fields.<list>_<name>` if there are any, else `fields.<name>`, else those of a parameter of the law; list positions are left out and told as "row n". */
export function fieldWords(t: Translator, field: string): string {
  const parts = field.split(".");
  const row = parts.find((part) => /^\d+$/.test(part));
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const name = names.at(-1) ?? field;
  const key = [`fields.${names.join("_")}`, `fields.${name}`, `facts.parameter.${name}`].find((one) => t.has(one));
  const words = key === undefined ? name : t(key);
  return row === undefined ? words : t("issues.fieldInRow", { row: Number(row) + 1, field: words });
}

/** An issue in the user's language, naming the field. */
export function issueWords(t: Translator, issue: Issue): string {
  const key = `issues.${issue.code}`;
  const field = issue.field === null ? t("issues.form") : fieldWords(t, issue.field);
  return t(t.has(key) ? key : "issues.invalidChoice", { ...issue.params, field });
}
