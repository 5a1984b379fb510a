import { compareCompanyNames } from '../company-name/compare-company-names.ts';
import { parseCompanyName } from '../company-name/parse-company-name.ts';
import { comparePersonNames } from '../person-name/compare-person-names.ts';
import { preparePersonName } from '../person-name/prepare-person-name.ts';
import { typoBetween } from '../person-name/token-typo.ts';
import { foldMarks } from '../text/fold.ts';
import { ascending } from '../text/text-order.ts';
import { foundByIn } from './found-by.ts';
import { likenessByLetters } from './likeness-by-letters.ts';
import { rarenessOf } from './rareness.ts';

/** A company with the text that it is found by. */
export interface SearchedCompany {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly foundBy: string;
}

/** The kinds of values by which a company was found. */
export type FoundField = 'code' | 'name' | 'person' | 'address' | 'phone' | 'account';

export interface FoundCompany {
  readonly enterpriseCode: string;
  readonly name: string;
  /** The value that the search was like. */
  readonly why: { readonly field: FoundField; readonly value: string };
}

/** The companies that a text is most like, the best first. */
export function searchCompanies(
  text: string,
  companies: readonly SearchedCompany[],
  most: number,
): readonly FoundCompany[] {
  const digits = digitsIn(text);
  const byNumber = digits === undefined ? [] : companies.flatMap((company) => numberHit(digits, company));
  const hits = isNumber(text) ? byNumber : [...byNumber, ...byWords(text, companies)];
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.company.enterpriseCode);
    if (!known || hit.score > known.score) best.set(hit.company.enterpriseCode, hit);
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || ascending(a.company.name, b.company.name))
    .slice(0, most)
    .map(({ company: { enterpriseCode, name }, field, value }) => ({ enterpriseCode, name, why: { field, value } }));
}

interface Hit {
  readonly company: SearchedCompany;
  readonly field: FoundField;
  readonly value: string;
  readonly score: number;
}

const isNumber = (text: string): boolean => /^[\d\s.+()-]+$/u.test(text);
const LEAST_DIGITS = 4;

/** The digits of the longest number in a text, without what separates them and without zeros that a spreadsheet loses. */
function digitsIn(text: string): string | undefined {
  const [longest = ''] = [...text.matchAll(/\d[\d\s.-]*/gu)]
    .map(([number]) => number.replaceAll(/\D/gu, ''))
    .sort((a, b) => b.length - a.length);
  const plain = longest.replace(/^(?:84(?=[35789]\d{8}$)|0+)/u, '');
  return [plain, longest].find(({ length }) => length >= LEAST_DIGITS);
}

/** A whole number before the end of one, and that before another part of one. */
function numberHit(digits: string, company: SearchedCompany): Hit[] {
  const { phones, accounts } = foundByIn(company.foundBy);
  const values: readonly (readonly [FoundField, string])[] = [
    ['code', company.enterpriseCode],
    ...phones.map((value) => ['phone', value] as const),
    ...accounts.map((value) => ['account', value] as const),
  ];
  return values.flatMap(([field, value]) => {
    const number = value.replace(/^.*:/u, '').replaceAll(/\D/gu, '').replace(/^0+/u, '');
    if (!number.includes(digits)) return [];
    const score = number === digits ? 3 : number.endsWith(digits) || number.startsWith(digits) ? 2 : 1.5;
    return [{ company, field, value, score }];
  });
}

/** A word of a field, of which only the letters count. */
const wordsOf = (text: string): string[] => foldMarks(text).match(/[a-z0-9]+/gu) ?? [];

interface Field {
  readonly company: SearchedCompany;
  readonly field: FoundField;
  readonly value: string;
  readonly words: readonly string[];
}

/** The least share of a search's weight that a field must have, so that a name with a wrong word is still found. */
const LEAST = 0.6;
/** So many of the best are compared as the domain compares names. */
const MOST_COMPARED = 40;

