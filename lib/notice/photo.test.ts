import { describe, expect, it } from "vitest";
import { asText, notedPng, phoneJpeg } from "#tests/support/photos.ts";
import { LARGEST_PHOTO_BYTES, readPhoto } from "./photo.ts";

const read = (bytes: Uint8Array) => {
  const photo = readPhoto(bytes);
  if (!photo.ok) throw new Error(photo.error);
  return photo.value;
};
const problem = (bytes: Uint8Array) => {
  const photo = readPhoto(bytes);
  return photo.ok ? null : photo.error;
};

describe("a JPEG of a telephone", () => {
  it("loses place, device, comment and all that stands behind its end", () => {
    const photo = read(phoneJpeg());
    expect(photo).toMatchObject({ mediaType: "image/jpeg", width: 8, height: 8 });
    for (const word of ["GPS", "121.5440", "HUAWEI", "secretnote", "behind the end"]) {
      expect(asText(phoneJpeg())).toContain(word);
      expect(asText(photo.bytes)).not.toContain(word);
    }
    expect(asText(photo.bytes)).toContain("JFIF");
    expect([...photo.bytes.slice(-2)]).toEqual([0xff, 0xd9]);
  });
  it("keeps how the camera was held, and nothing else of EXIF", () => {
    const turned = read(phoneJpeg(6)).bytes;
    const at = asText(turned).indexOf("Exif");
    expect([...turned.slice(at - 4, at)]).toEqual([0xff, 0xe1, 0, 34]);
    expect(turned[at + 25]).toBe(6);
    expect(asText(read(phoneJpeg(1)).bytes)).not.toContain("Exif");
    expect(asText(read(phoneJpeg(9)).bytes)).not.toContain("Exif");
    expect(asText(read(phoneJpeg(null)).bytes)).not.toContain("Exif");
  });
  it("keeps the picture itself byte for byte, and comes through a second time unchanged", () => {
    const once = read(phoneJpeg()).bytes;
    expect(asText(once)).toContain(asText(Uint8Array.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f])));
    expect(read(once).bytes).toEqual(once);
  });
  it("that is cut off anywhere is refused", () => {
    const whole = phoneJpeg();
    const end = asText(whole).indexOf("behind") - 1;
    for (let length = 3; length < end; length += 1) expect(problem(whole.slice(0, length)), String(length)).toBe("photoDamaged");
  });
});

describe("a PNG", () => {
  it("loses text, time and EXIF chunks and what stands behind its end", () => {
    const photo = read(notedPng());
    expect(photo).toMatchObject({ mediaType: "image/png", width: 1, height: 1 });
    for (const word of ["secretnote", "GPS", "tIME", "behind the end"]) expect(asText(photo.bytes)).not.toContain(word);
    expect(read(photo.bytes).bytes).toEqual(photo.bytes);
  });
  it("with a changed byte or cut off is refused", () => {
    const whole = notedPng();
    const changed = Uint8Array.from(whole);
    changed[18] = (changed[18] ?? 0) ^ 1;
    expect(problem(changed)).toBe("photoDamaged");
    const end = asText(whole).indexOf("behind") - 1;
    for (let length = 8; length < end; length += 1) expect(problem(whole.slice(0, length)), String(length)).toBe("photoDamaged");
  });
});

describe("any other file", () => {
  it("is refused by its own first bytes, whatever it is called", () => {
    for (const words of ["GIF89a", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "PK\u0003\u0004", "RIFF1234WEBP", ""]) {
      expect(problem(new TextEncoder().encode(words)), words).toBe("photoWrongType");
    }
  });
  it("that is too large is refused before it is read", () => {
    expect(problem(new Uint8Array(LARGEST_PHOTO_BYTES + 1))).toBe("photoTooLarge");
  });
});
