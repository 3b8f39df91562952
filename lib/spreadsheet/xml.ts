/** What is done with each piece of an XML document. Names are given as numbers (`nameCode`), places as bytes. */
export type XmlVisitor = {
  /** An element begins; its attributes stand between the two places. */
  readonly open: (name: number, from: number, to: number) => void;
  readonly close: (name: number) => void;
  /** Text between two places; `literal` when it stood in a CDATA section, where & means itself. */
  readonly text: (from: number, to: number, literal: boolean) => void;
};

const LESS = 0x3c, GREATER = 0x3e, SLASH = 0x2f, COLON = 0x3a, EQUALS = 0x3d, QUOTE = 0x22, APOSTROPHE = 0x27, QUESTION = 0x3f, EXCLAMATION = 0x21;
const DEEPEST = 200;

/** The number that stands for an element's or attribute's local name (without prefix): equal names, equal numbers. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index += 1) code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

const byteAt = (bytes: Buffer, place: number): number => bytes[place] ?? 0;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Where the tag that begins at `place` ends (its ">"), quoted attribute values skipped; -1 when it never does. */
function tagEnd(bytes: Buffer, place: number): number {
  let quote = 0;
  for (let at = place; at < bytes.length; at += 1) {
    const byte = byteAt(bytes, at);
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

/** Comment, CDATA, processing instruction or document type at `place`; gives the place after it, -1 when it does not end. */
function skipSpecial(bytes: Buffer, place: number, visitor: XmlVisitor): number {
  const after = (mark: string): number => {
    const found = bytes.indexOf(mark, place, "latin1");
    return found < 0 ? -1 : found + mark.length;
  };
  if (byteAt(bytes, place + 1) === QUESTION) return after("?>");
  if (bytes.toString("latin1", place, place + 4) === "<!--") return after("-->");
  if (bytes.toString("latin1", place, place + 9) !== "<![CDATA[") return after(">");
  const end = after("]]>");
  if (end > 0) visitor.text(place + 9, end - 3, true);
  return end;
}

/**
 * Walks through a document in UTF-8 once, without building anything. False when it is not whole: a tag that does not
 * end, elements that close in another order than they opened, or anything left open. Entities of a document type are
 * never defined, so that they cannot grow.
 */
export function walkXml(bytes: Buffer, visitor: XmlVisitor): boolean {
  const open: number[] = [];
  let place = 0;
  let elements = 0;
  while (place < bytes.length) {
    const less = bytes.indexOf(LESS, place);
    if (less < 0) break;
    if (less > place && open.length > 0) visitor.text(place, less, false);
    const next = byteAt(bytes, less + 1);
    if (next === EXCLAMATION || next === QUESTION) {
      place = skipSpecial(bytes, less, visitor);
      if (place < 0) return false;
      continue;
    }
    const end = tagEnd(bytes, less + 1);
    if (end < 0) return false;
    const closing = next === SLASH;
    let at = less + (closing ? 2 : 1);
    let name = 0;
    for (; at < end; at += 1) {
      const byte = byteAt(bytes, at);
      if (isSpace(byte) || byte === SLASH) break;
      name = byte === COLON ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    if (closing) {
      if (open.pop() !== name) return false;
      visitor.close(name);
    } else {
      elements += 1;
      visitor.open(name, at, end);
      if (byteAt(bytes, end - 1) === SLASH) visitor.close(name);
      else if (open.push(name) > DEEPEST) return false;
    }
    place = end + 1;
  }
  return open.length === 0 && elements > 0;
}

/** The value of an attribute of the tag whose attributes stand between the two places; null when it has none of that name. */
export function attribute(bytes: Buffer, from: number, to: number, wanted: number): string | null {
  let place = from;
  while (place < to) {
    while (place < to && isSpace(byteAt(bytes, place))) place += 1;
    let name = 0;
    for (; place < to; place += 1) {
      const byte = byteAt(bytes, place);
      if (byte === EQUALS || isSpace(byte)) break;
      name = byte === COLON ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    while (place < to && byteAt(bytes, place) !== QUOTE && byteAt(bytes, place) !== APOSTROPHE) place += 1;
    const quote = byteAt(bytes, place);
    const end = bytes.indexOf(quote, place + 1);
    if (end < 0 || end > to) return null;
    if (name === wanted) return readText(bytes, place + 1, end);
    place = end + 1;
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its references written out; a reference that names no character stays as it is. */
export function readText(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString("utf8", from, to);
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,4}));/giu, (reference, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? reference;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint > 0 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff) ? String.fromCodePoint(codePoint) : reference;
  });
}

/** A document as UTF-8, whatever Unicode form it came in. */
export function asUtf8(bytes: Buffer): Buffer {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return Buffer.from(new TextDecoder("utf-16le").decode(bytes), "utf8");
  if (first === 0xfe && second === 0xff) return Buffer.from(new TextDecoder("utf-16be").decode(bytes), "utf8");
  return bytes;
}
