const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]|(?!\s)\p{Cc}/gu;

/** NFC, `Ð` (U+00D0) as `Đ`, one plain space for every run of spaces, nothing invisible, trimmed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();
}
