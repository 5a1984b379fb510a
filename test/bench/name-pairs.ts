import { NAME_SYLLABLES, SURNAMES } from '#shared/domain/vietnamese/data/name-syllables.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { EVERY_TONE, splitTone, withTone } from '#shared/domain/vietnamese/text/letters.ts';

export interface NamePair {
  readonly kind: string;
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
}

export type Random = () => number;

/** Makes numbers 0…1, the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const SURNAME_LIST = SURNAMES.split(' ').flatMap((entry) => {
  const [surname = '', people] = entry.split(':');
  return Number(people) >= 100 ? [{ surname, people: Number(people) }] : [];
});
const ALL_PEOPLE = SURNAME_LIST.reduce((sum, { people }) => sum + people, 0);
const SYLLABLES = NAME_SYLLABLES.split(' ').filter((word) => !/^\d/u.test(word));

const surname = (random: Random): string => {
  let left = random() * ALL_PEOPLE;
  return SURNAME_LIST.find(({ people }) => (left -= people) < 0)?.surname ?? 'nguyễn';
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const title = (words: readonly string[]): string => words.map(capital).join(' ');
const plain = (words: readonly string[]): string[] => words.map(foldMarks);

/** Makes a name of three or four words: family name, middle names (half of them Văn or Thị), given name. */
export function personWords(random: Random, last?: string): string[] {
  const middle = random() < 0.5 ? pick(random, ['văn', 'thị']) : pick(random, SYLLABLES);
  const more = random() < 0.25 ? [pick(random, SYLLABLES)] : [];
  return [surname(random), middle, ...more, last ?? pick(random, SYLLABLES)];
}

