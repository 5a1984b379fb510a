import { describe, expect, it } from 'vitest';
import { addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { OTHER_ENGLISH_DOOR, SAME_ENGLISH_DOOR } from './door-pairs/english.ts';
import { OTHER_FLAT_DOOR, SAME_FLAT_DOOR } from './door-pairs/flats.ts';
import { OTHER_HAMLET_DOOR, SAME_HAMLET_DOOR } from './door-pairs/hamlets.ts';
import { OTHER_LANE_DOOR, SAME_LANE_DOOR } from './door-pairs/lanes.ts';
import { OTHER_LOT_DOOR, SAME_LOT_DOOR } from './door-pairs/lots.ts';
import { OTHER_ROAD_DOOR, SAME_ROAD_DOOR } from './door-pairs/roads.ts';
import { OTHER_STREET_DOOR, SAME_STREET_DOOR } from './door-pairs/streets.ts';

const keysOf = (text: string) => addressKeys(parseAddress(text));
const inCommon = (one: string, other: string) => keysOf(one).filter((key) => keysOf(other).includes(key));
const SAME_DOOR = [
  ...SAME_LOT_DOOR,
  ...SAME_FLAT_DOOR,
  ...SAME_ROAD_DOOR,
  ...SAME_HAMLET_DOOR,
  ...SAME_LANE_DOOR,
  ...SAME_STREET_DOOR,
  ...SAME_ENGLISH_DOOR,
];
const OTHER_DOOR = [
  ...OTHER_LOT_DOOR,
  ...OTHER_FLAT_DOOR,
  ...OTHER_ROAD_DOOR,
  ...OTHER_HAMLET_DOOR,
  ...OTHER_LANE_DOOR,
  ...OTHER_STREET_DOOR,
  ...OTHER_ENGLISH_DOOR,
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
  it.each(SAME_DOOR)('addressKey gives one door to %s and %s', (one, other) => {
    expect(inCommon(one, other)).not.toEqual([]);
    for (const form of FORMS) expect([form(one), inCommon(form(one), other)]).not.toEqual([form(one), []]);
  });

  it.each(OTHER_DOOR)('addressKey gives two doors to %s and %s', (one, other) => {
    expect(inCommon(one, other)).toEqual([]);
  });
});
