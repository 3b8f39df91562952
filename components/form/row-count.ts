/** How many rows a form shows: what the address asks for, between `least` and 60. */
export function rowCount(asked: string | readonly string[] | undefined, least: number): number {
  const wanted = typeof asked === "string" && /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  return Math.min(60, Math.max(least, wanted));
}
