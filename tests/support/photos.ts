import { crc32, deflateSync } from "node:zlib";

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** A baseline JPEG of 8 by 8 grey pixels, as any decoder shows it: tables, frame, one scan. */
const jpegTables = [
  0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 1),
  0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
  0xff, 0xc4, 0, 20, 0, 1, ...Array.from({ length: 15 }, () => 0), 0,
  0xff, 0xc4, 0, 20, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0,
];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f];

/** EXIF with a GPS position, the device and, when given, how the camera was held. */
function exif(orientation: number | null): readonly number[] {
  const words = ascii("GPS 29.8683N 121.5440E HUAWEI P60");
  const entries = orientation === null ? [] : [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
  const tiff = [...ascii("II"), 42, 0, 8, 0, 0, 0, entries.length / 12, 0, ...entries, 0, 0, 0, 0, ...words];
  const body = [...ascii("Exif"), 0, 0, ...tiff];
  return [0xff, 0xe1, 0, body.length + 2, ...body];
}

/** A JPEG as a telephone writes it: JFIF, EXIF with its place, a comment, and a second picture behind its end. */
export const phoneJpeg = (orientation: number | null = 6): Uint8Array =>
  Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii("JFIF"), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, ...exif(orientation),
    0xff, 0xfe, 0, 12, ...ascii("secretnote"), ...jpegTables, ...scan, 0xff, 0xd9, ...ascii("behind the end"),
  ]);

function chunk(type: string, data: readonly number[]): readonly number[] {
  const body = Uint8Array.from([...ascii(type), ...data]);
  const length = data.length;
  const sum = crc32(body);
  const bytes = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return [...bytes(length), ...body, ...bytes(sum)];
}

/** A PNG of one pixel with a text chunk, a time chunk and an EXIF chunk. */
export const notedPng = (): Uint8Array =>
  Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
    ...chunk("tEXt", ascii("Comment\0secretnote")), ...chunk("eXIf", ascii("MM GPS")), ...chunk("tIME", [7, 0xea, 4, 1, 8, 0, 0]),
    ...chunk("IDAT", [...deflateSync(Uint8Array.from([0, 128]))]), ...chunk("IEND", []), ...ascii("behind the end"),
  ]);

/** The bytes as text of single characters, to look for words in them. */
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
