import ts from "typescript";

/** A message key, or a namespace, that a source file names in words. Keys put together at run time are not seen. */
export type UsedKey = { readonly key: string; readonly kind: "message" | "namespace"; readonly line: number };

const makers = new Set(["useTranslations", "getTranslations"]);

const literal = (node: ts.Node | undefined): string | null => (node !== undefined && ts.isStringLiteralLike(node) ? node.text : null);

/** The call of `useTranslations` or `getTranslations` behind an initialiser, with or without `await`. */
function makerCall(node: ts.Expression | undefined): ts.CallExpression | null {
  const call = node !== undefined && ts.isAwaitExpression(node) ? node.expression : node;
  return call !== undefined && ts.isCallExpression(call) && ts.isIdentifier(call.expression) && makers.has(call.expression.text) ? call : null;
}

/** Namespace of a maker's call: "" without argument, null when it is not written out. */
function namespaceOf(call: ts.CallExpression): string | null {
  return call.arguments.length === 0 ? "" : literal(call.arguments[0]);
}

/** Translators declared directly in a scope, by variable name; null hides an outer one whose words are unknown. */
function declaredIn(scope: ts.Node): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const visit = (node: ts.Node): void => {
    if (node !== scope && ts.isFunctionLike(node)) return;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const call = makerCall(node.initializer);
      found.set(node.name.text, call === null ? null : namespaceOf(call));
    }
    ts.forEachChild(node, visit);
  };
  if (ts.isFunctionLike(scope)) {
    for (const parameter of scope.parameters) if (ts.isIdentifier(parameter.name)) found.set(parameter.name.text, null);
  }
  ts.forEachChild(scope, visit);
  return found;
}

/** Name of the translator that a call speaks through: `t("…")`, `t.rich("…")`, `t.markup("…")`, `t.raw("…")`. */
function translatorName(call: ts.CallExpression): string | null {
  const target = call.expression;
  if (ts.isIdentifier(target)) return target.text;
  const isForm = ts.isPropertyAccessExpression(target) && ["rich", "markup", "raw"].includes(target.name.text);
  return isForm && ts.isIdentifier(target.expression) ? target.expression.text : null;
}

/** All message keys and namespaces written out in a source file, in reading order. */
export function usedKeys(file: string, text: string): readonly UsedKey[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const used: UsedKey[] = [];
  const add = (node: ts.Node, key: string, kind: UsedKey["kind"]): void =>
    void used.push({ key, kind, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const visit = (node: ts.Node, scope: ReadonlyMap<string, string | null>): void => {
    const inner = ts.isFunctionLike(node) || ts.isSourceFile(node) ? new Map([...scope, ...declaredIn(node)]) : scope;
    if (ts.isCallExpression(node)) {
      const namespace = makerCall(node) === null ? null : namespaceOf(node);
      if (namespace !== null && namespace !== "") add(node, namespace, "namespace");
      const spoken = inner.get(translatorName(node) ?? "");
      const key = literal(node.arguments[0]);
      if (spoken != null && key !== null) add(node, spoken === "" ? key : `${spoken}.${key}`, "message");
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, new Map());
  return used;
}
