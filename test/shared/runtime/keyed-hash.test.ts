import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash, withNewHashKey } from '#shared/runtime/keyed-hash.ts';

const FIRST = 'a first key';
const { secret: TWO } = withNewHashKey(FIRST, 'a second key');
const { secret: THREE, version } = withNewHashKey(TWO, 'a third key');
const value = fc.string({ minLength: 1, maxLength: 30 });
const kind = fc.constantFrom('document', 'phone', 'account');

describe('a keyed reference', () => {
  it('a keyed reference carries its key’s version, is the same for the same value, and another for another key', () => {
    fc.assert(
      fc.property(kind, value, (of, text) => {
        const [one, two] = [keyedHash(FIRST), keyedHash(TWO, { writes: 2, asks: [1, 2] })];
        expect(one(of, text)).toMatch(/^k1-[\w-]{22}$/u);
        expect(two(of, text)).toMatch(/^k2-[\w-]{43}$/u);
        expect(one(of, text)).toBe(keyedHash(FIRST)(of, text));
        expect(two(of, text)).toBe(keyedHash(THREE, { writes: 2, asks: [2] })(of, text));
      }),
    );
  });

  it('a keyed reference is brought from any key to any other, anywhere in a text', () => {
    expect(version).toBe(3);
    const byVersion = [1, 2, 3].map((writes) => keyedHash(THREE, { writes, asks: [1, 2, 3] }));
    fc.assert(
      fc.property(kind, value, fc.nat(2), fc.nat(2), (of, text, from, to) => {
        const [a, b] = [byVersion[from], byVersion[to]];
        if (!a || !b) return;
        const ref = a(of, text);
        expect(b.renewed(ref)).toBe(b(of, text));
        expect(b.renewed(`document#${ref} and ${ref}`)).toBe(`document#${b(of, text)} and ${b(of, text)}`);
        expect(b.first(ref)).toBe(byVersion[0]?.(of, text));
        expect(b.forms(ref)).toEqual(byVersion.map((hash) => hash(of, text)));
      }),
    );
  });

  it('a change of key does not change a text that looks like a reference and that no key made', () => {
    const hash = keyedHash(TWO, { writes: 1, asks: [1, 2] });
    const other = keyedHash(withNewHashKey(FIRST, 'a stranger’s key').secret, { writes: 2, asks: [2] });
    const forged = other('document', '033085000123');
    for (const text of [forged, `k2-${'a'.repeat(43)}`, `k9-${'a'.repeat(43)}`, `k1-${'a'.repeat(43)}`, 'k2-x', 'k'])
      expect(hash.renewed(text)).toBe(text);
  });

  it('a keyed reference cannot be made with a key that the secret does not have', () => {
    expect(() => keyedHash(FIRST, { writes: 1, asks: [1, 2] })).toThrow('2');
    expect(() => keyedHash(TWO, { writes: 3, asks: [3] })).toThrow('3');
  });
});
