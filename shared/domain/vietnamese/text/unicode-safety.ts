/**
 * Invisible characters: direction marks, joiners, fillers, control characters except spaces, unpaired surrogates,
 * noncharacters. It is one class, because a choice between classes takes five times as long.
 */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}[\p{Cc}--\s]]/gv;
const ANY_HIDDEN = new RegExp(HIDDEN.source, 'v');
/** Texts of these letters, the Vietnamese ones, need no conversion. */
const PLAIN =
  '\\p{ASCII}\\u00C0-\\u00FF\\u0102\\u0103\\u0110\\u0111\\u0128\\u0129\\u0168\\u0169\\u01A0\\u01A1\\u01AF\\u01B0\\u1EA0-\\u1EF9';
/** Other forms of letters and digits: full-width, mathematical, ligatures. Signs keep their form except full-width ones. */
const OTHER_FORM = new RegExp(`[^${PLAIN}\\p{P}\\p{S}\\p{M}]|[\\uFF00-\\uFFEF]`, 'gu');
const ANY_OTHER_FORM = new RegExp(OTHER_FORM.source, 'u');
/** A sign for a whole phrase (U+FDFA stands for 18 letters) stays as it is, because it would lengthen the text many times. */
const LONGEST_COMMON_FORM = 4;
const MOST_REMEMBERED = 4096;
const SEEN = /[^\s\u00A0\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\p{Cc}]/u;
const HEX = 16;
/** A letter of a script other than Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})(?!\p{Script=Common})(?!\p{Script=Inherited})\p{L}/u;
const LATIN = /\p{Script=Latin}/u;

/** A text without invisible letters. */
export const withoutInvisible = (text: string): string => (ANY_HIDDEN.test(text) ? text.replace(HIDDEN, '') : text);

/** A text that somebody typed or pasted, as others see it: without invisible letters and with ordinary spaces. */
export const asSeen = (text: string): string => withoutInvisible(text).replaceAll(/\p{Zs}/gu, ' ');

/** Writes each letter in its common form (NFKC) and leaves signs as they are. */
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

/** Whether a text has no visible character. */
export const isUnseen = (text: string): boolean => !SEEN.test(text);

/** The characters that `withoutInvisible` removes, each once, such as `U+202E`. */
export function invisibleLetters(text: string): readonly string[] {
  if (!ANY_HIDDEN.test(text)) return [];
  const found = text.match(HIDDEN) ?? [];
  return [...new Set(found)].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `U+${code.toString(HEX).toUpperCase().padStart(4, '0')}`;
  });
}

/**
 * Whether a text has Latin letters and letters of another script, some of which look alike so that a name could imitate
 * another one.
 */
export const mixesScripts = (text: string): boolean => OTHER_SCRIPT.test(text) && LATIN.test(text);

/** Removes unpaired surrogates, control characters and noncharacters, which XML does not allow. */
export const withoutUnprintable = (text: string): string =>
  text.replace(/\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n\r])\p{Cc}/gu, '');
