import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAttributes, toAttributes } from '#infra/local/tables/serve-tables.ts';

describe('an attribute value', () => {
  it('a value is the same after conversion to DynamoDB’s form and back', () => {
    const text = fc.string({ unit: 'grapheme' });
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('any')),
        fc.dictionary(
          text.filter((name) => name !== '__proto__'),
          tie('any'),
          { noNullPrototype: true },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        expect(fromAttributes(JSON.parse(JSON.stringify(toAttributes({ one }))))).toEqual({ one });
      }),
    );
  });
});
