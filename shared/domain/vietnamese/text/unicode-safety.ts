/** Letters that are never seen: marks of direction, joiners, fillers, control characters, halves of letters, no characters. */
const HIDDEN = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\p{Cs}|(?!\s)\p{Cc}/gu;
const ANY_HIDDEN = new RegExp(HIDDEN.source, 'u');
/** The letters of Vietnamese have no other form. */
const PLAIN =
  '\\p{ASCII}\\u00C0-\\u00FF\\u0102\\u0103\\u0110\\u0111\\u0128\\u0129\\u0168\\u0169\\u01A0\\u01A1\\u01AF\\u01B0\\u1EA0-\\u1EF9';
/** Other forms of letters and digits: of full width, of mathematics, joined. Signs keep theirs, but those of full width. */
const OTHER_FORM = new RegExp(`[^${PLAIN}\\p{P}\\p{S}\\p{M}]|[\\uFF00-\\uFFEF]`, 'gu');
const ANY_OTHER_FORM = new RegExp(OTHER_FORM.source, 'u');
/** A sign for a whole phrase (U+FDFA is 18 letters) stays as it is: it would make a text many times as long. */
const LONGEST_COMMON_FORM = 4;
const MOST_REMEMBERED = 4096;
const SEEN = /[^\s\u00A0\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\p{Cc}]/u;
const HEX = 16;
/** Letters of each script but Latin, and of Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})(?!\p{Script=Common})(?!\p{Script=Inherited})\p{L}/u;
const LATIN = /\p{Script=Latin}/u;

/** A text without invisible letters. */
export const withoutInvisible = (text: string): string => (ANY_HIDDEN.test(text) ? text.replace(HIDDEN, '') : text);

/** Each letter in its common form (NFKC), signs left alone. */
export const compatibilityForm = (text: string): string =>
  (ANY_OTHER_FORM.test(text) ? text.replace(OTHER_FORM, commonForm) : text).normalize('NFC');

const commonForm = (letter: string): string => {
  const known = commonForms.get(letter);
  if (known !== undefined) return known;
  const common = letter.normalize('NFKC');
  const kept = common.length <= LONGEST_COMMON_FORM ? common : letter;
  if (commonForms.size < MOST_REMEMBERED) commonForms.set(letter, kept);
  return kept;
};
const commonForms = new Map<string, string>();

/** A text without a letter that anybody could see. */
export const isUnseen = (text: string): boolean => !SEEN.test(text);

/** The letters that `withoutInvisible` removes, each once, as `U+202E`. */
export function invisibleLetters(text: string): readonly string[] {
  if (!ANY_HIDDEN.test(text)) return [];
  const found = text.match(HIDDEN) ?? [];
  return [...new Set(found)].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `U+${code.toString(HEX).toUpperCase().padStart(4, '0')}`;
  });
}

/** Whether a text has Latin letters beside letters of another script: some look alike, so that a name could pass for another one. */
export const mixesScripts = (text: string): boolean => OTHER_SCRIPT.test(text) && LATIN.test(text);

/** A text that any document may hold: XML has no place for halves of letters, control characters and no characters. */
export const withoutUnprintable = (text: string): string =>
  text.replace(/\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n\r])\p{Cc}/gu, '');
