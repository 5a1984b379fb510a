import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

const household = fc.stringMatching(/^\d{12}$/u);
const hash = keyedHash('a key');

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

  it('a code that another key sealed, or that was never sealed, is left as it is', () => {
    const foreign = keyedHash('another').sealed('033085000123');
    for (const text of [foreign, `s1-${'a'.repeat(32)}`, `s9-${'a'.repeat(32)}`]) expect(hash.opened(text)).toBe(text);
  });
});
