import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';

/**
 * The form in which two spellings of one registered value are equal. Case, spaces, punctuation and Unicode form are
 * ignored, but marks are kept (Hòa Bình is not Hoa Binh).
 */
export function plainValue(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}
