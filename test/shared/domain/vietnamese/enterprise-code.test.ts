import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterpriseCheckDigit, parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';

const nine = fc
  .integer({ min: 10_000_001, max: 999_999_999 })
  .map((n) => String(n).padStart(9, '0'))
  .filter((text) => text.slice(2) !== '0000000');
const code = nine
  .filter((text) => enterpriseCheckDigit(text) !== undefined)
  .map((text) => `${text}${enterpriseCheckDigit(text)}`);

describe('parseEnterpriseCode', () => {
  it.each([
    ['0100112437', '0100112437', 'enterprise', false],
    ['0100230800', '0100230800', 'enterprise', false],
    [' 0100-112-437 ', '0100112437', 'enterprise', false],
    ['900189284', '0900189284', 'enterprise', true],
    ['900189284.0', '0900189284', 'enterprise', true],
    ['9.00189284E8', '0900189284', 'enterprise', true],
    ['0100112437-011', '0100112437-011', 'branch', false],
    ['0100112437011', '0100112437-011', 'branch', false],
    ['100112437011', '0100112437-011', 'branch', true],
    ['0100112437/011', '0100112437-011', 'branch', false],
    ['0100112437_011', '0100112437-011', 'branch', false],
    ['MST: 0100112437', '0100112437', 'enterprise', false],
    ['Mã số thuế 0100112437-011', '0100112437-011', 'branch', false],
    ['MSDN:900189284', '0900189284', 'enterprise', true],
    ['０１００１１２４３７', '0100112437', 'enterprise', false],
    ['033073666390', '033073666390', 'household', false],
    ['33073666390', '033073666390', 'household', true],
  ])('parseEnterpriseCode reads %s as %s', (text, canonical, kind, repaired) => {
    expect(parseEnterpriseCode(text)).toEqual({ ok: true, code: canonical, kind, repaired });
  });

  it.each([
    ['', 'empty'],
    ['01O0112437', 'characters'],
    ['9.00189E+08', 'characters'],
    ['0100112438', 'checksum'],
    ['0900000011', 'checksum'],
    ['0100000006', 'serial'],
    ['0100112437-000', 'suffix'],
    ['0100112437/1', 'suffix'],
    ['MST', 'characters'],
    ['900189285', 'length'],
    ['010011243', 'length'],
    ['03307366639', 'length'],
    ['09001892841234', 'length'],
    ['901', 'length'],
  ])('parseEnterpriseCode refuses %s for its %s', (text, why) => {
    expect(parseEnterpriseCode(text)).toEqual({ ok: false, why });
  });

  it('parseEnterpriseCode refuses every check digit where the weighted sum leaves 0', () => {
    for (const prefix of ['090000001', '090000013', '090000025', '090000037', '090000049']) {
      expect(enterpriseCheckDigit(prefix)).toBeUndefined();
      for (let digit = 0; digit < 10; digit += 1)
        expect(parseEnterpriseCode(`${prefix}${digit}`)).toEqual({ ok: false, why: 'checksum' });
    }
  });

  it('parseEnterpriseCode repairs a lost zero and refuses any other digit in the last place', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 9 }), (right, shift) => {
        expect(parseEnterpriseCode(right)).toMatchObject({ ok: true, code: right });
        const numeric = parseEnterpriseCode(String(Number(right)));
        expect(numeric.ok && numeric.code).toBe(right.startsWith('00') ? false : right);
        expect(parseEnterpriseCode(`${right.slice(0, 9)}${(Number(right[9]) + shift) % 10}`).ok).toBe(false);
      }),
    );
  });

  it('parseEnterpriseCode notices every single mistyped digit', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (right, at, shift) => {
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + shift) % 10}${right.slice(at + 1)}`;
        expect(parseEnterpriseCode(wrong).ok).toBe(false);
      }),
    );
  });
});