const TELEX_TONES = ['', 'f', 'r', 'x', 's', 'j'];
const VNI_TONES = ['', '2', '3', '4', '1', '5'];
const TELEX: Record<string, string> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const VNI: Record<string, string> = { ă: 'a8', â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' };

/** The keys that type a word, with the tone last or directly after its vowel. */
export function keysOf(word: string, method: 'telex' | 'vni', toneLast = true): string {
  const table = method === 'telex' ? TELEX : VNI;
  const tones = method === 'telex' ? TELEX_TONES : VNI_TONES;
  if (toneLast) {
    const { letters, tone } = splitTone(word);
    return (
      letters
        .split('')
        .map((letter) => table[letter] ?? letter)
        .join('') + tones[tone]
    );
  }
  return word
    .split('')
    .map((letter) => {
      const { letters, tone } = splitTone(letter);
      return (table[letters] ?? letters) + tones[tone];
    })
    .join('');
}

/** Makes one typo in a word: a letter doubled, left out, or swapped with its neighbour. */
export function mistyped(random: Random, word: string): string {
  const at = Math.floor(random() * (word.length - 1));
  const kind = random();
  if (kind < 0.34) return word.slice(0, at + 1) + word.slice(at);
  if (kind < 0.67) return word.slice(0, at + 1) + word.slice(at + 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

const otherTone = (random: Random, word: string): string | undefined => {
  const { letters, tone } = splitTone(word);
  const at = word.split('').findIndex((letter) => splitTone(letter).tone !== 0);
  if (at < 0) return undefined;
  const tones = EVERY_TONE.filter((candidate) => candidate !== tone && candidate !== 0);
  const changed = letters.slice(0, at) + withTone(letters.charAt(at), pick(random, tones)) + letters.slice(at + 1);
  return changed === word ? undefined : changed;
};

const MOVED: readonly (readonly [string, string])[] = [
  ['hòa', 'hoà'],
  ['thúy', 'thuý'],
  ['thủy', 'thuỷ'],
  ['khỏe', 'khoẻ'],
  ['tỏa', 'toả'],
  ['hoàng', 'hòang'],
  ['huỳnh', 'hùynh'],
  ['toàn', 'tòan'],
];
const I_Y = ['lý', 'kỷ', 'sỹ', 'mỹ', 'tỷ', 'quý', 'kỳ', 'vỹ', 'hy', 'my'];
const NEAR: readonly (readonly [string, string])[] = [
  ['hưng', 'hùng'],
  ['đạt', 'dát'],
  ['đông', 'dong'],
  ['lan', 'loan'],
  ['thi', 'thu'],
  ['mai', 'mây'],
  ['hà', 'hải'],
  ['phong', 'phương'],
  ['minh', 'ninh'],
  ['trung', 'trưng'],
  ['khanh', 'thanh'],
  ['khải', 'hải'],
  ['long', 'lương'],
  ['tâm', 'tầm'],
  ['tuân', 'tuấn'],
  ['nhi', 'như'],
  ['quân', 'quan'],
  ['kim', 'kiên'],
  ['tiến', 'tiên'],
  ['hiền', 'hiển'],
  ['trang', 'tráng'],
  ['thắng', 'thăng'],
  ['oanh', 'anh'],
  ['sơn', 'sang'],
];

type Drawn = Omit<NamePair, 'kind'> | undefined;
const same = (words: readonly string[], other: string): Drawn => ({ one: title(words), other, same: true });
const differ = (words: readonly string[], others: readonly string[]): Drawn => ({
  one: title(words),
  other: title(others),
  same: false,
});
const put = (words: readonly string[], at: number, word: string): string[] => words.with(at, word);
const another = (random: Random, word: string, draw: (random: Random) => string): string => {
  const drawn = draw(random);
  return drawn === word ? another(random, word, draw) : drawn;
};
const anySyllable = (random: Random): string => pick(random, SYLLABLES);

/** The kinds of differences between two spellings of a name, or two names, that registration data shows. */
const PERSON_KINDS: Readonly<Record<string, (random: Random) => Drawn>> = {
  marks_dropped: (random) => {
    const words = personWords(random);
    const typed = title(plain(words));
    return same(words, random() < 0.5 ? typed.toUpperCase() : typed);
  },
  code_and_spaces: (random) => {
    const words = personWords(random);
    return same(words, `  ${title(words).toUpperCase().replaceAll(' ', '  ').normalize('NFD').replaceAll('Đ', 'Ð')}`);
  },
  tone_place: (random) => {
    const [old, moved] = pick(random, MOVED);
    const words = personWords(random, old);
    return same(words, title(put(words, words.length - 1, moved)));
  },
  i_y: (random) => {
    const last = pick(random, I_Y);
    const words = personWords(random, last);
    return same(words, title(put(words, words.length - 1, last.slice(0, -1) + withTone('i', splitTone(last).tone))));
  },
  joined: (random) => {
    const words = personWords(random);
    const [family = '', ...rest] = plain(words).map(capital);
    return same(words, random() < 0.5 ? `${family} ${rest.join('')}` : [family, ...rest].join(''));
  },
  word_order: (random) => {
    const words = personWords(random);
    const [family = '', ...rest] = plain(words);
    return same(words, title(random() < 0.7 ? [rest.at(-1) ?? '', ...rest.slice(0, -1), family] : [...rest, family]));
  },
  telex_keys: (random) => {
    const words = personWords(random);
    const last = random() < 0.5;
    return same(words, title(words.map((word) => keysOf(word, 'telex', last))));
  },
  vni_keys: (random) => {
    const words = personWords(random);
    const last = random() < 0.5;
    return same(words, title(words.map((word) => keysOf(word, 'vni', last))));
  },
  typo: (random) => {
    const words = personWords(random);
    const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
    if (long.length === 0) return undefined;
    const at = pick(random, long);
    const typed = mistyped(random, words[at]!);
    return typed === words[at] ? undefined : same(words, title(put(words, at, typed)));
  },
  middle_left_out: (random) => {
    const words = personWords(random);
    return same(words, title(words.toSpliced(1, 1)));
  },
  other_given: (random) => {
    const words = personWords(random);
    return differ(words, put(words, words.length - 1, another(random, words.at(-1)!, anySyllable)));
  },
  other_middle: (random) => {
    const words = personWords(random);
    return differ(words, put(words, 1, another(random, words[1]!, anySyllable)));
  },
  other_family: (random) => {
    const words = personWords(random);
    return differ(words, put(words, 0, another(random, words[0]!, surname)));
  },
  other_tone: (random) => {
    const words = personWords(random);
    const changed = otherTone(random, words.at(-1)!);
    return changed === undefined ? undefined : differ(words, put(words, words.length - 1, changed));
  },
  near_name: (random) => {
    const [one, other] = pick(random, NEAR);
    const words = personWords(random, one);
    return differ(words, put(words, words.length - 1, other));
  },
  same_family: (random) => {
    const words = personWords(random);
    const others = put(personWords(random), 0, words[0]!);
    return others.at(-1) === words.at(-1) ? undefined : differ(words, others);
  },
};

/** Makes labelled pairs of personal names, `each` of every kind. */
export function personPairs(seed: number, each: number): NamePair[] {
  const random = seeded(seed);
  return Object.entries(PERSON_KINDS).flatMap(([kind, draw]) => {
    const pairs: NamePair[] = [];
    while (pairs.length < each) {
      const drawn = draw(random);
      if (drawn !== undefined) pairs.push({ kind, ...drawn });
    }
    return pairs;
  });
}
