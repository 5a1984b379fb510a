import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { type FoundBy, foundByIn, foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import { searchCompanies } from '#shared/domain/vietnamese/search/search-companies.ts';

const NOTHING: FoundBy = { people: [], address: '', phones: [], accounts: [] };
const company = (enterpriseCode: string, name: string, by: Partial<FoundBy> = {}) => ({
  enterpriseCode,
  name,
  foundBy: foundByText({ ...NOTHING, ...by }),
});
const COMPANIES = [
  company('0901234567', 'CÔNG TY TNHH THƯƠNG MẠI BẢO THỊNH', {
    people: ['Nguyễn Thị Hồng Nhung', 'Đỗ Văn Đức'],
    address: 'Số 12, ngõ 5, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên',
    phones: ['0912345678'],
    accounts: ['970436:0011002233445'],
  }),
  company('0907654321', 'CÔNG TY TNHH THƯƠNG MẠI BẢO THANH', { people: ['Nguyễn Thị Hồng'] }),
  company('0900000011', 'CÔNG TY CỔ PHẦN THỊNH PHÁT', { address: 'Thôn Bảo, Xã Tân Việt' }),
  company('0900000022', 'HỘ KINH DOANH TRẦN KIM YẾN', { people: ['Trần Kim Yến'] }),
];
const first = (text: string) => searchCompanies(text, COMPANIES, 10)[0];

describe('searchCompanies', () => {
  it.each(csvCases('searched.csv', import.meta))('“%s” finds the company first, by its %s', (text, field) => {
    expect(first(text)).toMatchObject({ enterpriseCode: '0901234567', why: { field } });
  });

  it('a short word with a slip of the key is found', () => {
    expect(first('tran km yen')?.enterpriseCode).toBe('0900000022');
  });

  it('the same name with its marks comes before one that is only like it', () => {
    expect(searchCompanies('bảo thanh', COMPANIES, 10).map(({ name }) => name)).toEqual([
      'CÔNG TY TNHH THƯƠNG MẠI BẢO THANH',
      'CÔNG TY TNHH THƯƠNG MẠI BẢO THỊNH',
    ]);
  });

  it.each(['', ' ', '.', 'quang minh', '9999999', '123'])('“%s” finds nothing', (text) => {
    expect(searchCompanies(text, COMPANIES, 10)).toEqual([]);
  });

  it.each([
    ['kim viet dung xay', 'XÂY DỰNG VIỆT KIM', 'VẬT LIỆU XÂY DỰNG VIỆT ĐẠT KIM'],
    ['gia thanh mac may', 'MAY MẶC THÀNH GIA', 'MAY MẶC GIA THÀNH PHÁT'],
  ])('“%s” finds the name of just these words before one with more or other words', (text, own, other) => {
    const both = [other, own].map((name, n) => company(`090000002${n}`, `CÔNG TY TNHH ${name}`));
    expect(searchCompanies(text, [...COMPANIES, ...both], 10)[0]?.name).toBe(`CÔNG TY TNHH ${own}`);
  });

  it('no more companies are found than are asked for, each once', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      company(`09000001${n}`, 'CÔNG TY TNHH AN BÌNH', { people: ['An Bình'] }),
    );
    const found = searchCompanies('an bình', many, 20);
    expect(new Set(found.map(({ enterpriseCode }) => enterpriseCode)).size).toBe(20);
  });
});

describe('foundByText', () => {
  it('foundByText keeps what a company is found by, without what would look like another value', () => {
    const by = { people: ['A|B\nC'], address: '', phones: ['0912345678', '0912345678'], accounts: [] };
    expect(foundByIn(foundByText(by))).toEqual({ ...by, people: ['A B C'], phones: ['0912345678'] });
    expect(foundByIn('')).toEqual(NOTHING);
  });
});
