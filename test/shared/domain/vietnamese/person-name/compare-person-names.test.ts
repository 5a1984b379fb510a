import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePersonNames } from '#shared/domain/vietnamese/person-name/compare-person-names.ts';
import { SAME_PERSON_SCORE, SAME_PERSON_SCORE_QUALITY } from '#shared/domain/vietnamese/person-name/name-score.ts';
import { preparePersonName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { type NamePair, personPairs } from '#test/bench/name-pairs.ts';

const compare = (one: string, other: string) => comparePersonNames(preparePersonName(one), preparePersonName(other));
const GIVEN_PAIRS = 'test/data/pairs/vn-person-pairs.csv';

const quality = (pairs: readonly Omit<NamePair, 'kind'>[]) => {
  const said = pairs.map(({ one, other, same }) => ({ same, saidSame: compare(one, other).result !== 'mismatch' }));
  const count = (same: boolean, saidSame: boolean) =>
    said.filter((pair) => pair.same === same && pair.saidSame === saidSame).length;
  const hits = count(true, true);
  const wrong = count(false, true);
  return {
    precision: hits / (hits + wrong),
    recall: hits / (hits + count(true, false)),
    falseSame: wrong / (wrong + count(false, false)),
  };
};

describe('comparePersonNames', () => {
  it.each([
    ['Nguyễn Văn Hùng', '  NGUYỄN  VĂN  HÙNG '],
    ['Nguyễn Thị Thủy', 'Nguyễn Thị Thuỷ'],
    ['Đoàn Bội Thuý', 'Đòan Bội Thúy'],
    ['Đặng Văn Lâm', 'Ðặng Văn Lâm'],
    ['Trần Văn Năng', 'Trần-Văn-Năng'],
    ["H'Hen Niê", 'H’Hen Niê'],
  ])('the names %s and %s match', (one, other) => {
    expect(compare(one, other)).toEqual({ result: 'match', score: 1 });
    expect(compare(one.normalize('NFD'), other)).toEqual({ result: 'match', score: 1 });
  });

  it('comparePersonNames gives the same in either order, and stays on its side of the threshold', () => {
    for (const { one, other } of personPairs(3, 200)) {
      const { result, score } = compare(one, other);
      expect(compare(other, one)).toEqual({ result, score });
      expect(score >= SAME_PERSON_SCORE, `${one} | ${other}`).toBe(result !== 'mismatch');
    }
  });

  it('comparePersonNames compares any two texts, and a name with itself as the same', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { score } = compare(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const empty = preparePersonName(one).tokens.length === 0;
        expect(compare(one, one).result === 'mismatch').toBe(empty);
      }),
    );
  });

  it('comparePersonNames scores agreement on a rare name above agreement on a common one', () => {
    expect(compare('Khuất Thị Thoại', 'KHUAT THI THOAI').score).toBeGreaterThan(
      compare('Nguyễn Thị Anh', 'NGUYEN THI ANH').score,
    );
  });

  it('comparePersonNames has its stated quality, on other seeds too', () => {
    const measured = quality(personPairs(20_261_125, 400));
    expect(measured.precision).toBeCloseTo(SAME_PERSON_SCORE_QUALITY.precision, 3);
    expect(measured.recall).toBeCloseTo(SAME_PERSON_SCORE_QUALITY.recall, 3);
    expect(measured.falseSame).toBeCloseTo(SAME_PERSON_SCORE_QUALITY.falseSame, 3);
    for (const seed of [101, 202, 303]) {
      const other = quality(personPairs(seed, 300));
      expect(other.precision).toBeGreaterThan(0.995);
      expect(other.recall).toBeGreaterThan(0.98);
      expect(other.falseSame).toBeLessThan(0.005);
    }
  });

  it('comparePersonNames is right on labelled pairs made by others', () => {
    const rows: Record<string, string>[] = parse(readFileSync(GIVEN_PAIRS), { columns: true });
    const pairs = rows.map((row) => ({ one: row['name1']!, other: row['name2']!, same: row['is_match'] === 'true' }));
    const { precision, recall, falseSame } = quality(pairs);
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(falseSame).toBeLessThanOrEqual(0.005);
  });
});
