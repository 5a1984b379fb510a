/** Encodes bytes by standard Base 64 (RFC 4648, section 4). */
export const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

/** Decodes a Base 64 text; undefined where the text is not the canonical one of its bytes. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return base64Of(bytes) === text ? bytes : undefined;
}

/** Encodes a text in UTF-8. The bytes are seen as a plain Uint8Array, because Node's Buffer is a subclass. */
export function bytesOfText(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text);
  return new Uint8Array(buffer, byteOffset, length);
}
