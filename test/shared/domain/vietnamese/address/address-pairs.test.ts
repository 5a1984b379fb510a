import { describe, expect, it } from 'vitest';
import { csvRows } from '#test/support/csv-cases.ts';
import { addressKey, addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const keysOf = (text: string) => addressKeys(parseAddress(text));
const inCommon = (one: string, other: string) => keysOf(one).filter((key) => keysOf(other).includes(key));

/** Joined words are divided at their capitals. */
const inCase = (text: string, cased: string) => (/\p{Ll}\p{Lu}/u.test(text) ? text : cased);
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => inCase(text, text.toUpperCase()),
  (text) => inCase(text, text.toLowerCase()),
  (text) => `  ${text.replaceAll(' ', '\u00A0 ')}\n`,
];

/** As banks, officers, agents and foreigners write two addresses. */
describe('the keys of two addresses', () => {
  it.each(csvRows('address-pairs.csv', import.meta))(
    '$name1 and $name2 are the $result address',
    ({ name1 = '', name2 = '', result }) => {
      const forms = result === 'same' ? FORMS : FORMS.slice(0, 1);
      for (const form of forms)
        expect([form(name1), inCommon(form(name1), name2).length > 0]).toEqual([form(name1), result === 'same']);
    },
  );
});

/** Each place as officers, banks and swindlers spell it; no two numbers are one place. */
describe('the keys of places', () => {
  const places = [...Map.groupBy(csvRows('places.csv', import.meta), ({ place }) => place).values()].map((rows) =>
    rows.map(({ text = '' }) => text),
  );

  it.each(places)('one place has one key however it is spelt: %s', (first, ...others) => {
    expect(addressKey(parseAddress(first))).toBeDefined();
    for (const text of others) expect([text, keysOf(text)]).toEqual([text, expect.arrayContaining([...keysOf(first)])]);
  });

  it('all places of the list have their own key', () => {
    expect(new Set(places.map(([first = '']) => addressKey(parseAddress(first)))).size).toBe(places.length);
  });
});
