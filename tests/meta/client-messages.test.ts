import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { everywhere, signedIn } from "#lib/i18n/client-messages.ts";
import { pickMessages } from "#lib/i18n/messages.ts";
import { filesUnder, root } from "./files.ts";
import { usedKeys } from "./used-keys.ts";

/** Words reach the browser only when they are named: a client component must find its own, and a page must not carry the server's. */
const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** Files of the project that a file imports for more than their types. */
function importsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"/gmsu)].flatMap(([, from = ""]) => {
    const target = from.startsWith("#") ? from.slice(1) : from.startsWith(".") ? path.join(path.dirname(file), from) : null;
    return target !== null && /\.tsx?$/u.test(target) && existsSync(path.join(root, target)) ? [target] : [];
  });
}

/** Everything that is run in the browser: the client components with what they import. */
function inBrowser(): readonly string[] {
  const found = new Set<string>();
  const waiting = filesUnder(["app", "components"], /\.tsx?$/u).filter((file) => textOf(file).startsWith('"use client"'));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || textOf(file).startsWith('"use server"')) continue;
    found.add(file);
    waiting.push(...importsOf(file));
  }
  return [...found];
}

const asked = new Map(inBrowser().flatMap((file) => usedKeys(file, textOf(file)).filter(({ kind }) => kind === "namespace").map(({ key }) => [key, file] as const)));
const sent: readonly string[] = [...everywhere, ...signedIn];

describe("the words sent to the browser with a signed-in page", () => {
  test("are there for every client component", () => {
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked].filter(([key]) => !sent.some((path) => key === path || key.startsWith(`${path}.`))).map(([key, file]) => `${key} (${file})`)).toEqual([]);
  });
  test("are no others", () => {
    expect(sent.filter((path) => ![...asked.keys()].some((key) => key === path || key.startsWith(`${path}.`)))).toEqual([]);
  });
});

test("what is sent is picked by path", () => {
  const messages = { a: { b: "1", c: { d: "2", e: "3" } }, f: { g: "4" }, h: "5" };
  expect(pickMessages(messages, ["a.c.d", "a.b", "f", "h", "x.y"])).toEqual({ a: { b: "1", c: { d: "2" } }, f: { g: "4" }, h: "5" });
});
