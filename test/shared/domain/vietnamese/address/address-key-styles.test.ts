import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, addressKeys, possibleAddressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { locatedPremises } from './located-premises.ts';
import { writeInEnglish } from './in-english.ts';
import { neighbours } from './neighbours.ts';
import { type SpelledPlace, type Spelling, place, spelling, writeAddress } from './spellings.ts';
import { mixedStyle, STYLES } from './styles.ts';
import { writeInStyle } from './write-in-style.ts';

const keyOf = (text: string) => addressKey(parseAddress(text));

const PLAIN: Spelling = {
  era: 'old',
  labels: 'full',
  number: 'Số ',
  slash: false,
  streetLabel: 'đường ',
  between: ', ',
  marks: 'kept',
  letters: 'kept',
  reversed: false,
  country: true,
  spaces: false,
};

describe('addressKey', () => {
  it('addressKey gives a place one key in all styles and most mixtures of them', () => {
    const addresses = fc.sample(locatedPremises, { numRuns: 40, seed: 20251231 });
    const mixed = fc.sample(mixedStyle, { numRuns: 20, seed: 42 });
    const lost = addresses.flatMap((at) => {
      const key = keyOf(writeInStyle(at, {}) ?? '');
      return [...Object.values(STYLES), ...mixed]
        .map((style) => writeInStyle(at, style))
        .filter((text) => text !== undefined && (key === undefined || keyOf(text) !== key));
    });
    expect(lost.length / (addresses.length * (Object.keys(STYLES).length + mixed.length))).toBeLessThan(0.002);
  });

  it('addressKey gives a place its key in English too', () => {
    const addresses = fc.sample(locatedPremises, { numRuns: 600, seed: 20251231 });
    const lost = addresses.flatMap((at) => {
      const text = writeInEnglish(at);
      return text === undefined || keyOf(text) === keyOf(writeInStyle(at, {}) ?? '') ? [] : [text];
    });
    expect(lost).toEqual([]);
  });

  it('addressKey never gives neighbours and namesakes one key, whatever their styles', () => {
    fc.assert(
      fc.property(neighbours, mixedStyle, mixedStyle, ([one, other], oneStyle, otherStyle) => {
        const key = keyOf(writeInStyle(one, oneStyle) ?? '');
        expect(key !== undefined && key === keyOf(writeInStyle(other, otherStyle) ?? '')).toBe(false);
      }),
      { numRuns: 1000, seed: 11 },
    );
  });

  it('addressKey gives 995 of 1,000 spellings of a place its key', () => {
    const places = fc.sample(place, { numRuns: 500, seed: 20251231 });
    const spellings = fc.sample(spelling, { numRuns: 1000, seed: 42 });
    const joined = spellings.filter((how, index) => {
      const at = places[index % places.length]!;
      const key = keyOf(writeAddress(at, PLAIN)) ?? '';
      // `Thái Bình, Hưng Yên` without a label may be today's ward or any place in the former city
      const read = parseAddress(writeAddress(at, how));
      return [...addressKeys(read), ...possibleAddressKeys(read)].includes(key);
    });
    expect(joined.length / spellings.length).toBeGreaterThan(0.995);
  });

  it('addressKey never gives two places one key, however they are spelt', () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('number', 'lane', 'street', 'commune'),
        place,
        spelling,
        spelling,
        (at, part, other, one, two) => {
          const moved: SpelledPlace =
            part === 'commune'
              ? { ...other, number: at.number, lane: at.lane, street: at.street }
              : { ...at, [part]: other[part] };
          fc.pre(part === 'commune' ? !isSameCommune(moved, at) : moved[part] !== at[part]);
          const key = keyOf(writeAddress(moved, two));
          expect(key === undefined || key !== keyOf(writeAddress(at, one))).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });
});

/** The communes that were merged into one new commune are one place afterwards. */
function isSameCommune(one: SpelledPlace, other: SpelledPlace): boolean {
  return one.newCommune === other.newCommune;
}
