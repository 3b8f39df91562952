import ts from "typescript";
import { lawValuesSchema, type LawKey } from "#lib/law/parameters.ts";
import { functionAround, nodesOf, parse, programSources, type Site } from "./sources.ts";

/** A place in the program that asks for a parameter of the law. */
export type ParameterUse = Site & { readonly key: LawKey };

const isLawKey = (name: string): name is LawKey => name in lawValuesSchema.shape;

/** Whether an expression is the values of a law: `law.values`, `values`, a room's own extract `law`. */
const isValues = (expression: ts.Expression): boolean => /(^|\.)(values|law)$/.test(expression.getText().replaceAll(/\s/g, ""));

function keysAt(node: ts.Node): readonly string[] {
  if (ts.isPropertyAccessExpression(node) && isValues(node.expression)) return [node.name.text];
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined && isValues(node.initializer)) {
    return node.name.elements.map((element) => (element.propertyName ?? element.name).getText());
  }
  return [];
}

/** Every place outside lib/law that reads a parameter, once for each function. */
export function parameterUses(): readonly ParameterUse[] {
  const files = programSources().filter((file) => !file.startsWith("lib/law/") && !file.startsWith("lib/demo/"));
  const uses = files.flatMap((file) => {
    const source = parse(file);
    return nodesOf(source).flatMap((node) => keysAt(node).filter(isLawKey).map((key) => ({ key, file, name: functionAround(node) })));
  });
  return [...new Map(uses.map((use) => [`${use.key} ${use.file} ${use.name}`, use])).values()];
}