function byWords(text: string, companies: readonly SearchedCompany[]): readonly Hit[] {
  const asked = wordsOf(text);
  if (asked.join('').length < 2) return [];
  const fields = companies.flatMap(fieldsOf);
  const nearness = asked.map((word) => nearnessTo(word));
  const weights = rarenessOf(
    nearness.map((near) => fields.filter(({ words }) => words.some((word) => near(word) > 0)).length),
    fields.length,
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const byLetters = likenessByLetters(
    asked.join(''),
    fields.map(({ words }) => words.join('')),
  );
  const best = fields
    .flatMap((field, n): Hit[] => {
      const [ofWords, ofLetters] = [scoreOf(field, { nearness, weights, all }), byLetters[n] ?? 0];
      // Where every word is the field's, its letters are too, in another order.
      const score = ofWords >= 1 ? ofWords : 0.7 * ofWords + 0.3 * ofLetters;
      return Math.max(ofWords, ofLetters) < LEAST ? [] : [{ ...field, score }];
    })
    .sort((a, b) => b.score - a.score);
  return [...best.slice(0, MOST_COMPARED).map((hit) => compared(text, hit)), ...best.slice(MOST_COMPARED)];
}

function fieldsOf(company: SearchedCompany): Field[] {
  const { people, address } = foundByIn(company.foundBy);
  const named: readonly (readonly [FoundField, string])[] = [
    ['name', company.name],
    ...people.map((person) => ['person', person] as const),
    ['address', address],
  ];
  return named.flatMap(([field, value]) => (value === '' ? [] : [{ company, field, value, words: wordsOf(value) }]));
}

/** How near a word is to the asked one, 0…1; remembered, because thousands of companies have few different words. */
function nearnessTo(asked: string): (word: string) => number {
  const known = new Map<string, number>();
  const plain = withoutTyping(asked);
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const near = Math.max(nearnessOf(asked, word), plain === asked ? 0 : 0.95 * nearnessOf(plain, word));
    known.set(word, near);
    return near;
  };
}

/** A word whose marks were typed as the letters or digits of Telex or VNI while no program made marks of them. */
const withoutTyping = (word: string): string =>
  word
    .replaceAll(/(?<=[a-z])\d{1,3}/gu, '')
    .replace(/(?<=..)[sfrxj]$/u, '')
    .replace(/([aeod])\1/gu, '$1')
    .replace(/(?<=[aou])w/gu, '');

function nearnessOf(asked: string, word: string): number {
  if (asked === word) return 1;
  if (asLooked(asked) === asLooked(word)) return 0.85;
  if (asked.length >= 3 && word.startsWith(asked)) return 0.8;
  const [shorter, longer] = [Math.min(asked.length, word.length), Math.max(asked.length, word.length)];
  if (longer < 3 || shorter < 2 || /\d/u.test(asked + word) || typoBetween(asked, word) === undefined) return 0;
  return shorter >= 3 ? 0.75 : 0.65;
}

/**
 * A word without doubled letters and with one letter for those that are heard (as in the north, where many say l for n),
 * read or typed for each other.
 */
const asLooked = (word: string) =>
  word
    .replace(/^tr/u, 'ch')
    .replace(/^s/u, 'x')
    .replace(/^(?:gi|r)(?=[aeouy])/u, 'd')
    .replace(/^n(?![gh])/u, 'l')
    .replace(/ph/gu, 'f')
    .replace(/[kq]/gu, 'c')
    .replace(/w/gu, 'u')
    .replace(/[jyl]/gu, 'i')
    .replace(/(.)\1+/gu, '$1');

interface Asked {
  readonly nearness: readonly ((word: string) => number)[];
  readonly weights: readonly number[];
  /** The sum of the weights. */
  readonly all: number;
}

/** The share of the asked weight that the field's words have, a little more where nothing else is in it and in order. */
function scoreOf({ words }: Field, { nearness, weights, all }: Asked): number {
  let [sum, place, inOrder] = [0, -1, true];
  for (const [n, near] of nearness.entries()) {
    let [best, at] = [0, -1];
    for (const [index, word] of words.entries()) {
      const one = near(word);
      if (one > best || (one === best && one > 0 && at <= place)) [best, at] = [one, index];
    }
    if (best > 0 && at <= place) inOrder = false;
    if (best > 0) place = at;
    sum += best * (weights[n] ?? 0);
  }
  return sum / all + (inOrder ? 0.02 : 0) + Math.min(0.05, (0.05 * nearness.length) / Math.max(1, words.length));
}

/** Adds what the domain's own comparison of names says: the same name with its marks is better than one that is like it. */
function compared(text: string, hit: Hit): Hit {
  if (hit.field === 'address') return hit;
  const { result, score } =
    hit.field === 'name'
      ? compareCompanyNames(parseCompanyName(text), parseCompanyName(hit.value))
      : comparePersonNames(preparePersonName(text), preparePersonName(hit.value));
  return result === 'mismatch' ? hit : { ...hit, score: hit.score + 0.2 * score };
}
