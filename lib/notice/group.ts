/** The group asked for in an address (`?group=3` is the third), from 0; null when none is. */
export function groupFrom(value: string | readonly string[] | undefined): number | null {
  const text = typeof value === "string" ? value : "";
  return /^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) - 1 : null;
}
