import { foldLetter } from './letters.ts';

const COMBINING = /\p{M}+/gu;

/** Lower case without any mark, `đ` as `d`: `foldMarks('Trần Đức')` is `tran duc`. Any form of Unicode in; other scripts keep their letters. */
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
