import type { NameComparison } from '#shared/domain/vietnamese/person-name/name-score.ts';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';
import { EMPTY_WORDS, LEGAL_FORMS, LEGAL_PHRASES, NUMBER_WORDS, ORGANISATION_WORDS } from './words.ts';

/** The most keystrokes that still count as a typo, in number and as a share of the letters. */
const MOST_EDITS = 2;
const MOST_EDITS_SHARE = 0.3;
const INITIAL_COST = 0.5;
const SOUND_COST = 0.5;
const ADDED_NAME_COST = 0.4;

/**
 * Compares two names of any kind and language: words are paired in any order, each pair by keystrokes or by sound, and
 * initials and joined words are allowed. A word that only one name has is tolerated in a person's name, but not in an
 * organisation's.
 */
export function compareGeneralNames(one: GeneralName, other: GeneralName): NameComparison {
  if (one.words.length === 0 || other.words.length === 0) return { result: 'mismatch', score: 0 };
  if (one.whole === other.whole) return { result: 'match', score: 1 };
  const letters = Math.min(one.joined.length, other.joined.length);
  const cost = Math.min(wordCost(one, other), editDistance(one.joined, other.joined));
  const allowed = Math.min(MOST_EDITS, MOST_EDITS_SHARE * letters);
  const score = 1 / (1 + cost / Math.max(allowed, 0.5));
  if (cost > allowed) return { result: 'mismatch', score: Math.min(score, 0.49) };
  return { result: cost === 0 ? 'variation' : 'correctable', score: Math.max(score, 0.5) };
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly cost: number;
}

/** Pairs the words, cheapest pairs first. @returns the keystrokes between them, and the words left over */
const wordCost = (one: GeneralName, other: GeneralName): number => {
  const pairs: Pair[] = one.words.flatMap((word, left) =>
    other.words.map((candidate, right) => ({ left, right, cost: pairCost(word, candidate) })),
  );
  pairs.sort((first, second) => first.cost - second.cost);
  const leftTaken = new Set<number>();
  const rightTaken = new Set<number>();
  let total = 0;
  for (const { left, right, cost } of pairs) {
    if (cost === Number.POSITIVE_INFINITY || leftTaken.has(left) || rightTaken.has(right)) continue;
    leftTaken.add(left);
    rightTaken.add(right);
    total += cost;
  }
  return total + leftOverCost(one, other, leftTaken.size);
};

const leftOverCost = (one: GeneralName, other: GeneralName, paired: number): number => {
  const shorter = Math.min(one.words.length, other.words.length);
  if (paired < shorter) return Number.POSITIVE_INFINITY;
  const added = Math.max(one.words.length, other.words.length) - paired;
  if (added === 0) return 0;
  return one.organisation || other.organisation || shorter < 2 ? Number.POSITIVE_INFINITY : added * ADDED_NAME_COST;
};

const pairCost = (one: GeneralWord, other: GeneralWord): number => {
  if (one.text === other.text) return 0;
  const [short, long] = one.text.length <= other.text.length ? [one.text, other.text] : [other.text, one.text];
  if (short.length === 1) return long.startsWith(short) ? INITIAL_COST : Number.POSITIVE_INFINITY;
  const sound = editDistance(one.sound, other.sound);
  const cost = Math.min(editDistance(one.text, other.text), sound === 0 ? SOUND_COST : sound + SOUND_COST);
  return cost > MOST_EDITS || cost > long.length / 2 ? Number.POSITIVE_INFINITY : cost;
};

const table = (entries: string): ReadonlyMap<string, string> =>
  new Map(
    entries
      .trim()
      .split(/\s+/u)
      .map((entry) => [entry.charAt(0), entry.slice(1)]),
  );

/**
 * Latin spellings of other scripts' letters, as passports and newspapers usually write them. Vowels that a script does
 * not write are not added.
 */
const LETTERS = table(`
  аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi їyi єye ґg ўu ђdj јj љlj њnj ћc џdz
  αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo
  اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk کk گg لl مm نn هh ةa وu يi یi ىa ء ئi ؤu أa إi آa پp چch ژzh ٱa
  աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւu փp քk օo ֆf
  აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh
  ёe øo łl đd ðd þth ßss æae œoe ıi
`);

const MARKS = /\p{M}+/gu;

/**
 * Writes a text in lower case and Latin letters without marks: `Сергей` becomes `sergey` and `Müller` becomes `muller`.
 * Scripts without a table stay as they are.
 */
export function latinise(text: string): string {
  let latin = '';
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    latin += letter <= '\u007f' ? letter : (LETTERS.get(letter) ?? unmarked(letter));
  }
  return latin;
}

const unmarked = (letter: string): string =>
  Array.from(letter.normalize('NFKD').replace(MARKS, ''), (part) => LETTERS.get(part) ?? part).join('');

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/gu, '$1'],
  [/ph/gu, 'f'],
  [/tch|tsch|sch|shch|ch|sh|zh/gu, 's'],
  [/kh|gh|q|c(?![eiy])|ck/gu, 'k'],
  [/g(?=[ei])|dj|dzh/gu, 'j'],
  [/x/gu, 's'],
  [/w/gu, 'v'],
  [/th/gu, 't'],
  [/ou|oo|u/gu, 'u'],
  [/ey|ei|ay|ai|ee|y|i+e?/gu, 'i'],
  [/c/gu, 's'],
  [/(?<=[aeiou])h/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** A rough key of how a Latin word sounds, so that two ways of spelling one foreign name (`Qaddafi`, `Gadafi`) come near each other. */
function soundKey(word: string): string {
  return RULES.reduce((left, [pattern, sound]) => left.replace(pattern, sound), word);
}

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
    (left, [phrase = '', short = '']) => ` ${left} `.replaceAll(` ${phrase} `, ` ${short} `).trim(),
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
