import { expect, it } from 'vitest';
import { missingAtEnd } from './order-of-ends.ts';
import type { Ending } from './ending.ts';
import type { World } from './world.ts';

const NOW = Date.parse('2026-01-05T12:00:00Z');
/** A reader that has not moved for this long counts as dead. */
const DEAD_AFTER_MS = 2 * 60 * 60 * 1000;
const COMPANY = { enterpriseCode: '0900000034', dueAt: '2026-03-01#0900000034', awaits: { identities: '' } };

/** The end of a sweep that has sent nothing, where the reader of a police extract moved last some time ago. */
const ending = (movedMsAgo: number): Ending => {
  const coverage = {
    spans: { identities: { from: 'read', to: 'read' } },
    reading: { file: new Date(NOW - movedMsAgo).toISOString() },
  };
  return {
    message: { reason: 'feed-completed', feed: 'activities' },
    trace: {
      since: NOW - 50,
      looks: new Map<string, unknown[]>([
        ['TablesFilesTable ["province","profile"]', [undefined]],
        ['TablesFilesTable ["coverage","identities"]', [coverage]],
      ]),
      queries: [
        { table: 'TablesAssessmentsTable', index: 'due', of: '0', until: '~', items: [COMPANY], goesOn: false },
      ],
      sent: [],
    },
    world: {
      now: () => NOW,
      design: { tables: { TablesFilesTable: {}, TablesAssessmentsTable: {} }, steps: [] } as unknown,
    } as unknown as World,
  } as unknown as Ending;
};

it('a sweep asks for each company that waited for a feed whose last reader is dead', () => {
  expect(missingAtEnd('sweep-due', ending(DEAD_AFTER_MS + 60_000))).toBe('3-assess-company is asked about 0900000034');
});

it('a sweep may have taken a reader for alive by its own clock that is dead by the clock of the end', () => {
  expect(missingAtEnd('sweep-due', ending(DEAD_AFTER_MS + 40))).toBeUndefined();
});
