/** Control characters that no text file has; finding one means that the bytes are something else. */
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/u;

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads bytes as text: UTF-8 with or without mark, UTF-16 with mark, else GB 18030 (what Chinese office programs
 * write). Null when the bytes are not text in any of them.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const text = utf16 === null ? (decodeStrictly(bytes, "utf-8") ?? decodeStrictly(bytes, "gb18030")) : decodeStrictly(bytes, utf16);
  return text === null || BINARY.test(text.slice(0, 100_000)) ? null : text;
}
