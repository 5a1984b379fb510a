import type { AddressText } from './address-text.ts';
import type { Commune, Territory } from './gazetteer.ts';
import type { PartKind } from './premises-label-rows.ts';
import { findProvince } from './provinces.ts';
import { hasDigit, isRoadCode } from './tokens.ts';

const OF_HOUSE: ReadonlySet<PartKind> = new Set(['number', 'lane']);

/** What `P.` is: phố, phường, or either of them. */
type ShortP = 'street' | 'ward' | 'open';

/**
 * Reads `P.`, with which maps shorten phố too. Directly behind a house number (`12 P. Bãi Sậy, Phố Hiến, Hưng Yên`) it
 * is a phố where a later part names the commune. Where that part is also the district of a ward of the name (`12 P.
 * Bạch Sam, Mỹ Hào, Hưng Yên`), it may be either. Elsewhere it is a phố only where the next part names a commune of
 * today that has no land of a ward of the name: `Shop An, P. Bãi Sậy, Phố Hiến, Hưng Yên`.
 * @param index the label
 * @param end the end of the name behind it
 */
export function shortPAt(text: AddressText, index: number, end: number, territory: Territory): ShortP {
  if (text.tokens[index]?.lower !== 'p' || !text.tokens[end]?.breakBefore) return 'ward';
  const ward = text.key(index + 1, end);
  if (/^\d/.test(ward)) return 'ward';
  if (!followsHouse(text, index)) return isElsewhere(ward, text, end, territory) ? 'street' : 'ward';
  let read: ShortP = 'ward';
  for (let from = end; from < text.tokens.length; from = text.partEnd(from)) {
    const label = text.unitLabels[from];
    if (label?.level === 'commune') return 'street';
    const key = text.key(from + (label?.words ?? 0), text.partEnd(from));
    const province = findProvince(key);
    // A province may also be a commune's name: phường Vĩnh Phúc.
    if (province !== undefined && text.partEnd(from) === text.tokens.length) return read;
    if (province !== undefined && province.newCode !== territory.code) return 'ward';
    if (label !== undefined || !territory.isCommuneName(key)) continue;
    if (!isWardOf(ward, key, territory)) return 'street';
    if (territory.today(key).length > 0) read = 'open';
  }
  return read;
}

/** Whether the next part names a commune of today, and no district, that has no land of a ward of the given name. */
function isElsewhere(ward: string, text: AddressText, end: number, territory: Territory): boolean {
  const next = text.key(end, text.partEnd(end));
  const codes = new Set(territory.today(next).flatMap(({ today }) => today));
  if (codes.size === 0 || territory.districts(next).length > 0 || text.partEnd(end) === text.tokens.length)
    return false;
  if (territory.today(ward).length > 0) return false;
  return !wardsOf(ward, territory).some(({ today }) => today.some((code) => codes.has(code)));
}

const isWardOf = (ward: string, district: string, territory: Territory): boolean =>
  wardsOf(ward, territory).some((one) => one.district?.key === district);

/** The communes of a name before the merger of 01/07/2025. */
const wardsOf = (name: string, territory: Territory): readonly Commune[] => [
  ...territory.former(name),
  ...territory.earlier(name),
];

/** Whether the number of a house or a lane precedes, and not that of a hamlet, a room or a street. */
function followsHouse(text: AddressText, index: number): boolean {
  const number = text.tokens[index - 1];
  if (text.tokens[index]?.breakBefore !== false || !hasDigit(number) || isRoadCode(number)) return false;
  return text.startsPart(index - 1) || text.hasLabelBefore(index - 1, OF_HOUSE);
}
