import { execFileSync } from "node:child_process";
import path from "node:path";
import ts from "typescript";

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Files of the project under some folders (tracked ones and new ones that are not ignored), by relative path. */
export function projectFiles(folders: readonly string[], pattern: RegExp): readonly string[] {
  const list = (...more: readonly string[]): readonly string[] =>
    execFileSync("git", ["ls-files", "-z", ...more, "--", ...folders], { cwd: root, encoding: "utf8" }).split("\0");
  const deleted = new Set(list("--deleted"));
  return [...new Set(list("--cached", "--others", "--exclude-standard"))].filter((file) => file !== "" && pattern.test(file) && !deleted.has(file)).sort();
}

const isProgram = /\.tsx?$/;
const isTest = /\.(test|properties\.test|spec)\.tsx?$/;

/** The program's own sources: no tests, nothing generated. */
export const programSources = (): readonly string[] =>
  projectFiles(["lib", "app", "components"], isProgram).filter((file) => !isTest.test(file) && !file.startsWith("lib/database/generated/"));

/** All test files. */
export const testSources = (): readonly string[] => projectFiles(["lib", "app", "components", "tests", "scripts"], isTest);

const parsed = new Map<string, ts.SourceFile>();

/** A source file read for its syntax, once. */
export function parse(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const text = ts.sys.readFile(path.join(root, file)) ?? "";
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  parsed.set(file, source);
  return source;
}

/** All nodes of a tree, in reading order. */
export function nodesOf(root: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** Name of the function (or exported constant) around a node; the file itself where there is none. */
export function functionAround(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name !== undefined) return at.name.text;
    if (ts.isVariableDeclaration(at) && ts.isIdentifier(at.name) && ts.isVariableStatement(at.parent.parent) && ts.isSourceFile(at.parent.parent.parent)) return at.name.text;
  }
  return "";
}

/** A place in the program: file and the function around it. */
export type Site = { readonly file: string; readonly name: string };

/** `file: function`, for tables. */
export const siteWords = ({ file, name }: Site): string => (name === "" ? file : `${file}#${name}`);
