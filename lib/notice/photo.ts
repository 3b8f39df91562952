import { err, ok, type Result } from "../platform/result.ts";
import { strippedJpeg } from "./photo-jpeg.ts";
import type { Stripped } from "./photo-parts.ts";
import { strippedPng } from "./photo-png.ts";

/** Largest photo that is taken in, in bytes. */
export const LARGEST_PHOTO_BYTES = 8 * 1024 * 1024;

/** A photo without what the camera wrote about itself. */
export type Photo = { readonly mediaType: "image/jpeg" | "image/png"; readonly bytes: Uint8Array; readonly width: number; readonly height: number };

/** Why a file is no photo: another kind of file, cut off or damaged, too large. */
export type PhotoProblem = "photoWrongType" | "photoDamaged" | "photoTooLarge";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((value, place) => bytes[place] === value);

/**
 * Reads an uploaded photo by its own first bytes, never by its name, and keeps only what is needed to show it: no
 * place, time, device or text that a camera or program wrote (EXIF, XMP, comments), and nothing behind its end.
 */
export function readPhoto(bytes: Uint8Array): Result<Photo, PhotoProblem> {
  if (bytes.length > LARGEST_PHOTO_BYTES) return err("photoTooLarge");
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return checked("image/jpeg", strippedJpeg(bytes));
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return checked("image/png", strippedPng(bytes));
  return err("photoWrongType");
}

function checked(mediaType: Photo["mediaType"], stripped: Stripped): Result<Photo, PhotoProblem> {
  return stripped === null || stripped.width === 0 || stripped.height === 0 ? err("photoDamaged") : ok({ mediaType, ...stripped });
}
