import { expect, it } from 'vitest';
import { joinedWork } from '#shared/runtime/joined-work.ts';

it('those who come while work on a key runs have the next one together, and others do not wait', async () => {
  const join = joinedWork<number, string>();
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const come = (key: string, caller: number) =>
    join(key, caller, async (callers) => {
      begun.push(`${key} ${callers.join('+')}`);
      await new Promise<void>((end) => ends.push(end));
      return callers.join('+');
    });
  const first = come('a', 1);
  await Promise.resolve();
  await Promise.resolve();
  const later = [come('a', 2), come('a', 3), come('b', 4)];
  await expect.poll(() => begun).toEqual(['a 1', 'b 4']);
  ends.splice(0).forEach((end) => end());
  expect(await first).toBe('1');
  await expect.poll(() => begun).toEqual(['a 1', 'b 4', 'a 2+3']);
  ends.splice(0).forEach((end) => end());
  expect(await Promise.all(later)).toEqual(['2+3', '2+3', '4']);
});

it('an error is that of its own callers, and the next work is done all the same', async () => {
  const join = joinedWork<number, number>();
  const failing = join('a', 1, () => Promise.reject(new RangeError('not possible now')));
  await Promise.resolve();
  await Promise.resolve();
  const next = join('a', 2, async ([caller = 0]) => caller);
  await expect(failing).rejects.toThrow('not possible now');
  expect(await next).toBe(2);
});
