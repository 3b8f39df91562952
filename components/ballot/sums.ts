import type { StationLine } from "#lib/ballot/queries.ts";

/** Whether a station's ballots add up: it got none yet, has not reported, agrees, or differs by so many ballots. */
export type AccountState = { readonly kind: "none" | "open" | "agrees" } | { readonly kind: "differs"; readonly by: number };

/** Received = issued + spoiled + left (领取 = 发出 + 污损换领 + 剩余). */
export function accountState(account: StationLine["account"]): AccountState {
  if (account === null) return { kind: "none" };
  const { received, issued, spoiled, left, returned } = account;
  if (issued === null || spoiled === null || left === null || returned === null) return { kind: "open" };
  return sumState(received, issued, spoiled, left);
}

function sumState(received: number, issued: number, spoiled: number, left: number): AccountState {
  const by = issued + spoiled + left - received;
  return by === 0 ? { kind: "agrees" } : { kind: "differs", by };
}

/** The four figures of an account as they are typed. */
export type TypedAccount = { readonly issued: string; readonly spoiled: string; readonly left: string; readonly returned: string };

/** A count as typed: full-width digits, spaces and commas are taken; null while it is no whole number. */
export function typedCount(text: string): number | null {
  const digits = text.normalize("NFKC").replaceAll(/[\s,]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** What the figures typed so far come to: words for the sum, and whether more came back than went out. */
export function typedState(received: number, typed: TypedAccount): { readonly sum: AccountState; readonly accounted: number | null; readonly returned: "open" | "fewer" | "equal" | "more"; readonly gap: number } {
  const [issued, spoiled, left, returned] = [typed.issued, typed.spoiled, typed.left, typed.returned].map(typedCount);
  const complete = issued != null && spoiled != null && left != null;
  const gap = issued == null || returned == null ? null : returned - issued;
  return {
    sum: complete ? sumState(received, issued, spoiled, left) : { kind: "open" },
    accounted: complete ? issued + spoiled + left : null,
    returned: gap === null ? "open" : gap === 0 ? "equal" : gap < 0 ? "fewer" : "more",
    gap: Math.abs(gap ?? 0),
  };
}
