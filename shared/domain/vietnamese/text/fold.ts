import { foldLetter } from './letters.ts';

const COMBINING = /\p{M}+/gu;

/**
 * Writes a text in lower case without marks and with `d` for `đ`: `foldMarks('Trần Đức')` is `tran duc`. It accepts any
 * form of Unicode, and other scripts keep their letters.
 */
export function foldMarks(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  let folded = '';
  for (let index = 0; index < lower.length; index += 1) {
    const letter = lower.charAt(index);
    const plain = foldLetter(letter);
    if (plain === undefined && letter.charCodeAt(0) > 0x7f) return foldAnyScript(lower);
    folded += plain ?? letter;
  }
  return folded;
}

const foldAnyScript = (lower: string): string =>
  lower.normalize('NFD').replace(COMBINING, '').replaceAll('đ', 'd').replaceAll('ð', 'd').normalize('NFC');
