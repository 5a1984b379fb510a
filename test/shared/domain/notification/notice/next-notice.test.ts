import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import {
  type RequiredNotice,
  nextNotice,
  reviewFrom,
  type CurrentNotice,
} from '#shared/domain/notification/notice/next-notice.ts';

const today = '2026-03-01';
const inForce: CurrentNotice = { sequence: 4, state: 'in_force', fingerprint: 'a', expiresOn: '2026-08-28' };
const until = (expiresOn: string | undefined): CurrentNotice => ({ ...inForce, expiresOn });
const ended = (state: 'withdrawn' | 'expired'): CurrentNotice => ({ ...inForce, state, fingerprint: '' });
const content = (fingerprint: string, expiresOn?: string): RequiredNotice => ({ fingerprint, expiresOn });

describe('the next notice of a case', () => {
  it.each<[string, CurrentNotice | undefined, RequiredNotice, string]>([
    ['the first content is issued', undefined, content('a'), 'issue'],
    ['nothing due where nothing stands', undefined, 'nothing', 'none'],
    ['nothing known where nothing stands', undefined, 'unknown', 'none'],
    ['the same content, its end far away', inForce, content('a', '2026-09-30'), 'none'],
    ['the same content, its end near', until('2026-03-10'), content('a', '2026-08-28'), 'renew'],
    ['the same content, its end past', until('2026-02-10'), content('a', '2026-08-28'), 'renew'],
    ['the same content that ends earlier than the notice that was sent', inForce, content('a', '2026-04-01'), 'update'],
    ['the same content that has come to have an end', until(undefined), content('a', '2026-04-01'), 'update'],
    ['the same content that has no end any more', inForce, content('a'), 'renew'],
    ['the same content without an end', until(undefined), content('a'), 'none'],
    ['another content', inForce, content('b', '2026-08-28'), 'update'],
    ['nothing due any more', inForce, 'nothing', 'withdraw'],
    ['nothing due any more, on its last day', until(today), 'nothing', 'withdraw'],
    ['nothing due any more, after its last day', until('2026-02-28'), 'nothing', 'expire'],
    ['nothing known any more, before its last day', inForce, 'unknown', 'none'],
    ['nothing known any more, after its last day', until('2026-02-28'), 'unknown', 'expire'],
    ['a withdrawn one is due again', ended('withdrawn'), content('a'), 'issue'],
    ['an expired one is due again', ended('expired'), content('a'), 'issue'],
    ['an expired one is not due', { ...until('2026-02-28'), state: 'expired' }, 'nothing', 'none'],
  ])('the next notice of a case is decided: %s', (_what, standing, due, action) => {
    const sequence = (standing?.sequence ?? 0) + 1;
    expect(nextNotice(standing, due, today)).toEqual(action === 'none' ? { action } : { action, sequence });
  });

  it('a notice in force is renewed twice a year, although it is reviewed every day', () => {
    const term = 180;
    let [sequence, expiresOn] = [1, addDays(today, term)];
    for (let day = 0; day < 720; day += 1) {
      const now = addDays(today, day);
      const due = { fingerprint: 'a', expiresOn: addDays(now, term) };
      const next = nextNotice({ sequence, state: 'in_force', fingerprint: 'a', expiresOn }, due, now);
      if (next.action === 'none') continue;
      expect(next.action).toBe('renew');
      expect(now >= reviewFrom(expiresOn)).toBe(true);
      [sequence, expiresOn] = [next.sequence, due.expiresOn];
    }
    expect(sequence).toBe(5);
  });

  it('a notice has rising sequences, repeats no content, and never stays in force after its end', () => {
    const step = fc.record({
      days: fc.integer({ min: 0, max: 60 }),
      due: fc.oneof(
        fc.constantFrom<RequiredNotice>('nothing', 'unknown'),
        fc.record({ fingerprint: fc.constantFrom('a', 'b'), term: fc.constantFrom(10, 90, 180) }),
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let standing: CurrentNotice | undefined;
        let now = today;
        for (const { days, due } of steps) {
          now = addDays(now, days);
          const dueNow =
            typeof due === 'object' && 'term' in due
              ? { fingerprint: due.fingerprint, expiresOn: addDays(now, due.term) }
              : due;
          const next = nextNotice(standing, dueNow, now);
          if (next.action !== 'none') {
            expect(next.sequence).toBe((standing?.sequence ?? 0) + 1);
            const ends = next.action === 'withdraw' || next.action === 'expire';
            const state = next.action === 'withdraw' ? 'withdrawn' : next.action === 'expire' ? 'expired' : 'in_force';
            standing = { sequence: next.sequence, state, fingerprint: '', expiresOn: standing?.expiresOn };
            if (!ends && typeof dueNow === 'object') standing = { ...standing, ...dueNow };
          }
          expect(nextNotice(standing, dueNow, now)).toEqual({ action: 'none' });
          expect(standing?.state === 'in_force' && (standing.expiresOn ?? now) < now).toBe(false);
          expect(typeof dueNow === 'object').toBe(dueNow === 'unknown' ? false : standing?.state === 'in_force');
        }
      }),
    );
  });
});
