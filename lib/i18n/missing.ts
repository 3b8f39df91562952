/**
 * What happens when a message is missing or wrong: a thrown error while developing and testing, so that it cannot be
 * overlooked; the key on the page and a line in the log in production, so that a page never fails for a word.
 */
export function reportIntlError(error: Error): void {
  if (process.env.NODE_ENV !== "production") throw error;
  console.error(JSON.stringify({ level: "error", event: "message", detail: error.message }));
}

/** What stands in the place of a missing message. */
export function fallbackFor({ key, namespace }: { readonly key: string; readonly namespace?: string }): string {
  return namespace === undefined ? key : `${namespace}.${key}`;
}
