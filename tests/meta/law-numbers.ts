import ts from "typescript";

/** A number in the program that looks like one of the law: where it stands, the expression, and which shape gave it away. */
export type LawNumber = { readonly line: number; readonly expression: string; readonly shape: "share" | "days" | "age" | "limit" | "constant" };

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
const products: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken]);

/** Denominators and numerators of the law's shares: 过半数, 三分之一, 三分之二, 四分之三, 五分之一, 五分之四. */
const shareFactors: ReadonlySet<number> = new Set([2, 3, 4, 5]);
/** Shares written as fractions of one. */
const isFraction = (value: number): boolean => value > 0 && value < 1;
/** Whole numbers that the law sets as limits: seats, proxies, days, years of age. */
const limits: ReadonlySet<number> = new Set([3, 5, 7, 10, 15, 18, 20]);
/** Functions that move or count civil days and years. */
const dayMovers: ReadonlySet<string> = new Set(["addDays", "addMonths", "addYears", "addWorkdays"]);
const dayCounters: ReadonlySet<string> = new Set(["daysBetween", "ageOn"]);
/** Schema checks that bound a number; lengths of texts and lists are bounded by the same words, so the receiver is looked at. */
const bounds: ReadonlySet<string> = new Set(["min", "max", "gte", "lte", "gt", "lt"]);

/** Names of constants that hold a limit of the law rather than a size of the screen. */
const lawName = /(day|cap|age|quorum|threshold|least|fewest|year|month|term|share|seats|proxies)s?$/i;

/** The value of a number as written, with its sign; null for anything else. */
function numberOf(node: ts.Node): number | null {
  if (ts.isParenthesizedExpression(node)) return numberOf(node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll("_", ""));
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = numberOf(node.operand);
    return value === null ? null : -value;
  }
  return null;
}

const calleeOf = (node: ts.Node): string | null => {
  if (!ts.isCallExpression(node)) return null;
  if (ts.isIdentifier(node.expression)) return node.expression.text;
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : null;
};

const some = (node: ts.Node, test: (one: ts.Node) => boolean): boolean => test(node) || (ts.forEachChild(node, (child) => some(child, test)) ?? false);

/** A product or quotient with a factor of a share, such as `2 * yes` or `present / 3`. */
function isShareProduct(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || !products.has(node.operatorToken.kind)) return false;
  return [node.left, node.right].some((side) => shareFactors.has(Math.abs(numberOf(side) ?? 0)));
}

const isFractionLiteral = (node: ts.Node): boolean => isFraction(Math.abs(numberOf(node) ?? 0));

/** A schema of a number: `whole(1, 7)`, `z.int().min(3)`; not a text's or list's length. */
const isNumberSchema = (node: ts.Node): boolean => some(node, (one) => ts.isIdentifier(one) && ["int", "number", "whole", "optionalWhole", "wholeNumber"].includes(one.text));

function shapeOf(node: ts.Node): LawNumber["shape"] | null {
  if (ts.isBinaryExpression(node) && comparisons.has(node.operatorToken.kind)) {
    const sides = [node.left, node.right];
    if (sides.some((side) => some(side, isShareProduct) || isFractionLiteral(side))) return "share";
    const values = sides.map(numberOf);
    if (sides.some((side) => dayCounters.has(calleeOf(side) ?? "")) && values.some((value) => value !== null && Math.abs(value) > 1)) return "age";
    if (values.some((value) => value !== null && limits.has(Math.abs(value)))) return "limit";
  }
  if (["ceil", "floor", "round", "trunc"].includes(calleeOf(node) ?? "") && ts.isCallExpression(node) && node.arguments.some((argument) => some(argument, isShareProduct))) return "share";
  if (ts.isCallExpression(node) && dayMovers.has(calleeOf(node) ?? "") && node.arguments.slice(1).some((argument) => some(argument, (one) => Math.abs(numberOf(one) ?? 0) > 1))) return "days";
  if (ts.isCallExpression(node) && ["whole", "optionalWhole"].includes(calleeOf(node) ?? "") && node.arguments.some((argument) => limits.has(numberOf(argument) ?? 0))) return "limit";
  if (ts.isCallExpression(node) && bounds.has(calleeOf(node) ?? "") && isNumberSchema(node.expression) && node.arguments.some((argument) => limits.has(numberOf(argument) ?? 0))) return "limit";
  const named = (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isIdentifier(node.name) && lawName.test(node.name.text.replaceAll("_", ""));
  if (named && node.initializer !== undefined && limits.has(Math.abs(numberOf(node.initializer) ?? 0))) return "constant";
  return null;
}

/** Everything in a source that looks like a number of the law, the outermost expression of each. */
export function lawNumbers(file: string, text: string): readonly LawNumber[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: LawNumber[] = [];
  const visit = (node: ts.Node): void => {
    const shape = shapeOf(node);
    if (shape === null) return ts.forEachChild(node, visit);
    const expression = node.getText().replaceAll(/\s+/g, " ");
    found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, expression, shape });
  };
  visit(source);
  return found;
}
