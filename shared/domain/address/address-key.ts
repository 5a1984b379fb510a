import { foldMarks } from '../text/fold.ts';
import type { Address } from './address.ts';
import { nameKey } from './tokens.ts';

const URBAN_GROUP = /^(?:todanpho|khupho|to)\d/;
const ROADS: readonly (readonly [spelling: RegExp, short: string])[] = [
  [/^quoclo(?=\d)/, 'ql'],
  [/^(?:tinhlo|tinh|tl)(?=\d)/, 'dt'],
  [/^(?:huyenlo|huyen)(?=\d)/, 'dh'],
];

/**
 * One key for one door, however it is spelt and whether by the communes before or after 01/07/2025: commune, hamlet, street,
 * lane, number, room, all folded. Undefined where the text does not lead to a door of one commune.
 */
export function addressKey(address: Address): string | undefined {
  const { communeKey, number, lane, unit } = address;
  if (communeKey === undefined || (number === undefined && unit === undefined)) return undefined;
  const street = streetKey(address.street ?? '');
  const hamlet = hamletKey(address.hamlet ?? '', street !== '');
  if (street === '' && hamlet === '' && number !== undefined) return undefined;
  if (number === undefined && street === '' && hamlet === '' && !/\d/.test(unit ?? '')) return undefined;
  return [communeKey, hamlet, street, codeKey(lane ?? ''), codeKey(number ?? ''), unitKey(unit ?? '')].join('|');
}

/** `đường Phố Hiến`, `phố Hiến` and `Phố Hiến` are one street; `đường số 5` is `đường 5`. */
function streetKey(street: string): string {
  const words = nameKey(street).split(' ');
  while (words.length > 1 && isStreetWord(words[0], words[1])) words.shift();
  const joined = withoutZeros(words.join(''));
  const road = ROADS.find(([spelling]) => spelling.test(joined));
  return road ? joined.replace(road[0], road[1]) : joined;
}

function isStreetWord(word: string | undefined, next: string | undefined): boolean {
  return word === 'duong' || word === 'pho' || (word === 'so' && /^\d/.test(next ?? ''));
}

/** Urban groups add nothing to a numbered street; hamlets do, in any order. An unnamed kind is a thôn. */
function hamletKey(hamlet: string, onStreet: boolean): string {
  return hamlet
    .split(', ')
    .map((part) =>
      withoutZeros(
        nameKey(part)
          .replace(/^thon /, '')
          .replaceAll(' ', ''),
      ),
    )
    .filter((part) => !(onStreet && URBAN_GROUP.test(part)))
    .sort()
    .join('+');
}

function unitKey(unit: string): string {
  return unit.split(', ').map(codeKey).sort().join('+');
}

function codeKey(text: string): string {
  return withoutZeros(foldMarks(text).replaceAll(/[\s.,]/g, ''));
}

function withoutZeros(text: string): string {
  return text.replaceAll(/(?<!\d)0+(?=\d)/g, '');
}
