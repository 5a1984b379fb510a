import { expect, it } from 'vitest';
import { revocationClock } from '#shared/domain/notification/worklist/revocation.ts';

const forgery = {
  dossier: 'founding',
  document: { number: '12/CV-CSĐT', date: '2025-12-01', authority: 'Công an tỉnh' },
  receivedOn: '2025-12-01',
} as const;

it.each([
  ['due', undefined, '2025-12-04'],
  ['late', undefined, '2025-12-05'],
  ['kept', '2025-12-04T16:59:00.000Z', '2025-12-31'],
  ['missed', '2025-12-04T17:00:00.000Z', '2025-12-31'],
])(
  'the office’s term after a forgery of Monday 1 December is %s where it decided at %s, seen on %s',
  (status, at, day) => {
    expect(revocationClock(forgery, at, day)).toBe(status);
  },
);

it('no term runs without a written answer', () => {
  expect(revocationClock(undefined, undefined, '2025-12-31')).toBeUndefined();
});
