import { compatibilityForm, withoutInvisible } from './unicode-safety.ts';

/** Spaces that are not one ordinary space alone, so that most texts have nothing to replace. */
const SPACES = / \s+|[\s--[ ]]\s*/gv;

/** Cleans a text: NFC, letters in their common form, `Ð` (U+00D0) as `Đ`, single spaces, no invisible characters, trimmed. */
export function cleanText(text: string): string {
  return compatibilityForm(withoutInvisible(text))
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(SPACES, ' ')
    .trim();
}
