/** What a filter of one format gives: the picture's bytes and its size in pixels; null for a broken file. */
export type Stripped = { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null;

/** Joins pieces of a file. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
