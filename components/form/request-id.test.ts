import { expect, it, vi } from "vitest";
import { newRequestId } from "./request-id.ts";

it("makes a new UUID each time, also where browsers withhold randomUUID", () => {
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => {
    throw new TypeError("only in secure contexts");
  });
  const made = Array.from({ length: 50 }, newRequestId);
  expect(new Set(made).size).toBe(50);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  vi.restoreAllMocks();
});
