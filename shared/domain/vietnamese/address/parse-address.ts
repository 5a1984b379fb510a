import type { Address } from './address.ts';
import { labelWords } from './address-words.ts';
import { cleanAddress } from './clean-address.ts';
import type { Commune, Territory } from './gazetteer.ts';
import type { AdministrativeUnits } from './named-units.ts';
import { type Premises, readPremises } from './premises.ts';
import { findProvince } from './provinces.ts';
import { type ReadUnits, readUnits } from './read-units.ts';
import { resolveCommune } from './resolve-commune.ts';
import { nameKey, wordsOfAddress, type Word } from './words.ts';
import { foldMarks } from '../text/fold.ts';

/** Each flat has one of these words. */
const OF_FLATS = new Set('can chung cc ch ktt condotel penthouse tap hoi tang lau toa block'.split(' '));
const NEARBY = /\b(?:doi dien|canh|gan|sau|truoc|ben)\s+(?:khu\s+|toa\s+)?(?:nha\s+)?chung cu\b/g;
const COMMERCIAL = /\b(?:thuong mai|shop ?house|shophouse|officetel|ki ?ot|khoi de|van phong|gian hang|sieu thi)\b/;
const TRADING_TOWN = /\bkhu do thi thuong mai\b|\bthuong mai dich vu\b(?=.*\bkhu do thi\b)/g;
const FLAT =
  /\bcan ho\b|\bchung cu\b|\bcc (?=[a-z])|\bch ?\d{3,}|\bktt\b|\bcondotel\b|\bpenthouse\b|\bkhu tap the\b|\bnha tap the\b|\bnha o xa hoi\b/;
const ROOM = /\b(?:phong|p|can)\s*(?:so\s*)?[a-z]?-?\d{2,}/;
const FLOOR = /\b(?:tang|lau)\s*\d+/;
const RESIDENTIAL_BLOCK =
  /\b(?:(?:toa|block|nha)\s*(?:nha\s*)?)?(?:ct|hh|noxh)\s?-?\d|\b(?:toa|block)\s+(?:[a-z]{1,2}\d[\w.]*|[a-z])\b|\bkhu do thi\b|\bkdt\b|\bresidence\b|\bvinhomes\b|\becopark\b/;

/**
 * Whether the address is a flat in a residential block (căn hộ chung cư), except its commercial part (TT 91/2026/TT-BTC
 * Art. 7): a flat or block that is called so, or a room on a floor of a block with a residential name.
 */
function isApartment(text: string, words: readonly Word[]): boolean {
  if (!words.some(({ key }) => OF_FLATS.has(key))) return false;
  const folded = foldMarks(text)
    .replaceAll(/[^a-z0-9.-]+/g, ' ')
    .replaceAll(NEARBY, ' ');
  if (COMMERCIAL.test(folded.replaceAll(TRADING_TOWN, ' '))) return false;
  if (FLAT.test(folded)) return true;
  return (
    ROOM.test(folded) && (FLOOR.test(folded) || /\b(?:toa|block)\b/.test(folded)) && RESIDENTIAL_BLOCK.test(folded)
  );
}

export type { Address } from './address.ts';

/** The code of Huế: from there southwards house numbers with slashes begin at the street. */
const FIRST_OF_THE_SOUTH = '46';
const NAMED_HAMLET = /(?:thôn|xóm|ấp|làng|bản|khu|tổ|đội|tiểu khu)/;

/**
 * Parses an address from free text: with or without marks, labels, commas and districts, abbreviated, in upper case,
 * from before 01/07/2025 or after. Names without a province are looked up in the home province.
 */
export function parseAddress(text: string): Address {
  const words = wordsOfAddress(cleanAddress(text));
  const found = readUnits(labelWords(words));
  const { units, territory, place } = found;
  const { communes, area } = resolveCommune(units, territory);
  const [commune] = communes;
  const only = communes.length === 1 ? commune : undefined;
  const premises = withoutFormerCommunes(
    readPremises(labelWords(restOf(found)), territory.code >= FIRST_OF_THE_SOUTH),
    found,
    communes,
  );
  const province = units.province && findProvince(units.province.key);
  return {
    name: place,
    ...premises,
    commune: only ? `${only.kind} ${only.name}` : communeText(units),
    district: units.district && (territory.named(units.district.key).districts[0]?.label ?? units.district.text),
    province: units.province && (province?.name ?? units.province.text),
    provinceCode: province?.newCode,
    communes: communes.map(({ communeKey, today }) => ({ key: communeKey, today })),
    area,
    communeKey: only?.communeKey ?? (commune ? undefined : unknownCommuneKey(units, territory)),
    specific: isSpecific(premises),
    apartment: isApartment(text, words),
  };
}

/** The words that are in no unit; a gap left by a unit separates the words on its sides. */
const restOf = ({ text: { words }, runs }: ReadUnits): readonly Word[] =>
  runs.flatMap(({ from, end }) =>
    words.slice(from, end).map((word, at) => (at === 0 && !word.breakBefore ? { ...word, breakBefore: true } : word)),
  );

/**
 * Removes a former commune beside today's, as in `7 Lê Lai, Tổ 7 - Kỳ Bá, phường Trần Lãm`, where the text names
 * another place.
 */
function withoutFormerCommunes(premises: Premises, read: ReadUnits, communes: readonly Commune[]): Premises {
  const isFormer = (part: string) =>
    read.territory
      .named(nameKey(part))
      .former.some(({ today }) => communes.some((one) => one.today.some((code) => today.includes(code))));
  const parts = premises.hamlet?.split(', ') ?? [];
  const kept = parts.filter((part) => !isFormer(part));
  const { street, number } = premises;
  const noStreet = number === undefined && street !== undefined && isFormer(street);
  if (kept.length === 0 && read.place === undefined && (street === undefined || noStreet)) return premises;
  return { ...premises, hamlet: kept.join(', ') || undefined, street: noStreet ? undefined : street };
}

function communeText({ commune }: AdministrativeUnits): string | undefined {
  return commune && (commune.kind ? `${commune.kind} ${commune.text}` : commune.text);
}

/** The key, made from names, of a commune that the gazetteer doesn't have; undefined where the names can mean several. */
function unknownCommuneKey(
  { commune, district, province }: AdministrativeUnits,
  territory: Territory,
): string | undefined {
  if (!commune || (!province && !district)) return undefined;
  // A city that was its province's capital has the province's name.
  const known = findProvince(province?.key ?? district?.key ?? '');
  const inTerritory = district && territory.named(district.key).districts.length > 0 ? territory.code : undefined;
  return [known?.newCode ?? province?.key ?? inTerritory ?? '', district?.key ?? '', commune.key].join(':');
}

function isSpecific({ number, lane, street, hamlet, unit }: Premises): boolean {
  if (number !== undefined)
    return street !== undefined || lane !== undefined || hamlet !== undefined || unit !== undefined;
  return (hamlet !== undefined && NAMED_HAMLET.test(hamlet)) || unit !== undefined;
}
