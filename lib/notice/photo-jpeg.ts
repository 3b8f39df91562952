import { joined, type Stripped } from "./photo-parts.ts";

const MARKER = 0xff;
const END = 0xd9;
const SCAN = 0xda;

/** Tables and frames that decoding needs: SOF0-15, DHT, DAC, DQT, DNL, DRI, DHP; JFIF head and Adobe's colour note beside them. */
const needed = (code: number): boolean => (code >= 0xc0 && code <= 0xcf) || (code >= 0xdb && code <= 0xde);
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

const textAt = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));

/** How the camera was held (EXIF orientation, 1 to 8); 1 where it does not say. */
function orientationOf(segment: Uint8Array): number {
  if (textAt(segment, 4, 4) !== "Exif") return 1;
  const tiff = segment.subarray(10);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return 1;
  const little = textAt(tiff, 0, 2) === "II";
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** An EXIF segment that says how the camera was held and nothing else: without it the picture would lie on its side. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    MARKER, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0,
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  ]);

/** Where the compressed data of a scan end: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== MARKER) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== MARKER && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

const keeps = (code: number, segment: Uint8Array): boolean =>
  needed(code) || (code === 0xe0 && textAt(segment, 4, 4) === "JFIF") || (code === 0xee && textAt(segment, 4, 5) === "Adobe");

/** A JPEG with its picture alone; null when its segments do not hold together or its end is missing. */
export function strippedJpeg(bytes: Uint8Array): Stripped {
  const kept: Uint8Array[] = [];
  let [at, width, height, orientation, scans] = [2, 0, 0, 1, 0];
  while (at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (bytes[at] !== MARKER) return null;
    if (code === MARKER) {
      at += 1;
      continue;
    }
    if (code === END) return scans === 0 ? null : { bytes: joined([Uint8Array.from([MARKER, 0xd8]), ...upright(orientation), ...kept, Uint8Array.from([MARKER, END])]), width, height };
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = code === SCAN ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || end < 0 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (isFrame(code)) [height, width] = [((segment[5] ?? 0) << 8) | (segment[6] ?? 0), ((segment[7] ?? 0) << 8) | (segment[8] ?? 0)];
    if (code === 0xe1 && orientation === 1) orientation = orientationOf(segment);
    if (code === SCAN) scans += 1;
    if (code === SCAN || keeps(code, segment)) kept.push(segment);
    at = end;
  }
  return null;
}

const upright = (orientation: number): readonly Uint8Array[] => (orientation === 1 ? [] : [orientationSegment(orientation)]);
