import { compatibilityForm, withoutInvisible } from './unicode-safety.ts';

/** Spaces that are not one ordinary space alone, so that most texts have nothing to replace. */
const SPACES = / \s+|[\s--[ ]]\s*/gv;

/** A text of plain signs and Vietnamese letters with single spaces, which has nothing to clean. */
const CLEAN = /^[!-~À-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]+(?: [!-~À-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]+)*$/;

/** Cleans a text: NFC, letters in their common form, `Ð` (U+00D0) as `Đ`, single spaces, no invisible characters, trimmed. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return compatibilityForm(withoutInvisible(text))
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(SPACES, ' ')
    .trim();
}
