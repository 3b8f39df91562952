import ts from "typescript";
import { nodesOf, parse, projectFiles, testSources } from "./sources.ts";

/** A test that carries a rule's number in its name. */
export type RuleTest = { readonly rule: string; readonly file: string; readonly title: string };

const ruleNumber = /(?<![A-Za-z0-9-])[VCRNEAMGP]-\d{2}(?!\d)/g;

/** A row of the table of rules read in full: its number and words are the test's name. */
function rowTitle(node: ts.CallExpression): string | null {
  const [rule, what] = node.arguments;
  if (!ts.isIdentifier(node.expression) || !["row", "same"].includes(node.expression.text)) return null;
  return rule !== undefined && what !== undefined && ts.isStringLiteral(rule) && ts.isStringLiteral(what) ? `${rule.text}: ${what.text}` : null;
}

/** The name that a call of `test`, `it` or `describe` gives, plain or behind `.each(…)`; null for other calls. */
function titleOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const [title] = node.arguments;
  if (title === undefined || !ts.isStringLiteralLike(title)) return null;
  let callee: ts.Expression = node.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && ["test", "it", "describe"].includes(callee.text) ? title.text : rowTitle(node);
}

/** Every test whose own name, or whose group's, carries numbers of rules. */
export function ruleTests(): readonly RuleTest[] {
  return [...testSources(), ...projectFiles(["tests/fixtures/law"], /\.ts$/)].flatMap((file) =>
    nodesOf(parse(file)).flatMap((node) => {
      const title = titleOf(node);
      return title === null ? [] : [...new Set(title.match(ruleNumber) ?? [])].map((rule) => ({ rule, file, title }));
    }),
  );
}
