import path from "node:path";
import ts from "typescript";
import { FINDING_CODES } from "#lib/law/catalogue.ts";
import { functionAround, nodesOf, parse, programSources, root, type Site } from "./sources.ts";

/** A place where a finding of the catalogue is built, and the names of the figures that it tells. */
export type FindingSite = Site & {
  readonly code: string;
  readonly figures: readonly string[];
  /** Some names are put together only when the program runs. */
  readonly open: boolean;
};

/** The compiler's view of the program, needed to know the figures that are passed on in variables. */
function programOf(files: readonly string[]): ts.Program {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)).config, ts.sys, root);
  return ts.createProgram(files.map((file) => path.join(root, file)), { ...config.options, incremental: false, noEmit: true });
}

/** Names of the properties that an expression's value can have, those of every member of a union together. */
function figuresOf(expression: ts.Expression | null, checker: ts.TypeChecker): Pick<FindingSite, "figures" | "open"> {
  if (expression === null) return { figures: [], open: false };
  const type = checker.getTypeAtLocation(expression);
  const members = type.isUnion() ? type.types : [type];
  const names = members.flatMap((member) => checker.getPropertiesOfType(member).map((property) => property.name));
  return { figures: [...new Set(names)], open: members.some((member) => member.getStringIndexType() !== undefined) };
}

function partOf(parts: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of parts.properties) {
    if (property.name === undefined || !ts.isIdentifier(property.name) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return null;
}

/** More codes than this are passed on by a helper, not chosen by a rule. */
const MOST_CODES = 12;

/** The codes that an argument can hold: one written out, or the few among which a rule chooses. */
function codesOf(argument: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  const type = checker.getTypeAtLocation(argument);
  const members = type.isUnion() ? type.types : [type];
  const codes = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return codes.length > MOST_CODES ? [] : codes;
}

function sitesOf(node: ts.Node, file: string, checker: ts.TypeChecker): readonly FindingSite[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "finding") return [];
  const [code, parts] = node.arguments;
  if (code === undefined || parts === undefined) return [];
  const actual = ts.isObjectLiteralExpression(parts) ? partOf(parts, "actual") : null;
  const figures = figuresOf(actual, checker);
  return codesOf(code, checker).map((one) => ({ file, name: functionAround(node), code: one, ...figures }));
}

/** A code handed to a helper that builds the finding: as an argument, or as a part of one. */
function isHandedOn(node: ts.StringLiteral): boolean {
  const holder = ts.isPropertyAssignment(node.parent) && node.parent.initializer === node ? node.parent.parent.parent : node.parent;
  if (!ts.isCallExpression(holder)) return false;
  const callee = ts.isPropertyAccessExpression(holder.expression) ? holder.expression.name.text : holder.expression.getText();
  return callee !== "finding" && !["has", "includes", "get", "find", "at", "t"].includes(callee);
}

/** Codes known from elsewhere that a source hands to helpers. Their figures are the helper's, so they stay open. */
function handedOn(source: ts.SourceFile, file: string, codes: ReadonlySet<string>): readonly FindingSite[] {
  return nodesOf(source).flatMap((node) =>
    ts.isStringLiteral(node) && codes.has(node.text) && isHandedOn(node) ? [{ file, name: functionAround(node), code: node.text, figures: [], open: true }] : [],
  );
}

/** Every place outside tests where `finding(code, …)` stands, once for each code it can give. */
export function findingSites(): readonly FindingSite[] {
  const known: ReadonlySet<string> = new Set(FINDING_CODES);
  const files = programSources().filter((file) => file.startsWith("lib/") && !file.startsWith("lib/law/catalogue"));
  const builders = files.filter((file) => /\bfinding\(/.test(ts.sys.readFile(path.join(root, file)) ?? ""));
  const program = programOf(builders);
  const checker = program.getTypeChecker();
  const built = builders.flatMap((file) => {
    const source = program.getSourceFile(path.join(root, file));
    if (source === undefined) throw new Error(`${file} is not part of the program`);
    return nodesOf(source).flatMap((node) => sitesOf(node, file, checker));
  });
  const certain = new Set(built.map((site) => site.code));
  const rest = new Set([...known].filter((code) => !certain.has(code)));
  return [...built, ...files.flatMap((file) => handedOn(parse(file), file, rest))];
}
