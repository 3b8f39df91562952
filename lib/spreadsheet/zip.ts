import { crc32, inflateRawSync } from "node:zlib";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { ReadProblem } from "./model.ts";

/** One part of a ZIP container, as its directory tells of it. Sizes are in bytes. */
type Part = { readonly offset: number; readonly packed: number; readonly unpacked: number; readonly method: number; readonly check: number; readonly encrypted: boolean };

/** The parts of a container by their names in small letters. */
export type Container = { readonly bytes: Buffer; readonly parts: ReadonlyMap<string, Part> };

const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Office files hold some dozens of parts; more entries than this are no office file. */
const MOST_PARTS = 10_000;

function endRecord(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let place = bytes.length - END_LENGTH; place >= earliest; place -= 1) if (bytes.readUInt32LE(place) === END_RECORD) return place;
  return -1;
}

/** Reads the directory of a ZIP container; nothing is unpacked for it. Null when it is cut off or broken. */
export function openContainer(raw: Uint8Array): Container | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = bytes.length < END_LENGTH ? -1 : endRecord(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return null;
  const parts = new Map<string, Part>();
  let place = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== DIRECTORY_ENTRY) return null;
    const nameLength = bytes.readUInt16LE(place + 28);
    const name = bytes.toString("utf8", place + 46, place + 46 + nameLength).replaceAll("\\", "/").toLowerCase();
    // Two parts of one name: which of them is read depends on the program.
    if (parts.has(name)) return null;
    parts.set(name, {
      encrypted: (bytes.readUInt16LE(place + 8) & 1) === 1, method: bytes.readUInt16LE(place + 10), check: bytes.readUInt32LE(place + 16),
      packed: bytes.readUInt32LE(place + 20), unpacked: bytes.readUInt32LE(place + 24), offset: bytes.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return { bytes, parts };
}

/**
 * Unpacks one part. Never gives more bytes than the directory promised, whatever the packed data would unpack to, and
 * compares the checksum, so that a bit that fell over on the way is noticed. A missing part is `damaged`.
 */
export function unpack({ bytes, parts }: Container, name: string): Result<Buffer, ReadProblem> {
  const part = parts.get(name.toLowerCase());
  if (part === undefined || part.offset + 30 > bytes.length || bytes.readUInt32LE(part.offset) !== LOCAL_HEADER) return err("damaged");
  if (part.encrypted) return err("encrypted");
  const start = part.offset + 30 + bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
  const packed = bytes.subarray(start, start + part.packed);
  const content = part.method === STORED ? packed : part.method === DEFLATED ? inflate(packed, part.unpacked) : null;
  return content === null || content.length !== part.unpacked || crc32(content) !== part.check ? err("damaged") : ok(content);
}

function inflate(packed: Buffer, size: number): Buffer | null {
  try {
    // One chunk of the whole size: nothing has to be put together afterwards.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size) });
  } catch {
    return null;
  }
}
