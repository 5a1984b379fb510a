import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { enterpriseCheckDigit, parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';

const nine = fc
  .integer({ min: 10_000_001, max: 999_999_999 })
  .map((n) => String(n).padStart(9, '0'))
  .filter((text) => text.slice(2) !== '0000000');
const code = nine
  .filter((text) => enterpriseCheckDigit(text) !== undefined)
  .map((text) => `${text}${enterpriseCheckDigit(text)}`);

describe('parseEnterpriseCode', () => {
  it.each(csvCases('enterprise-codes.csv', import.meta))(
    'parseEnterpriseCode reads %s as %s',
    (text, canonical, kind, repaired) => {
      expect(parseEnterpriseCode(text)).toEqual({ ok: true, code: canonical, kind, repaired: repaired === 'true' });
    },
  );

  it.each(csvCases('enterprise-codes-refused.csv', import.meta))(
    'parseEnterpriseCode refuses %s for its %s',
    (text, why) => {
      expect(parseEnterpriseCode(text)).toEqual({ ok: false, why });
    },
  );

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
