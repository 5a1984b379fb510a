import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash, newestKeyPlan, withNewHashKey } from '#shared/runtime/keyed-hash.ts';

const FIRST = 'a first key';
const { secret: TWO } = withNewHashKey(FIRST, 'a second key');
const household = fc.stringMatching(/^\d{12}$/u);
const hash = keyedHash(FIRST);

describe('the code of a household business in a message', () => {
  it('a sealed message does not contain the code, is the same each time, and is opened to its original', () => {
    fc.assert(
      fc.property(household, (code) => {
        const body = JSON.stringify({ enterpriseCode: code, part: { after: `2025-12-31#${code}` } });
        const sealed = hash.sealed(body);
        expect(sealed).not.toContain(code);
        expect(hash.sealed(body)).toBe(sealed);
        expect(hash.opened(sealed)).toBe(body);
      }),
    );
  });

  it('codes of enterprises, references and days stay as they are', () => {
    const body = JSON.stringify({
      enterpriseCode: '0900189284-001',
      of: '0900189284',
      at: '2025-12-31T03:00:00Z',
      n: 1,
    });
    expect(hash.sealed(body)).toBe(body);
    const reference = hash('account', '033085000123');
    expect(hash.sealed(reference)).toBe(reference);
  });

  it('a message from before a change of the key is opened after it, and one sent meanwhile by all functions', () => {
    const body = '{"enterpriseCode":"033085000123"}';
    const [asking, writing, after] = [
      keyedHash(TWO, { writes: 1, asks: [1, 2] }),
      keyedHash(TWO, { writes: 2, asks: [1, 2] }),
      keyedHash(TWO, { writes: 2, asks: [2] }),
    ];
    for (const one of [asking, writing, after]) expect(one.opened(hash.sealed(body))).toBe(body);
    for (const one of [asking, writing, keyedHash(TWO, newestKeyPlan(TWO))])
      expect(hash.opened(one.sealed(body))).toBe(body);
    expect(after.sealed(body)).not.toBe(hash.sealed(body));
  });

  it('a code that another key sealed, or that was never sealed, is left as it is', () => {
    const foreign = keyedHash('another').sealed('033085000123');
    for (const text of [foreign, `s1-${'a'.repeat(32)}`, `s9-${'a'.repeat(32)}`]) expect(hash.opened(text)).toBe(text);
  });
});
