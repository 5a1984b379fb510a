import { describe, expect, it } from 'vitest';
import { csvRows } from '#test/support/csv-cases.ts';
import { comparePersonNames } from '#shared/domain/vietnamese/person-name/compare-person-names.ts';
import { preparePersonName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';

const compare = (one: string, other: string) =>
  comparePersonNames(preparePersonName(one), preparePersonName(other)).result;

/** Written by hand, the way officers type: each verdict is what an investigator would say of the pair. */
describe('names as they are typed', () => {
  it.each(csvRows('typed-names.csv', import.meta))(
    'the typed names $name1 and $name2 are a $result',
    ({ name1 = '', name2 = '', result }) => {
      expect(compare(name1, name2)).toBe(result);
      expect(compare(name2, name1)).toBe(result);
      expect(compare(name1.normalize('NFD'), name2)).toBe(result);
    },
  );
});
