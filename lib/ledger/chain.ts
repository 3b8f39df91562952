import { createHash } from "node:crypto";

/** One link of the chain (操作链), as stored and published. */
export type Link = {
  readonly scope: string;
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** Hash before the first entry. */
export const genesis = "0".repeat(64);

/** The text whose SHA-256 is an entry's hash; the SQL function `ledger_append` builds the same. */
export const linkText = (link: Omit<Link, "hash">): string =>
  [link.previousHash, link.scope, String(link.sequence), link.at, link.actor, link.command, link.payload].join("\n");

/** SHA-256 over the link's text, hexadecimal. */
export const linkHash = (link: Omit<Link, "hash">): string => createHash("sha256").update(linkText(link)).digest("hex");

/** What is wrong with the first broken entry of a chain. */
export type Break = { readonly scope: string; readonly sequence: number; readonly reason: "gap" | "previousHash" | "hash" | "head" };

/**
 * Checks entries of one scope in order; null when all hold. `head` is the stored head, when there is one; `before` the
 * entry before the first of them, when a long chain is checked piece by piece.
 */
export function firstBreak(links: readonly Link[], head: { readonly sequence: number; readonly hash: string } | null, before: Link | null = null): Break | null {
  let previous = before?.hash ?? genesis;
  let expected = (before?.sequence ?? 0) + 1;
  for (const link of links) {
    const at = { scope: link.scope, sequence: link.sequence };
    if (link.sequence !== expected) return { ...at, sequence: expected, reason: "gap" };
    if (link.previousHash !== previous) return { ...at, reason: "previousHash" };
    if (linkHash(link) !== link.hash) return { ...at, reason: "hash" };
    previous = link.hash;
    expected += 1;
  }
  const last = links.at(-1);
  if (head !== null && (head.sequence !== expected - 1 || head.hash !== previous)) {
    return { scope: last?.scope ?? "", sequence: expected - 1, reason: "head" };
  }
  return null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Short fingerprint (校验码) of a hash: its first 100 bits as 20 base32 characters; shown in groups of four. */
export function fingerprint(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 25)}`);
  return Array.from({ length: 20 }, (_, index) => alphabet.charAt(Number((bits >> BigInt(95 - 5 * index)) & 31n))).join("");
}

/** What a paper prints to prove itself: the short fingerprint, and the whole hash for the QR code. */
export const proofOf = (scope: string, hash: string): { readonly fingerprint: string; readonly qr: string } => ({
  fingerprint: fingerprint(hash),
  qr: `cunxuan:${scope}:${hash}`,
});
