/** Letters that are never seen: marks of direction, joiners, fillers, control characters, halves of letters, no characters. */
const HIDDEN = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\p{Cs}|(?!\s)\p{Cc}/gu;
const ANY_HIDDEN = new RegExp(HIDDEN.source, 'u');
/** Other forms of letters and digits: of full width, of mathematics, joined. Signs keep theirs, but those of full width. */
const OTHER_FORM = /[^\p{ASCII}\p{P}\p{S}\p{M}]|[\uFF00-\uFFEF]/gu;
const HEX = 16;
/** Letters of each script but Latin, and of Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})(?!\p{Script=Common})(?!\p{Script=Inherited})\p{L}/u;
const LATIN = /\p{Script=Latin}/u;

/** A text without invisible letters. */
export const withoutHidden = (text: string): string => (ANY_HIDDEN.test(text) ? text.replace(HIDDEN, '') : text);

/** Each letter in its common form (NFKC), signs left alone. */
export const inCommonForm = (text: string): string =>
  text.replace(OTHER_FORM, (letter) => letter.normalize('NFKC')).normalize('NFC');

/** The letters that `withoutHidden` removes, each once, as `U+202E`. */
export function hiddenLetters(text: string): readonly string[] {
  if (!ANY_HIDDEN.test(text)) return [];
  const found = text.match(HIDDEN) ?? [];
  return [...new Set(found)].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `U+${code.toString(HEX).toUpperCase().padStart(4, '0')}`;
  });
}

/** Latin letters beside those of another script: some of them look alike, and a name is then not what it seems. */
export const mixesScripts = (text: string): boolean => OTHER_SCRIPT.test(text) && LATIN.test(text);

/** A text that any document may hold: XML has no place for halves of letters, control characters and no characters. */
export const printable = (text: string): string =>
  text.replace(/\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n\r])\p{Cc}/gu, '');
