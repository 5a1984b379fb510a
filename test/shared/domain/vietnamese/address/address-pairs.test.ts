import { describe, expect, it } from 'vitest';
import { addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { OTHER_ENGLISH_ADDRESS, SAME_ENGLISH_ADDRESS } from './address-pairs/english.ts';
import { OTHER_FLAT_ADDRESS, SAME_FLAT_ADDRESS } from './address-pairs/flats.ts';
import { OTHER_HAMLET_ADDRESS, SAME_HAMLET_ADDRESS } from './address-pairs/hamlets.ts';
import { OTHER_LANE_ADDRESS, SAME_LANE_ADDRESS } from './address-pairs/lanes.ts';
import { OTHER_LOT_ADDRESS, SAME_LOT_ADDRESS } from './address-pairs/lots.ts';
import { OTHER_ROAD_ADDRESS, SAME_ROAD_ADDRESS } from './address-pairs/roads.ts';
import { OTHER_STREET_ADDRESS, SAME_STREET_ADDRESS } from './address-pairs/streets.ts';

const keysOf = (text: string) => addressKeys(parseAddress(text));
const inCommon = (one: string, other: string) => keysOf(one).filter((key) => keysOf(other).includes(key));
const SAME_ADDRESS = [
  ...SAME_LOT_ADDRESS,
  ...SAME_FLAT_ADDRESS,
  ...SAME_ROAD_ADDRESS,
  ...SAME_HAMLET_ADDRESS,
  ...SAME_LANE_ADDRESS,
  ...SAME_STREET_ADDRESS,
  ...SAME_ENGLISH_ADDRESS,
];
const OTHER_ADDRESS = [
  ...OTHER_LOT_ADDRESS,
  ...OTHER_FLAT_ADDRESS,
  ...OTHER_ROAD_ADDRESS,
  ...OTHER_HAMLET_ADDRESS,
  ...OTHER_LANE_ADDRESS,
  ...OTHER_STREET_ADDRESS,
  ...OTHER_ENGLISH_ADDRESS,
];

/** Joined words are divided at their capitals. */
const inCase = (text: string, cased: string) => (/\p{Ll}\p{Lu}/u.test(text) ? text : cased);
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => inCase(text, text.toUpperCase()),
  (text) => inCase(text, text.toLowerCase()),
  (text) => `  ${text.replaceAll(' ', '\u00A0 ')}\n`,
];

describe('addressKey', () => {
  it.each(SAME_ADDRESS)('addressKey gives one key to %s and %s', (one, other) => {
    expect(inCommon(one, other)).not.toEqual([]);
    for (const form of FORMS) expect([form(one), inCommon(form(one), other)]).not.toEqual([form(one), []]);
  });

  it.each(OTHER_ADDRESS)('addressKey gives two keys to %s and %s', (one, other) => {
    expect(inCommon(one, other)).toEqual([]);
  });
});
