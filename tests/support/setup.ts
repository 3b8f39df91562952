import { afterEach, beforeEach, expect } from "vitest";

/** What a test printed to the error stream; a test that expects such output spies on console.error itself. */
let printed: string[] = [];
const original = console.error;

beforeEach(() => {
  printed = [];
  console.error = (...parts: readonly unknown[]) => void printed.push(parts.map(String).join(" "));
});

afterEach(() => {
  console.error = original;
  expect(printed, "unexpected output on console.error").toEqual([]);
});
