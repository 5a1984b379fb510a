/** Encodes bytes by standard Base 64 (RFC 4648, section 4). */
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Decodes a Base 64 text; undefined where the text is not the canonical one of its bytes. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return base64Of(bytes) === text ? bytes : undefined;
}

export const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text);
