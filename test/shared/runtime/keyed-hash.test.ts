import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';

it('a keyed reference is the same for the same kind and value, and another for another kind or key', () => {
  fc.assert(
    fc.property(fc.constantFrom('document', 'phone'), fc.string({ minLength: 1, maxLength: 30 }), (kind, value) => {
      const reference = keyedHash('a key')(kind, value);
      expect(reference).toMatch(/^k1-[\w-]{22}$/u);
      expect(keyedHash('a key')(kind, value)).toBe(reference);
      expect(keyedHash('another key')(kind, value)).not.toBe(reference);
      expect(keyedHash('a key')('account', value)).not.toBe(reference);
    }),
  );
});
