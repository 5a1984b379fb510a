import { describe, expect, it } from 'vitest';
import { runTime } from '#functions/1-read-file/run-time.ts';

describe('the time of a reader', () => {
  it.each([
    { computedMs: 0, wentIntoReading: false },
    { computedMs: 119_000, wentIntoReading: false },
    { computedMs: 121_000, wentIntoReading: true },
    { computedMs: 260_000, wentIntoReading: true },
  ])('four minutes with $computedMs ms of processor time were spent on reading: $wentIntoReading', (given) => {
    let [remaining, computed] = [300_000, 5_000_000];
    const time = runTime(
      () => remaining,
      () => computed,
    );
    expect(time.isLeft()).toBe(true);
    [remaining, computed] = [60_000, computed + given.computedMs];
    expect(time.isLeft()).toBe(false);
    expect(time.wentIntoReading()).toBe(given.wentIntoReading);
  });
});
