import { expect, it } from 'vitest';
import { rewrite, type Rewriting } from '#shared/domain/vietnamese/address/rewrite.ts';

it('rewritings follow one another, each on the text that those before it left', () => {
  const rewritings: readonly Rewriting[] = [
    [/a/gu, 'b'],
    [/b+/gu, (found = '') => String(found.length)],
  ];
  expect(rewrite('aab', rewritings)).toBe('3');
});

it.each([
  ['12 - 14', '12/14'],
  ['12 – 14', '12/14'],
  ['12 14', '12 14'],
])('a rewriting with two signs makes of “%s” the text “%s”', (text, expected) => {
  expect(rewrite(text, [[/ [-–] /gu, '/', '-–']])).toBe(expected);
});

it('a sign that an earlier rewriting wrote counts for the next one', () => {
  const rewritings: readonly Rewriting[] = [
    [/ to /gu, '-'],
    [/-/gu, '/', '-'],
  ];
  expect(rewrite('12 to 14', rewritings)).toBe('12/14');
});
