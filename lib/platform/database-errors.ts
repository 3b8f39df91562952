import { z } from "zod";

const text = z.string();
const carrier = z.object({ code: z.unknown(), meta: z.unknown(), cause: z.unknown(), originalCode: z.unknown(), driverAdapterError: z.unknown() }).partial();

/** PostgreSQL's own five-character code of an error, wherever the driver adapter put it; null when it carries none. */
export function sqlStateOf(error: unknown, depth = 0): string | null {
  if (depth > 5 || typeof error !== "object" || error === null) return null;
  const parsed = carrier.safeParse(error);
  if (!parsed.success) return null;
  for (const candidate of [parsed.data.originalCode, parsed.data.code]) {
    const code = text.safeParse(candidate);
    if (code.success && /^[0-9A-Z]{5}$/.test(code.data) && !/^P\d{4}$/.test(code.data)) return code.data;
  }
  return (
    sqlStateOf(parsed.data.driverAdapterError, depth + 1) ?? sqlStateOf(parsed.data.meta, depth + 1) ?? sqlStateOf(parsed.data.cause, depth + 1)
  );
}

const prismaCode = (error: unknown): string | null => {
  const code = z.object({ code: z.string() }).safeParse(error);
  return code.success ? code.data.code : null;
};

/** Serialisation failure or deadlock: the same command may be tried again. */
export const isRetryable = (error: unknown): boolean => {
  const state = sqlStateOf(error);
  return state === "40001" || state === "40P01" || prismaCode(error) === "P2034";
};

/** A uniqueness constraint refused: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean => sqlStateOf(error) === "23505" || prismaCode(error) === "P2002";

/** Two entries raced for one place in a chain. */
export const isLedgerRace = (error: unknown): boolean => isUniqueViolation(error) && String(error).includes("LedgerEntry");
