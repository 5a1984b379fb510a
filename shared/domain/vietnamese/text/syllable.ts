import { type Tone, TONES } from './letters.ts';

/** A syllable (âm tiết): onset (âm đầu), rime without tone (vần), and tone (thanh). */
export interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: Tone;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ONSETS = ['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr', ...'bcdđghklmnprstvx'.split('')];
const RIMES = words(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu uơ ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu',
);
const RIMES_AFTER_QU = words(
  'a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê ên ênh êt êch i ia ich iêt in inh it iên iu o ơ ơi ơn ôc ôn y ych yên yêt ynh yt yu',
);
const FRONT_VOWELS = words('e ê i y');
const FRONT_ONLY = words('k gh ngh');
const BACK_ONLY = words('c g ng');
const STOPPED = /(?:c|ch|p|t)$/u;

/**
 * Reads a lower-case word without tone (`splitTone`) as a Vietnamese syllable, by the rules of quốc ngữ spelling: the
 * known rimes, `k/gh/ngh` only before e, ê, i, y, and only `sắc` or `nặng` before -c, -ch, -p, -t. Undefined for
 * anything else.
 */
export function parseSyllable(letters: string, tone: Tone): Syllable | undefined {
  const parts = splitOnset(letters);
  if (parts === undefined) return undefined;
  if (STOPPED.test(parts.rime) && tone !== TONES.acute && tone !== TONES.dot) return undefined;
  return { onset: parts.onset, rime: parts.rime, tone };
}

/** The onset and rime of toneless letters, without testing the tone. */
export function splitOnset(letters: string): { readonly onset: string; readonly rime: string } | undefined {
  const onset = ONSETS.find((candidate) => letters.startsWith(candidate)) ?? '';
  const rime = letters.slice(onset.length);
  if (onset === 'gi' && !RIMES.has(rime)) return splitGi(letters);
  if (onset === 'qu') return RIMES_AFTER_QU.has(rime) ? { onset, rime } : undefined;
  if (!RIMES.has(rime) || !agrees(onset, rime)) return undefined;
  return { onset, rime };
}

// In `gì`, `gìn` and `gịa` one i belongs to both onset and rime.
const splitGi = (letters: string): { onset: string; rime: string } | undefined => {
  const rime = letters.slice(1);
  return rime === 'i' || rime === 'in' || rime === 'ia' || rime === 'iêng' ? { onset: 'gi', rime } : undefined;
};

const agrees = (onset: string, rime: string): boolean => {
  const front = FRONT_VOWELS.has(rime.charAt(0));
  if (FRONT_ONLY.has(onset)) return front;
  if (BACK_ONLY.has(onset)) return !front;
  if (onset === 'gi' && front) return rime.charAt(0) === 'ê' || rime.charAt(0) === 'e';
  if (rime === 'uơ') return onset === 'h' || onset === 'th';
  return onset === '' || rime.length === 1 || rime.charAt(0) !== 'y';
};

/** All spellings of rimes without marks (`uyen`, `uong`), for words typed without marks. */
const FOLDED_MARKS: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u' };
const unmark = (rime: string): string => rime.replace(/[ăâêôơư]/gu, (vowel) => FOLDED_MARKS[vowel] ?? vowel);
const FOLDED_RIMES: ReadonlySet<string> = new Set([...RIMES].map(unmark));
const FOLDED_RIMES_AFTER_QU: ReadonlySet<string> = new Set([...RIMES_AFTER_QU].map(unmark));

/** Whether the word is some Vietnamese syllable without its marks: `nguyen` is, `trinhh` is not. */
export function couldBeSyllable(folded: string): boolean {
  const onset = ONSETS.find((candidate) => folded.startsWith(candidate)) ?? '';
  const rime = folded.slice(onset.length);
  if (onset === 'gi' && !FOLDED_RIMES.has(rime)) return ['i', 'in', 'ia', 'ieng'].includes(folded.slice(1));
  if (onset === 'qu') return FOLDED_RIMES_AFTER_QU.has(rime);
  return FOLDED_RIMES.has(rime) && agrees(onset, rime);
}
