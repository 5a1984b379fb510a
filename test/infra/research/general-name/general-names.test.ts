import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { compareGeneralNames, parseGeneralName, latinise } from '#infra/research/general-name/parse-general-name.ts';

const GIVEN_PAIRS = 'test/data/pairs/general-pairs.csv';
const compare = (one: string, other: string) => compareGeneralNames(parseGeneralName(one), parseGeneralName(other));

describe('compareGeneralNames', () => {
  it.each(csvCases('compared-names.csv', import.meta))(
    'the general comparison says %s: %s | %s',
    (result, one, other) => {
      expect(compare(one, other).result).toBe(result);
      expect(compare(other, one).result).toBe(result);
    },
  );

  it.each([
    ['Boris Petersen', 'Anna Petersen'],
    ['B. Petersen', 'Anna Petersen'],
    ['Anna Johansson', 'Anna Petersen'],
    ['Petersen', 'Anna Petersen'],
    ['Acme Chile Ltd', 'Acme Ltd'],
    ['Acme Bank Ltd', 'Acme Insurance Ltd'],
    ['BD plc', 'BP plc'],
    ['', 'Anna Petersen'],
    ['...', '...'],
  ])('the general comparison distinguishes %s from %s', (one, other) => {
    expect(compare(one, other).result).toBe('mismatch');
    expect(compare(other, one).result).toBe('mismatch');
  });

  it('the general comparison accepts any two texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { result, score } = compare(one, other);
        expect(score >= 0.5).toBe(result !== 'mismatch');
        expect(compare(one, one).result === 'mismatch').toBe(parseGeneralName(one).words.length === 0);
      }),
    );
  });

  it('the general comparison has F1 of at least 0.8 on labelled pairs made by others', () => {
    const rows: Record<string, string>[] = parse(readFileSync(GIVEN_PAIRS), { columns: true });
    const said = rows.map((row) => ({
      same: row['is_match'] === 'true',
      saidSame: compare(row['name1']!, row['name2']!).result !== 'mismatch',
    }));
    const hits = said.filter(({ same, saidSame }) => same && saidSame).length;
    const errors = said.filter(({ same, saidSame }) => same !== saidSame).length;
    expect((2 * hits) / (2 * hits + errors)).toBeGreaterThanOrEqual(0.8);
  });
});

describe('latinise', () => {
  it.each([
    ['Сергей Щукин', 'sergey shchukin'],
    ['Ελένη', 'eleni'],
    ['Բարակ', 'barak'],
    ['Müller-Łoś', 'muller-los'],
    ['Đặng Straße', 'dang strasse'],
    ['東京', '東京'],
  ])('latinise writes %s as %s', (text, latin) => {
    expect(latinise(text)).toBe(latin);
  });
});
