import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id figures: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether a password fits a stored hash; a damaged hash fits nothing. */
export async function passwordFits(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

const readable = "abcdefghjkmnpqrstuvwxyz23456789";

/** A handed-out password that can be read out over the telephone: twelve letters and digits without look-alikes, in groups of four. */
export function suggestPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join("");
  return [group(), group(), group()].join("-");
}
