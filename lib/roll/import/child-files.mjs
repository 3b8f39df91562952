// The files of the program that reads registers in a process of its own: found by following its imports, for the
// standalone build, which would not find them (no page imports that program).
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ENTRY = "lib/roll/import/reading-child.ts";
const IMPORTED = /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"/g;

/** Whether an import is for types only, and gone when the program runs. */
const isForTypes = (statement) => /^\s*(?:import|export)\s+type\s/.test(statement.trimStart());

/** Own files and packages that the program is made of, beginning with its first file. */
function follow(root) {
  const files = new Set();
  const packages = new Set();
  const waiting = [ENTRY];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [statement, name] of readFileSync(path.join(root, file), "utf8").matchAll(IMPORTED)) {
      if (isForTypes(statement) || name.startsWith("node:")) continue;
      if (name.startsWith("#")) waiting.push(name.slice(1));
      else if (name.startsWith(".")) waiting.push(path.posix.normalize(path.posix.join(path.posix.dirname(file), name)));
      else packages.add(packageOf(name));
    }
  }
  return { files, packages };
}

const packageOf = (name) => name.split("/").slice(0, name.startsWith("@") ? 2 : 1).join("/");

/** A package and whatever it needs, as folders below node_modules. */
function withDependencies(root, packages) {
  const found = new Set();
  const waiting = [...packages];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = `node_modules/${name}`;
    if (found.has(folder) || !existsSync(path.join(root, folder, "package.json"))) continue;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
    waiting.push(...Object.keys(dependencies));
  }
  return found;
}

/** Patterns of everything the program needs, from `root`. */
export function childFiles(root) {
  const { files, packages } = follow(root);
  return [...[...files].map((file) => `./${file}`), ...[...withDependencies(root, packages)].map((folder) => `./${folder}/**/*.{js,cjs,mjs,json}`)].sort();
}
