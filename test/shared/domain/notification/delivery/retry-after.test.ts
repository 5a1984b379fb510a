import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '#shared/domain/notification/delivery/judge-answer.ts';

const now = new Date('2026-03-02T01:00:00.000Z');

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    [' 120 ', 120],
    ['86400', 86_400],
    ['99999999', 86_400],
    ['Mon, 02 Mar 2026 01:05:00 GMT', 300],
    ['Mon, 02 Mar 2026 00:00:00 GMT', 0],
    ['Fri, 02 Mar 2096 00:00:00 GMT', 86_400],
  ])('Retry-After %s asks for %i seconds', (text, seconds) => {
    expect(parseRetryAfter(text, now)).toBe(seconds);
  });
  it.each([undefined, '', '-5', '1.5', 'soon', '2026-03-02', 'Mon, 99 Mar 2026 01:05:00 GMT', '1e3'])(
    'Retry-After %s asks for nothing',
    (text) => {
      expect(parseRetryAfter(text, now)).toBeUndefined();
    },
  );
  it('an instant in Retry-After is read by the server’s clock', () => {
    const until = 'Mon, 02 Mar 2026 01:05:00 GMT';
    expect(parseRetryAfter(until, now, 'Mon, 02 Mar 2026 01:03:00 GMT')).toBe(120);
    expect(parseRetryAfter(until, now, 'Mon, 02 Mar 2026 00:35:00 GMT')).toBe(1800);
    expect(parseRetryAfter('60', now, 'Mon, 02 Mar 2026 00:35:00 GMT')).toBe(60);
    for (const broken of ['yesterday', 'Mon, 99 Mar 2026 01:03:00 GMT']) {
      expect(parseRetryAfter(until, now, broken)).toBe(300);
    }
  });
  it('parseRetryAfter never gives more than a day', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat().map(String),
          fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
        ),
        (text) => {
          const wait = parseRetryAfter(text, now) ?? 0;
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(86_400);
        },
      ),
    );
  });
});
