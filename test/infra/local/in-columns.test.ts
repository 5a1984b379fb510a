import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inColumns } from '#infra/local/in-columns.ts';

it('a long line is broken between words, and its rest is indented to the column of its text', () => {
  const option = `  --key    ${'khóa công khai '.repeat(8).trim()}`;
  const lines = inColumns(`Cách dùng: npm run x\n${option}`).split('\n');
  expect(lines[0]).toBe('Cách dùng: npm run x');
  expect(lines.every((line) => line.length <= 80)).toBe(true);
  expect(lines.slice(2).every((line) => line.startsWith(' '.repeat(11)) && line[11] !== ' ')).toBe(true);
});

it('the rest of an indented sentence begins in the column in which the sentence begins', () => {
  const [first, ...rest] = inColumns(`  ${'khóa công khai '.repeat(8).trim()}`).split('\n');
  expect(first).toMatch(/^ {2}khóa/u);
  expect(rest).not.toEqual([]);
  expect(rest.every((line) => /^ {2}\S/u.test(line))).toBe(true);
});

it('no word of a text is lost or changed, and only a line of one longer word has more than 80 columns', () => {
  const word = fc.stringMatching(/^[a-zđ[\]|-]{1,90}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const broken = inColumns(words.join(' '));
      expect(broken.split(/\s+/u).filter(Boolean)).toEqual(words);
      for (const line of broken.split('\n'))
        expect(
          line.length <= 80 ||
            line
              .trim()
              .split(' ')
              .some((one) => one.length > 70),
        ).toBe(true);
    }),
  );
});
