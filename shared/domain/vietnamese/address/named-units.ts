import type { AddressWords } from './address-words.ts';
import type { CommuneKind } from './gazetteer.ts';

const POSTCODE = /^\d{5,6}$/;
const COUNTRY_FIRST = /^(viet nam|vietnam|vn)\b/;

/** An administrative unit in the text. */
export interface NamedUnit {
  readonly key: string;
  readonly text: string;
  readonly hasMarks: boolean;
  readonly kind?: CommuneKind | undefined;
  /** Whether the name has a label before it, such as `xã` or `TP`. */
  readonly labelled: boolean;
  /** Whether the name may be a street instead, so that the district's name may be the commune: `12 P. Bạch Sam, Mỹ Hào`. */
  readonly mayBeStreet?: boolean | undefined;
  /** The index of its first word. */
  readonly at: number;
}

export interface AdministrativeUnits {
  commune?: NamedUnit | undefined;
  district?: NamedUnit | undefined;
  province?: NamedUnit | undefined;
  /** The province before 2025, where the text also names today's: `…, Vũ Thư, Thái Bình, Hưng Yên`. */
  formerProvince?: NamedUnit | undefined;
}

/** Some words of an address, from one index to another. */
export interface Run {
  from: number;
  end: number;
}

/** An address of which the labelled units were read. */
export interface LabelledText {
  /** The words, with phố for each `P.` that means it. */
  readonly text: AddressWords;
  readonly units: AdministrativeUnits;
  /** The end of the last of them. */
  readonly end: number;
  /** The words that are in no unit, by the parts between commas and units. */
  readonly runs: Run[];
}

/** Adds the parts between commas of the words `from`…`to`. */
export function addRuns(runs: Run[], { words }: AddressWords, from: number, to: number): void {
  for (let start = from; start < to; start = runs.at(-1)?.end ?? to) {
    let end = start + 1;
    while (end < to && !words[end]?.breakBefore) end += 1;
    runs.push({ from: start, end });
  }
}

/** Takes the words from an index. */
function cutEnd(runs: Run[], at: number): void {
  for (let last = runs.at(-1); last && last.end > at; last = runs.at(-1)) {
    last.end = Math.min(last.end, at);
    if (last.end <= last.from) runs.pop();
  }
}

/** Takes the words before an index. */
export function cutStart(runs: Run[], at: number): void {
  for (let [first] = runs; first && first.from < at; [first] = runs) {
    first.from = Math.min(at, first.end);
    if (first.from === first.end) runs.shift();
  }
}

/** The unit whose name is the words `from`…`end`. */
export function unitOf(
  { words, keys, starts, ends }: AddressWords,
  from: number,
  end: number,
): Omit<NamedUnit, 'labelled' | 'at'> {
  const name = words.slice(from, end);
  return {
    key: keys.slice(starts[from], ends[end - 1]),
    text: name.map(({ text }) => text).join(' '),
    hasMarks: name.some(({ hasMarks }) => hasMarks),
  };
}

/** Reads `Việt Nam` at either end, with a postcode before or after it. */
export function takeCountry({ text: { words, country, keys, ends }, runs }: LabelledText): void {
  cutEnd(runs, country);
  const leading = COUNTRY_FIRST.exec(keys.slice(0, ends[1]))?.[1];
  if (leading !== undefined) cutStart(runs, leading.split(' ').length);
  const last = runs.at(-1);
  if (last && last.end > 1 && POSTCODE.test(words[last.end - 1]?.text ?? '')) cutEnd(runs, last.end - 1);
}
