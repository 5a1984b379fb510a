import { describe, expect, it } from 'vitest';
import { addressKey, addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { FLAT_PLACES } from './places/flats.ts';
import { HAMLET_PLACES } from './places/hamlets.ts';
import { LANE_PLACES } from './places/lanes.ts';
import { LOT_PLACES } from './places/lots.ts';
import { ROAD_PLACES } from './places/roads.ts';
import { STREET_PLACES } from './places/streets.ts';

const keyOf = (text: string) => addressKey(parseAddress(text));
const keysOf = (text: string) => addressKeys(parseAddress(text));
const PLACES = [...LOT_PLACES, ...FLAT_PLACES, ...ROAD_PLACES, ...HAMLET_PLACES, ...LANE_PLACES, ...STREET_PLACES];

describe('addressKey', () => {
  it.each(PLACES)('addressKey gives one place one key however it is spelt: %s', (first, ...others) => {
    expect(keyOf(first)).toBeDefined();
    for (const text of others) expect([text, keysOf(text)]).toEqual([text, expect.arrayContaining([...keysOf(first)])]);
  });

  it('addressKey distinguishes all places of the list', () => {
    expect(new Set(PLACES.map(([first = '']) => keyOf(first))).size).toBe(PLACES.length);
  });
});
