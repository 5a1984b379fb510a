import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '#shared/tables/packed.ts';
import { PACKING_DICTIONARY } from '#shared/tables/packing-dictionary.ts';

/** Content whose JSON has this many bytes. */
const contentOf = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

describe('packed parts of an item', () => {
  it('are unpacked as they were, also from the middle of a larger buffer', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (inside) => {
        const same: unknown = JSON.parse(JSON.stringify(inside));
        const bytes = packed(inside);
        expect(unpacked(bytes)).toEqual(same);
        const within = new Uint8Array(bytes.length + 20);
        within.set(bytes, 7);
        expect(unpacked(within.subarray(7, 7 + bytes.length))).toEqual(same);
      }),
    );
  });

  it('are unpacked whatever their names are', () => {
    const inside: Record<string, unknown> = JSON.parse('{"__proto__":{"constructor":1},"toString":2}');
    expect(Object.entries(unpacked(packed(inside)))).toEqual([
      ['__proto__', { constructor: 1 }],
      ['toString', 2],
    ]);
  });

  it.each([12, 255, 256, 257, 512, 5000])(
    'of %i bytes are the number of their form and a deflated stream, which any program with the dictionary can read',
    (size) => {
      expect(
        JSON.parse(inflateRawSync(packed(contentOf(size)).subarray(1), { dictionary: PACKING_DICTIONARY }).toString()),
      ).toEqual(contentOf(size));
    },
  );

  it.each([
    ['up to 256 bytes are kept as they are', 256, 262],
    ['that are longer take less room', 257, expect.closeTo(20, -2)],
  ])('%s', (_, size, length) => {
    expect(packed(contentOf(size)).length).toEqual(length);
  });

  it('are left as they are by a release that does not know their form', () => {
    const bytes = packed({ from: 'a later release' });
    bytes[0] = 200;
    expect(() => unpacked(bytes)).toThrow(expect.objectContaining({ name: 'FormNotKnown' }));
  });

  it('are unpacked with the dictionary that stored items were packed with', () => {
    expect(createHash('sha256').update(PACKING_DICTIONARY).digest('hex')).toBe(
      'c6efc2d9cfc442f2518870767ced3bb40f03ecb37211e80c26ef270408726a1c',
    );
  });
});
