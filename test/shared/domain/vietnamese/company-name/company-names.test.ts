import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases, csvRows } from '#test/support/csv-cases.ts';
import { compareCompanyNames } from '#shared/domain/vietnamese/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/vietnamese/company-name/parse-company-name.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { brandWord, company, writeCompanyName, writing } from './writings.ts';

const GIVEN_PAIRS = '../../../../data/pairs/vn-company-pairs.csv';
const compare = (one: string, other: string) => compareCompanyNames(parseCompanyName(one), parseCompanyName(other));
const parts = (text: string) => {
  const { unit, form, trades, brand } = parseCompanyName(text);
  return {
    unit,
    form,
    trades: trades.map((trade) => trade.text),
    brand: brand.map((token) => token.text).join(' '),
  };
};

describe('parseCompanyName', () => {
  it.each([
    ['Công ty TNHH Thương mại và Dịch vụ Hòa Phát', 'TNHH', ['thương mại', 'dịch vụ'], 'hòa phát'],
    ['CTY TNHH MTV SX-TM & XNK Phát Triển Xanh', 'TNHH1TV', ['sx', 'tm', 'xnk', 'phát triển'], 'xanh'],
    ['C.TY T.N.H.H 1 thành viên "Minh Quân".', 'TNHH1TV', [], 'minh quân'],
    ['Công ty trách nhiệm hữu hạn hai thành viên trở lên An Phát', 'TNHH2TV', [], 'an phát'],
    ['CTCP Tập đoàn Hoà Phát', 'CP', ['tập đoàn'], 'hòa phát'],
    ['CONG TY CO PHAN VAN TAI HAI VI', 'CP', ['vận tải'], 'hai vi'],
    ['Công ty TNHH Văn Tài', 'TNHH', [], 'văn tài'],
    ['Công ty TNHH Xây dựng', 'TNHH', [], 'xây dựng'],
    ['Công ty TNHH Minh Anh Logistics Vận tải', 'TNHH', ['vận tải'], 'minh anh logistics'],
    ['DNTN TMDV Tiến Phát', 'DNTN', ['tm', 'dv'], 'tiến phát'],
    ['HTX Nông nghiệp Tân Lập', 'HTX', ['nông nghiệp'], 'tân lập'],
    ['Hoa Phat Joint Stock Company', 'CP', [], 'hoa phat'],
    ['HOA PHAT CO., LTD', 'TNHH', [], 'hoa phat'],
    ['Công ty Sông Đà 2', 'CTY', [], 'sông đà 2'],
    ['Hòa Phát', undefined, [], 'hòa phát'],
    ['CT Group', undefined, [], 'ct group'],
    ['', undefined, [], ''],
  ])('parseCompanyName reads %s', (text, form, trades, brand) => {
    expect(parts(text)).toEqual({ unit: 'company', form, trades, brand });
  });

  it.each([
    ['Chi nhánh Công ty TNHH Hòa Phát tại tỉnh Hưng Yên', 'branch', 'hưng yên', 'hòa phát'],
    ['CN CTY TNHH VAN TAI HOA PHAT', 'branch', '', 'hoa phat'],
    ['Công ty TNHH TM - CN Hòa Phát', 'company', '', 'hòa phát'],
    ['Công ty TNHH TM - DV Hòa Phát - CN TP. HCM', 'branch', 'hồ chí minh', 'hòa phát'],
    ['VPĐD tại Hà Nội - Cty CP Hòa Phát', 'office', 'hà nội', 'hòa phát'],
    ['ĐĐKD số 01 Công ty CP Hòa Phát', 'place', '1', 'hòa phát'],
    ['Hoa Phat Co., Ltd - Hung Yen Branch', 'branch', 'hung yen', 'hoa phat'],
  ])('parseCompanyName reads the name %s', (text, unit, where, brand) => {
    const name = parseCompanyName(text);
    const words = (tokens: typeof name.brand) => tokens.map((token) => token.text).join(' ');
    expect([name.unit, words(name.where), words(name.brand)]).toEqual([unit, where, brand]);
  });

  it('parseCompanyName does not take short forms in capitals for an old font', () => {
    expect(parseCompanyName('Công ty CP ĐT&XD 18')).toMatchObject({ form: 'CP', repairedFrom: undefined });
  });

  it('parseCompanyName reads a branch, an old font, and typing keys', () => {
    expect(parts('Chi nhánh Công ty TNHH Hòa Phát').unit).toBe('branch');
    expect(parseCompanyName('C«ng ty TNHH Hoµ Ph¸t')).toMatchObject({ form: 'TNHH', repairedFrom: 'TCVN3' });
    expect(parts('Coong ty TNHH Hoaf Phats').brand).toBe('hòa phát');
  });

  it('parseCompanyName reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseCompanyName(text).rest.length).toBeGreaterThanOrEqual(parseCompanyName(text).brand.length);
      }),
    );
  });
});

describe('compareCompanyNames', () => {
  it.each(csvCases('compared-names.csv', import.meta))(
    'the company comparison says %s: %s | %s',
    (result, one, other) => {
      expect(compare(one, other)).toMatchObject({ result, lookAlike: false });
      expect(compare(other, one)).toMatchObject({ result, lookAlike: false });
      expect(compare(one, other).score).toBeGreaterThanOrEqual(0.5);
    },
  );

  it.each(csvCases('two-companies.csv', import.meta))(
    'the company comparison says of %s that they are two companies (look-alike: %s): %s | %s',
    (_why, said, one, other) => {
      const lookAlike = said === 'true';
      expect(compare(one, other)).toMatchObject({ result: 'mismatch', lookAlike });
      expect(compare(other, one)).toMatchObject({ result: 'mismatch', lookAlike });
    },
  );

  it.each(csvRows('name-pairs.csv', import.meta))(
    '$name1 and $name2 are names of the $result company',
    ({ name1 = '', name2 = '', result }) => {
      const found = compare(name1, name2).result;
      expect(found === 'mismatch').toBe(result === 'other');
      expect(compare(name2, name1).result).toBe(found);
    },
  );

  it('compareCompanyNames recognises a company however form, trades and marks are written, and no other brand', () => {
    fc.assert(
      fc.property(company, writing, writing, brandWord, (at, one, other, word) => {
        const left = writeCompanyName(at, one);
        expect([left, writeCompanyName(at, other), compare(left, writeCompanyName(at, other)).result]).not.toContain(
          'mismatch',
        );
        fc.pre(!at.brand.some((own) => foldMarks(own) === foldMarks(word)));
        const another = { ...at, brand: [...at.brand.slice(1), word] };
        expect(compare(left, writeCompanyName(another, other)).result).toBe('mismatch');
      }),
      { numRuns: 2000, seed: 20251231 },
    );
  });

  it('compareCompanyNames is right on labelled pairs made by others', () => {
    const rows = csvRows(GIVEN_PAIRS, import.meta);
    const wrong = rows.filter(
      (row) => (compare(row['name1']!, row['name2']!).result !== 'mismatch') !== (row['is_match'] === 'true'),
    );
    expect(wrong.length / rows.length).toBeLessThan(0.03);
  });
});
