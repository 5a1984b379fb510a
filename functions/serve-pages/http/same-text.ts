import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares texts in a time that does not tell where they differ. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

const hash = (text: string) => createHash('sha256').update(text).digest();
