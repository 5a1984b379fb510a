import { compatibilityForm, withoutInvisible } from './unicode-safety.ts';

const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;

/** Cleans a text: NFC, letters in their common form, `Ð` (U+00D0) as `Đ`, single spaces, no invisible characters, trimmed. */
export function cleanText(text: string): string {
  return compatibilityForm(withoutInvisible(text))
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(SPACES, ' ')
    .trim();
}
