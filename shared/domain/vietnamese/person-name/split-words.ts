/** Splits a name into words: runs of letters, digits and the signs that broken fonts put in their place. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

// The separators: ASCII signs except letters, digits and the signs of broken marks, and Unicode's spaces and dashes except
// joining and invisible ones.
const isSeparator = (code: number): boolean => {
  if (code < 0x80)
    return (
      !(code >= 0x61 && code <= 0x7a) &&
      !(code >= 0x41 && code <= 0x5a) &&
      !(code >= 0x30 && code <= 0x39) &&
      code !== 0x27 &&
      code !== 0x60
    );
  if (code === 0xa0 || code === 0x3000) return true;
  return code >= 0x2000 && code <= 0x206f && !(code >= 0x200b && code <= 0x200d) && code !== 0x2019 && code !== 0x2060;
};
