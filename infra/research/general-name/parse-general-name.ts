import { latinise } from './scripts.ts';
import { soundKey } from './sound.ts';
import { EMPTY_WORDS, LEGAL_FORMS, LEGAL_PHRASES, NUMBER_WORDS, ORGANISATION_WORDS } from './words.ts';

export interface GeneralWord {
  readonly text: string;
  readonly sound: string;
}

/** A person's or organisation's name in any language, prepared for comparison. */
export interface GeneralName {
  /** The significant words, without legal forms, articles and titles unless there are no others. */
  readonly words: readonly GeneralWord[];
  readonly joined: string;
  /** Every word, with legal forms in their short form. */
  readonly whole: string;
  readonly organisation: boolean;
}

const POSSESSIVE = /['’ʼ`´‘]/gu;
const CAMEL = /(?<=\p{Ll})(?=\p{Lu}\p{L})/gu;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const DIGIT_IN_WORD = /(?<=[a-z])[01345](?=[a-z])/gu;
const LOOKS_LIKE: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };
const LEADING_ARTICLE = /^al(?=[a-z]{5})/u;

/** Reads a name of any kind; a text without a letter or digit has no words. */
export function parseGeneralName(text: string): GeneralName {
  const spaced = text.replace(POSSESSIVE, '').replaceAll('&', ' and ').replaceAll('%', ' ').replace(CAMEL, ' ');
  const plain = latinise(spaced)
    .replace(NO_LETTER, ' ')
    .trim()
    .replace(DIGIT_IN_WORD, (digit) => LOOKS_LIKE[digit] ?? digit);
  const shortened = LEGAL_PHRASES.reduce(
    (left, [phrase, short]) => ` ${left} `.replaceAll(` ${phrase} `, ` ${short} `).trim(),
    plain,
  );
  const all = joinInitials(shortened.split(' ').filter((word) => word !== '')).map(
    (word) => NUMBER_WORDS.get(word) ?? word,
  );
  const telling = all.filter((word) => !LEGAL_FORMS.has(word) && !EMPTY_WORDS.has(word));
  const words = (telling.length > 0 ? telling : all).map((word) => word.replace(LEADING_ARTICLE, 'al'));
  return {
    words: words.map((word) => ({ text: word, sound: soundKey(word) })),
    joined: words.join(''),
    whole: all.join(' '),
    organisation: all.some((word) => LEGAL_FORMS.has(word) || ORGANISATION_WORDS.has(word)),
  };
}

/** Joins single letters, so that `a b c company` becomes `abc company`; one letter alone stays an initial. */
const joinInitials = (words: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if (word.length === 1) run += word;
    else {
      if (run !== '') joined.push(run);
      run = '';
      if (word !== '') joined.push(word);
    }
  }
  return joined;
};
