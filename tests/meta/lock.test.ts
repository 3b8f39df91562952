import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "../..");

const names = z.record(z.string(), z.string());
const lockSchema = z.object({ packages: z.record(z.string(), z.looseObject({ optionalDependencies: names.optional() })) });
const manifestSchema = z.looseObject({ dependencies: names, devDependencies: names, optionalDependencies: names });

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** Whether npm would find the entry of a dependency, searching from its user's folder upwards. */
function isLocked(packages: Readonly<Record<string, unknown>>, user: string, name: string): boolean {
  if (`${user === "" ? "" : `${user}/`}node_modules/${name}` in packages) return true;
  if (user === "") return false;
  return isLocked(packages, user.slice(0, Math.max(0, user.lastIndexOf("/node_modules/"))), name);
}

describe("the lock file", () => {
  const { packages } = lockSchema.parse(read("package-lock.json"));

  it("has an entry for every optional dependency, so that npm ci accepts it on every system", () => {
    const missing = Object.entries(packages).flatMap(([user, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(packages, user, name)).map((name) => `${user} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("notices a missing entry", () => {
    expect(isLocked({ "node_modules/a": {}, "node_modules/b": {} }, "node_modules/a", "b")).toBe(true);
    expect(isLocked({ "node_modules/a": {} }, "node_modules/a", "b")).toBe(false);
    expect(isLocked({ "node_modules/@x/a/node_modules/b": {} }, "node_modules/@x/a", "b")).toBe(true);
  });
});

describe("the manifest", () => {
  it("pins every version exactly", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifestSchema.parse(read("package.json"));
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(range));
    expect(loose).toEqual([]);
  });
});
