import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';

/**
 * The text under which two spellings of one registered value are the same: case, spaces, punctuation and Unicode form
 * are harmless, marks are not (Hòa Bình is not Hoa Binh).
 */
export function plainValue(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}
