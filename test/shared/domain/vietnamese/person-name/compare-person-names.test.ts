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

  it.each([
    ['Nguyễn Văn Hùng', 'NGUYEN VAN HUNG'],
    ['Nguyễn Văn Hùng', 'Nguyen Văn Hùng'],
    ['Nguyễn Văn Hùng', 'Nguyễn Van Hùng'],
    ['Nguyễn Văn Đức', 'Nguyễn Văn Duc'],
    ['Lý Thị Mỹ', 'Lí Thị Mĩ'],
    ['Đỗ Hoàng Quý', 'Đỗ Hòang Quí'],
    ['Trần Văn Năng', 'TranVanNang'],
    ['Trần Văn Năng', 'tranvannang'],
    ['Trần Văn Năng', 'Trần VănNăng'],
    ['Trần Văn Năng', 'Nang Van Tran'],
    ['Trần Văn Năng', 'Văn Năng Trần'],
    ['Mai Hiên Khuyến Bữu', 'Buu Hien Khuyen Mai'],
    ['Nguyễn Văn Hùng', 'NguyÔn V¨n Hïng'],
    ['Nguyễn Văn Hùng', 'Nguyeãn Vaên Huøng'],
    ['Nguyễn Thị Hoa', 'Bà Nguyễn Thị Hoa'],
    ['Nguyễn Văn Hùng (1980)', 'Nguyễn Văn Hùng sn 1980'],
    ['Nguyễn Văn Hùng (1980)', 'Nguyễn Văn Hùng (A)'],
    ['Nguyễn Văn Hùng (B)', 'Nguyễn Văn Hùng'],
    ['Anh Trần Minh', 'Trần Minh'],
  ])('the names %s and %s are a variation', (one, other) => {
    expect(compare(one, other).result).toBe('variation');
    expect(compare(other, one).result).toBe('variation');
  });

  it.each([
    ['Nguyễn Văn Hùng', 'Nguyeexn Vawn Hufng'],
    ['Nguyễn Văn Hùng', 'Nguye64n Va8n Hu2ng'],
    ['Nguyễn Văn Hùng', 'Nguyễnn Văn Hùng'],
    ['Nguyễn Văn Hùng', 'Nguyẽn Văn Hùng'],
    ['Nguyễn Văn Quốc', 'Nguyễn Văn Quôc'],
    ['Đặng Văn Lâm', 'Dặng Văn Lâm'],
    ['Mai Văn Hoàn', 'Mai Văn Honà'],
    ['Đỗ Thị Nhan', 'Đỗ Thị Nan'],
    ['Hoàng Thị Trí', 'Hàng Thị Trí'],
    ['Phan Thị Hoa', 'Phaan Thị Hoa'],
    ['Lê Phu Cương', 'Lê Phu Cơng'],
    ['Phạm Thị Nguyệt', 'PHAM THI NGUYETT'],
    ['Trần Văn Năng', 'Trần Năng'],
    ['Nguyễn Thị Ngọc Anh', 'NGUYEN NGOC ANH'],
    ['Đặng Thị Kim Thoại', 'Đặng Thoại'],
  ])('the names %s and %s are correctable', (one, other) => {
    expect(compare(one, other).result).toBe('correctable');
    expect(compare(other, one).result).toBe('correctable');
  });

  it.each([
    ['another birth year', 'Nguyễn Văn Hùng (1980)', 'Nguyễn Văn Hùng (1992)'],
    ['another birth year', 'Nguyễn Văn Hùng 1980', 'Nguyễn Văn Hùng sinh năm 1992'],
    ['another mark', 'Nguyễn Văn Hùng (A)', 'Nguyễn Văn Hùng (B)'],
    ['another mark', 'Nguyễn Văn Hùng (1)', 'Nguyễn Văn Hùng (2)'],
    ['a given name first, no word of address', 'Chi Mai Pham', 'Pham Mai'],
    ['a given name first, no word of address', 'Anh Hoang Tran', 'Tran Hoang'],
    ['given names alone', 'Khánh Minh Anh', 'Thanh Minh Anh'],
    ['given names alone', 'Linh Thu Hà', 'Minh Thu Hà'],
    ['another tone', 'Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
    ['another tone that no syllable has', 'Phạm Hạc Lộc', 'Phạm Hạc Lỗc'],
    ['a mark less in a name with marks', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoa'],
    ['another vowel', 'Nguyễn Thị Thu', 'Nguyễn Thị Thư'],
    ['one letter, another name', 'Nguyễn Thị Lan', 'Nguyễn Thị Loan'],
    ['one letter, another name, no marks', 'NGUYEN THI LAN', 'Nguyễn Thị Loan'],
    ['one letter, another name, no marks in either', 'NGUYEN THI THU', 'NGUYEN THI THUY'],
    ['one letter, another name', 'Nguyễn Văn Minh', 'Nguyễn Văn Ninh'],
    ['another family', 'Vũ Văn Nam', 'Võ Văn Nam'],
    ['another middle name', 'Nguyễn Văn Hùng', 'Nguyễn Đức Hùng'],
    ['middle and given name swapped', 'Nguyễn Ngọc Minh', 'Nguyễn Minh Ngọc'],
    ['two surnames swapped, both with marks', 'Mai Văn Hoàng', 'Hoàng Văn Mai'],
    ['a given name more', 'Nguyễn Thị Hồng', 'Nguyễn Thị Hồng Hà'],
    ['the family left out', 'Nguyễn Văn Hùng', 'Văn Hùng'],
    ['two of the commonest names left, two left out', 'Nguyễn Anh', 'Nguyễn Thị Ngọc Anh'],
    ['two typos', 'Nguyễn Văn Hùng', 'Nguyễnn Vănn Hùng'],
    ['nothing', '', 'Nguyễn Văn Hùng'],
    ['nothing in either', '', ''],
  ])('%s: the names %s and %s are two people', (_why, one, other) => {
    expect(compare(one, other).result).toBe('mismatch');
    expect(compare(other, one).result).toBe('mismatch');
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
