import { expect, it } from 'vitest';
import { memoise } from '#shared/runtime/memoise.ts';

it('memoise computes once for a text while few others come between, and never keeps more than its limit', () => {
  const asked: string[] = [];
  const of = memoise((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'b'].map(of)).toEqual(['A', 'B', 'A', 'B']);
  expect(asked).toEqual(['a', 'b']);
  expect(['c', 'a'].map(of)).toEqual(['C', 'A']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
