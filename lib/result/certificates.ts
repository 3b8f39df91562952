import type { HeldOffice } from "./count-document.ts";
import { compareVotes, rankOf } from "./order.ts";

/** Number of a certificate of election (当选证书): （2026）江家庄选证字第001号. */
export function certificateNumber(day: string, village: string, ordinal: number): string {
  const place = village.length > 2 ? village.replace(/村$/u, "") : village;
  return `（${day.slice(0, 4)}）${place}选证字第${String(ordinal).padStart(3, "0")}号`;
}

/** Who gets a certificate, in the order of the numbers: highest office first, most votes first. */
export const certificatesDue = (holders: readonly HeldOffice[]): readonly HeldOffice[] =>
  [...holders].sort((a, b) => rankOf(a.office) - rankOf(b.office) || compareVotes(a, b));
