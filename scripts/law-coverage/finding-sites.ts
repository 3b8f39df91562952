import path from "node:path";
import ts from "typescript";
import { functionAround, nodesOf, programSources, root, type Site } from "./sources.ts";

/** A place where a finding of the catalogue is built, and the names of the figures that it tells. */
export type FindingSite = Site & { readonly code: string; readonly figures: readonly string[] };

/** The compiler's view of the program, needed to know the figures that are passed on in variables. */
function programOf(files: readonly string[]): ts.Program {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)).config, ts.sys, root);
  return ts.createProgram(files.map((file) => path.join(root, file)), { ...config.options, incremental: false, noEmit: true });
}

/** Names of the properties that an expression's value can have, those of every member of a union together. */
function propertyNames(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  const type = checker.getTypeAtLocation(expression);
  const members = type.isUnion() ? type.types : [type];
  return [...new Set(members.flatMap((member) => checker.getPropertiesOfType(member).map((property) => property.name)))];
}

function partOf(parts: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of parts.properties) {
    if (property.name === undefined || !ts.isIdentifier(property.name) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return null;
}

function siteOf(node: ts.Node, file: string, checker: ts.TypeChecker): FindingSite | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "finding") return null;
  const [code, parts] = node.arguments;
  if (code === undefined || !ts.isStringLiteral(code) || parts === undefined) return null;
  const actual = ts.isObjectLiteralExpression(parts) ? partOf(parts, "actual") : null;
  return { file, name: functionAround(node), code: code.text, figures: actual === null ? [] : propertyNames(actual, checker) };
}

/** Every place outside tests where `finding("code", …)` stands. */
export function findingSites(): readonly FindingSite[] {
  const files = programSources().filter((file) => /\bfinding\(/.test(ts.sys.readFile(path.join(root, file)) ?? ""));
  const program = programOf(files);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(path.join(root, file));
    if (source === undefined) throw new Error(`${file} is not part of the program`);
    return [...nodesOf(source)].flatMap((node) => siteOf(node, file, checker) ?? []);
  });
}
