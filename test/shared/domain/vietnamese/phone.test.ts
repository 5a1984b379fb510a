import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';

const mobile = fc
  .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([prefix, rest]) => `${prefix}${String(rest).padStart(8, '0')}`);

describe('parsePhones', () => {
  it.each([
    ['0912345678', ['0912345678']],
    ['0912.345.678', ['0912345678']],
    ['+84 912 345 678', ['0912345678']],
    ['+84 (0)912 345 678', ['0912345678']],
    ['0084912345678', ['0912345678']],
    ['84912345678', ['0912345678']],
    ['912345678', ['0912345678']],
    ['912345678.0', ['0912345678']],
    ['9.12345678E8', ['0912345678']],
    ['01662345678', ['0362345678']],
    ['01232345678', ['0832345678']],
    ['+841662345678', ['0362345678']],
    ['0912345678 / 0987654321', ['0912345678', '0987654321']],
    ['0912345678;0987654321', ['0912345678', '0987654321']],
    ['0912 345 678 - 0987 654 321', ['0912345678', '0987654321']],
    ['0912 345 678 0987 654 321', ['0912345678', '0987654321']],
    ['0912345678 hoặc 0912.345.678', ['0912345678']],
    ['0912345678 va 0987654321', ['0912345678', '0987654321']],
    ['0912345678 HOAC 0987654321', ['0912345678', '0987654321']],
    ['(84-221) 3862345', ['02213862345']],
    ['ĐT: 0912345678; Fax: 0221 3862345', ['0912345678', '02213862345']],
    ['0221 3862345 ext. 12', ['02213862345']],
    ['+1 408 555 1234', []],
    ['0000000000', []],
    ['(0221) 3 862 345', ['02213862345']],
    ['0321.3862345', ['02213862345']],
    ['0221-3862345 máy lẻ 12', ['02213862345']],
    ['ĐT: 0912345678', ['0912345678']],
    ['1900 1234', ['19001234']],
    ['', []],
    ['không có', []],
    ['12345', []],
    ['091234567890', []],
  ])('parsePhones reads %s as %j', (text, phones) => {
    expect(parsePhones(text)).toEqual(phones);
  });

  it('parsePhones gives one number for all its spellings', () => {
    fc.assert(
      fc.property(mobile, (phone) => {
        const rest = phone.slice(1);
        const spellings = [
          phone,
          rest,
          `+84${rest}`,
          `84${rest}`,
          `0084 ${rest}`,
          `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`,
          `${phone}.0`,
        ];
        expect(spellings.flatMap(parsePhones)).toEqual(spellings.map(() => phone));
      }),
    );
  });

  it('parsePhones finds both of two phones, whatever is between them', () => {
    fc.assert(
      fc.property(mobile, mobile, fc.constantFrom('/', ' / ', ';', ', ', ' - ', ' '), (one, other, between) => {
        expect(parsePhones(`${one}${between}${other}`)).toEqual([...new Set([one, other])]);
      }),
    );
  });
});
