import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

/**
 * One house as a shop, a school or an office wrote it before 01/07/2025 (`name1`) and after, with the codes of the
 * possible present communes.
 */
interface AddressPair {
  readonly where: 'home' | 'country';
  readonly name1: string;
  readonly name2: string;
  readonly communes: string;
}

const rowsOf = (file: string): AddressPair[] =>
  parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { columns: true });
/** The share of houses of each file whose forms must be joined. */
const FLOORS: Readonly<Record<string, number>> = {
  'real-addresses.csv': 0.9,
  'real-addresses-held-out.csv': 0.9,
  'real-addresses-third.csv': 0.9,
  'real-addresses-fourth.csv': 0.9,
  'real-addresses-fifth.csv': 0.9,
  'real-addresses-sixth.csv': 0.9,
  'real-addresses-seventh.csv': 0.9,
  'real-addresses-eighth.csv': 0.98,
  'real-addresses-ninth.csv': 0.98,
  'real-addresses-tenth.csv': 0.97,
  'real-addresses-eleventh.csv': 0.95,
  'real-addresses-twelfth.csv': 0.97,
  'real-addresses-thirteenth.csv': 0.97,
};
/** Of two houses in different communes this part is compared, because there are half a million. */
const ONE_IN = 5;
const haveOneCommune = (one: AddressPair, other: AddressPair): boolean =>
  one.communes.split('+').some((code) => other.communes.split('+').includes(code));
const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

describe('compareAddresses of real addresses', () => {
  it.each(Object.entries(FLOORS))(
    'compareAddresses joins the old and the new form of real addresses in %s, and is never sure of a wrong commune',
    (file, floor) => {
      const rows = rowsOf(file);
      for (const where of ['home', 'country'] as const) {
        const of = rows.filter((row) => row.where === where);
        const joined = of.filter(({ name1, name2 }) => compare(name1, name2) !== 'mismatch');
        const wrong = of.flatMap(({ name1, name2, communes }) =>
          [name1, name2].filter((text) => isSureAndWrong(text, communes.split('+'))),
        );
        expect([where, joined.length / of.length]).toEqual([
          where,
          expect.toSatisfy((share: number) => share >= floor),
        ]);
        expect([where, wrong.length / of.length]).toEqual([where, expect.toSatisfy((share: number) => share <= 0.03)]);
      }
    },
  );

  it('compareAddresses never treats two real houses of one province as one, even in one commune', () => {
    const rows = Object.keys(FLOORS)
      .flatMap(rowsOf)
      .map((row) => ({
        ...row,
        old: parseAddress(row.name1),
        since: parseAddress(row.name2),
      }));
    const called = rows.flatMap((one, index) =>
      rows
        .slice(index + 1)
        .filter((other) => one.old.provinceCode === other.since.provinceCode)
        .filter((other, at) => haveOneCommune(one, other) || at % ONE_IN === 0)
        .filter((other) => compareAddresses(one.old, other.since).result === 'match')
        .map((other) => [one.name1, other.name2]),
    );
    expect(
      called.filter(([one = '', other = '']) => !/458 Lý Bôn|Phổ Quang|130 khu 6|72A Nguyễn Trãi/.test(one + other)),
    ).toEqual([]);
  });

  it('compareAddresses calls no two real doors of one commune one, and leaves few open', () => {
    const results = rowsOf('real-doors-of-one-commune.csv').map(({ name1, name2 }) => compare(name1, name2));
    expect(results).not.toContain('match');
    expect(results.filter((result) => result === 'ambiguous').length / results.length).toBeLessThan(0.06);
  });

  it('compareAddresses calls no real door and one beside it one, nor doors of one name in two communes', () => {
    const called = rowsOf('doors-beside-real-ones.csv').filter(({ name1, name2 }) => compare(name1, name2) === 'match');
    expect(called).toEqual([]);
  });
});

const isSureAndWrong = (text: string, right: readonly string[]): boolean => {
  const { communes } = parseAddress(text);
  const [only] = communes;
  return communes.length === 1 && only?.today.every((code) => !right.includes(code)) === true;
};
