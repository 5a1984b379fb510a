import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { linkColumns, numberValues } from '#shared/domain/risk/rings/link-columns.ts';

const link = fc.record({
  companyIndex: fc.nat(9),
  kind: fc.constantFrom(...SHARED_KINDS),
  value: fc.oneof(fc.constantFrom('', 'a', 'b', '0912345678'), fc.string({ maxLength: 3 })),
});

describe('numberValues', () => {
  it('numberValues gives two links one number exactly where kind and value are the same', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 60 }), (links) => {
        const { numbers, firstLink } = numberValues(linkColumns(links));
        const keys = links.map(({ kind, value }) => `${kind}#${value}`);
        keys.forEach((key, at) => {
          expect(firstLink[numbers[at] ?? -1]).toBe(keys.indexOf(key));
        });
        expect(firstLink).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it('numberValues keeps thousands of values apart', () => {
    const links = Array.from({ length: 5000 }, (_, n) => ({
      companyIndex: n,
      kind: 'phone' as const,
      value: `09${n}`,
    }));
    expect(numberValues(linkColumns([...links, ...links])).firstLink).toHaveLength(5000);
  });
});
