import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '#test/support/csv-cases.ts';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { neighbours } from './neighbours.ts';
import { mixedStyle } from './styles.ts';
import { writeInStyle } from './write-in-style.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

describe('compareAddresses', () => {
  it.each(csvRows('compared-addresses.csv', import.meta))(
    '$about: $name1 and $name2 are compared: $result',
    ({ name1 = '', name2 = '', result }) => {
      expect([compare(name1, name2), compare(name2, name1)]).toEqual([result, result]);
    },
  );

  it('compareAddresses never calls neighbours and namesakes one, whatever their styles', () => {
    fc.assert(
      fc.property(neighbours, mixedStyle, mixedStyle, ([one, other], oneStyle, otherStyle) => {
        expect(compare(writeInStyle(one, oneStyle) ?? '', writeInStyle(other, otherStyle) ?? '')).not.toBe('match');
      }),
      { numRuns: 1500, seed: 12 },
    );
  });

  it('compareAddresses joins a door with itself in a commune that the old one partly became, and with no other door', () => {
    const before = ['xã Lạc Đạo, huyện Văn Lâm, Hưng Yên', 'phường Điện Biên, quận Ba Đình, Hà Nội'] as const;
    const since = ['xã Đại Đồng, Hưng Yên', 'phường Ba Đình, Hà Nội'] as const;
    const number = fc.integer({ min: 1, max: 400 });
    const street = fc.constantFrom('Lê Lai', 'Cao Bá Quát', 'Hùng Vương', 'QL39');
    fc.assert(
      fc.property(fc.constantFrom(0, 1), number, street, number, street, (place, one, way, other, otherWay) => {
        const result = compare(`${one} ${way}, ${before[place]}`, `Số ${other}, ${otherWay}, ${since[place]}`);
        expect(result === 'match').toBe(one === other && way === otherWay);
      }),
      { numRuns: 500, seed: 13 },
    );
    for (const place of [0, 1] as const)
      expect(compare(`5 Lê Lai, ${before[place]}`, `5 Lê Lai, ${since[place]}`)).toBe('match');
  });
});
