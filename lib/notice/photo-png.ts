import { crc32 } from "node:zlib";
import { joined, type Stripped } from "./photo-parts.ts";

/** Chunks that showing the picture needs; all text, time and EXIF chunks fall away. */
const needed: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "cHRM", "IDAT", "IEND"]);

/** A PNG with its picture alone; null when a chunk is damaged or its end is missing. */
export function strippedPng(bytes: Uint8Array): Stripped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let [at, width, height, data] = [8, 0, 0, 0];
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    if ((type === "IHDR") !== (at === 8)) return null;
    if (type === "IHDR") {
      if (length !== 13) return null;
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    }
    if (type === "IDAT") data += length;
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return data === 0 ? null : { bytes: joined(kept), width, height };
    at = end;
  }
  return null;
}
