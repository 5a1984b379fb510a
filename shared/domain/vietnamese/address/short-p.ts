import { type AddressWords, labelWords } from './address-words.ts';
import { type Commune, isCommuneName, type Territory } from './gazetteer.ts';
import { findProvince } from './provinces.ts';
import { isRoadCode } from './words.ts';

const PHO = { text: 'Phố', key: 'pho', lower: 'phố', hasMarks: true, dot: false };

/** What `P.` is: phố, phường, or either of them. */
type ShortP = 'street' | 'ward' | 'open';

/**
 * Reads `P.`, with which maps shorten phố too. Directly behind a house number (`12 P. Bãi Sậy, Phố Hiến, Hưng Yên`) it
 * is a phố where a later part names the commune. Where that part is also the district of a ward of the name (`12 P.
 * Bạch Sam, Mỹ Hào, Hưng Yên`), it may be either. Elsewhere it is a phố only where the next part names a commune of
 * today that has no land of a ward of the name: `Shop An, P. Bãi Sậy, Phố Hiến, Hưng Yên`.
 * @param index the label
 * @param end the end of the name behind it
 * @param isTaken whether a unit ends before the word in front of the label
 */
export function shortPAt(
  text: AddressWords,
  index: number,
  end: number,
  isTaken: boolean,
  territory: Territory,
): ShortP {
  const { words, units, keys, starts, ends } = text;
  if (words[index]?.lower !== 'p' || !words[end]?.breakBefore) return 'ward';
  const ward = keys.slice(starts[index + 1], ends[end - 1]);
  if (/^\d/.test(ward)) return 'ward';
  if (!followsHouse(text, index, isTaken)) return isElsewhere(ward, text, end, territory) ? 'street' : 'ward';
  let read: ShortP = 'ward';
  for (let from = end; from < words.length; from = partEnd(text, from)) {
    const label = units[from];
    if (label?.level === 'commune') return 'street';
    const key = keys.slice(starts[from + (label?.words ?? 0)], ends[partEnd(text, from) - 1]);
    const province = findProvince(key);
    // A province may also be a commune's name: phường Vĩnh Phúc.
    if (province !== undefined && partEnd(text, from) === words.length) return read;
    const known = territory.named(key);
    if (province !== undefined && province.newCode !== territory.code && !isCommuneName(known)) return 'ward';
    if (label !== undefined || !isCommuneName(known)) continue;
    if (!wardsOf(ward, territory).some((one) => one.district?.key === key)) return 'street';
    if (known.today.length > 0) read = 'open';
  }
  return read;
}

/** Whether the next part names a commune of today, and no district, that has no land of a ward of the given name. */
function isElsewhere(ward: string, text: AddressWords, end: number, territory: Territory): boolean {
  const next = territory.named(text.keys.slice(text.starts[end], text.ends[partEnd(text, end) - 1]));
  const codes = new Set(next.today.flatMap(({ today }) => today));
  if (codes.size === 0 || next.districts.length > 0 || partEnd(text, end) === text.words.length) return false;
  if (territory.named(ward).today.length > 0) return false;
  return !wardsOf(ward, territory).some(({ today }) => today.some((code) => codes.has(code)));
}

/** The communes of a name before the merger of 01/07/2025. */
function wardsOf(name: string, territory: Territory): readonly Commune[] {
  const { former, earlier } = territory.named(name);
  return [...former, ...earlier];
}

/** Whether the number of a house or a lane precedes, and not that of a hamlet, a room or a street. */
function followsHouse(text: AddressWords, index: number, isTaken: boolean): boolean {
  const number = text.words[index - 1];
  if (text.words[index]?.breakBefore !== false || !number?.hasDigit || isRoadCode(number)) return false;
  return (
    index === 1 ||
    number.breakBefore ||
    isTaken ||
    text.kindsBefore[index - 1]?.some((kind) => kind === 'number' || kind === 'lane') === true
  );
}

/** The text with phố instead of the short label `P.`. */
export const withStreetAt = ({ words }: AddressWords, index: number): AddressWords =>
  labelWords(words.map((word, at) => (at === index ? { ...word, ...PHO } : word)));

function partEnd({ words }: AddressWords, from: number): number {
  let end = from + 1;
  while (end < words.length && !words[end]?.breakBefore) end += 1;
  return end;
}
