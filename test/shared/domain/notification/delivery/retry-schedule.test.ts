import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttemptAfter } from '#shared/domain/notification/delivery/next-delivery.ts';

const START = Date.parse('2026-03-02T01:00:00.000Z');
const since = new Date(START).toISOString();

/** The times of all attempts, in seconds since the first, where each fails at once. */
function attempts(random: () => number): number[] {
  const at = [0];
  for (;;) {
    const now = new Date(START + (at.at(-1) ?? 0) * 1000);
    const next = nextAttemptAfter({ attempts: at.length, since }, now, random());
    if (next === undefined) return at;
    at.push((Date.parse(next) - START) / 1000);
  }
}

describe('nextAttemptAfter', () => {
  it('nextAttemptAfter follows the example of the Standard Webhooks specification after three quick retries: twelve attempts in 75 h 36 min 20 s', () => {
    const waits = [0, 5, 15, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    const planned = waits.map((_, n) => waits.slice(0, n + 1).reduce((sum, wait) => sum + wait, 0));
    expect(attempts(() => 0)).toEqual(planned);
    expect(planned.at(-1)).toBe(75 * 3600 + 36 * 60 + 20);
  });
  it('nextAttemptAfter makes four tries within a minute and a half, so that one failed call in three hardly delays a notice', () => {
    for (const random of [0, 0.5, 1]) expect(attempts(() => random)[3]).toBeLessThanOrEqual(90);
  });
  it('nextAttemptAfter makes twelve attempts over no less than 75 hours and no more than 84, whatever the jitter', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const at = attempts(() => stream.next().value ?? 0);
        expect(at).toHaveLength(12);
        expect(at.at(-1)).toBeGreaterThanOrEqual(75 * 3600);
        expect(at.at(-1)).toBeLessThan(84 * 3600);
      }),
    );
  });
  it('nextAttemptAfter continues for its 75 hours even if probes used its attempts early', () => {
    const tried = { attempts: 30, since };
    expect(nextAttemptAfter(tried, new Date(START + 3600_000), 0)).toBe('2026-03-03T02:00:00.000Z');
    expect(nextAttemptAfter(tried, new Date(START + 76 * 3600_000), 0)).toBeUndefined();
  });
});
