/**
 * A new random id (UUID version 4) for one sending of a form. Not `crypto.randomUUID`, which browsers give only to
 * HTTPS pages and to the machine itself: the other laptops of a hall come over plain HTTP.
 */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, place) => uuidByte(byte, place).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Sets the version and variant bits of a version 4 UUID. */
function uuidByte(byte: number, place: number): number {
  if (place === 6) return (byte & 0x0f) | 0x40;
  return place === 8 ? (byte & 0x3f) | 0x80 : byte;
}
