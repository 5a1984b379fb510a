import { expect, it } from 'vitest';
import { missingBefore } from './order-of-writes.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Writing } from './writing.ts';

const TAKEN_AT = '2026-01-05T13:43:26.378Z';
const DONE = { actedOnAt: '2026-01-05T13:53:31.178Z' };
const listing = { replyId: '1', takenAt: TAKEN_AT, reply: { kind: 'suspicious-account' } };
const decision = { replyId: '2', takenAt: TAKEN_AT, reply: { kind: 'bank-decision' } };
const account = { accountRef: 'account', register: { enterpriseCode: '0900010018' } };

/** What is missing when the listing counts as acted on, with a listing of a company's account written in the same invocation. */
const missing = (replies: readonly Attributes[], assessed: readonly string[]) =>
  missingBefore('Replies', {
    before: listing,
    after: { ...listing, ...DONE },
    trace: {
      written: new Map([['', { ...account, listing: {}, recordedAt: TAKEN_AT }]]),
      sent: [
        { queue: 'append-entries', body: '{}' },
        { queue: '5-notify-banks', body: '{}' },
        ...assessed.map((enterpriseCode) => ({ queue: '3-assess-company', body: JSON.stringify({ enterpriseCode }) })),
      ],
    },
    world: {
      design: {
        steps: ['append-entries', '5-notify-banks', '3-assess-company'].map((folder) => ({
          folder,
          reads: { queue: folder },
        })),
        tables: { TablesRepliesTable: {}, TablesAccountsTable: {} },
      },
      tables: { items: (table: string) => (table === 'TablesRepliesTable' ? replies : [account]) },
    },
  } as unknown as Writing);

it('a listing counts as acted on only when the company of the account is asked about', () => {
  expect(missing([listing], [])).toContain('0900010018');
  expect(missing([listing], ['0900010018'])).toBeUndefined();
});

it('of two replies of one moment only the later one is looked at, because a listing does not name its reply', () => {
  expect(missing([listing, decision], [])).toBeUndefined();
  expect(missing([listing, { ...decision, ...DONE }], [])).toContain('0900010018');
});
