import { expect, it } from 'vitest';
import { placeOf } from '#shared/runtime/log.ts';

const thrown = (message: string): Error => {
  try {
    throw new TypeError(message);
  } catch (error) {
    return error as Error;
  }
};

it('the place of an error is the file, line and column of its frames, the innermost first', () => {
  expect(placeOf(thrown('x'))).toMatch(/^place-of\.test\.ts:\d+:\d+(?: < [\w.-]+:\d+:\d+){0,5}$/u);
});

it('nothing of an error’s text is in its place, even where the text looks like frames', () => {
  const text = 'Nguyễn Văn A\n    at 033085000123.ts:1:2\n    at ask (033085000124.js:3:4)';
  const place = placeOf(thrown(text));
  expect(place).toMatch(/^place-of\.test\.ts/u);
  expect(place).not.toMatch(/03308500012/u);
});

it('an error without frames, whose text was changed, or that is none has no place', () => {
  const changed = thrown('first');
  expect(changed.stack).toContain('first');
  changed.message = 'second';
  const bare = Object.assign(thrown('x'), { stack: undefined });
  expect([placeOf(changed), placeOf(bare), placeOf('text')]).toEqual([undefined, undefined, undefined]);
});
