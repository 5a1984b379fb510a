import { describe, expect, it } from 'vitest';
import { missingAtEnd } from './order-of-ends.ts';
import type { Ending } from './ending.ts';
import type { World } from './world.ts';

const TABLES = {
  TablesNoticesTable: { partition: 'receiver', sort: 'noticeId' },
  TablesAssessmentsTable: { partition: 'enterpriseCode' },
  TablesVerificationsTable: { partition: 'enterpriseCode' },
  TablesCompaniesTable: { partition: 'enterpriseCode', sort: 'fact' },
  TablesFilesTable: { partition: 'feed', sort: 'file' },
  TablesLinksTable: { partition: 'value', sort: 'enterpriseCode' },
};
const world = { design: { tables: TABLES, steps: [] }, now: () => Date.UTC(2026, 0, 5, 12, 2) } as unknown as World;
const NOTICE = { receiver: 'police', noticeId: 'n', subject: '0900000027', sequence: 2, state: 'in_force' };

/** The end of a message about a company, by a function that has changed the company's notice and has told nobody. */
const ending = (givenBack: readonly { readonly enterpriseCode: string }[]): Ending =>
  ({
    message: { enterpriseCode: '0900000027' },
    trace: {
      seen: new Map(),
      written: new Map([['TablesNoticesTable ["police","n"]', NOTICE]]),
      grounds: new Map(),
      looks: new Map(),
      queries: [],
      sent: [],
    },
    givenBack,
    world,
  }) as unknown as Ending;
const missing = (...codes: string[]) =>
  missingAtEnd('4-notify-police', ending(codes.map((enterpriseCode) => ({ enterpriseCode }))));

describe('what is done before a message about a notice is', () => {
  it('a changed notice has its log entry', () => {
    expect(missing()).toContain('append-entries is told of n');
  });

  it('a message of another company that goes back changes nothing', () => {
    expect(missing('0900000041')).toContain('append-entries is told of n');
  });

  it('the other message about the same company, which goes back, may be the one that has changed the notice', () => {
    expect(missing('0900000027', '0900000041')).toBeUndefined();
  });
});

describe('a company of which a later assessment stands', () => {
  const assessed = {
    enterpriseCode: '0900000027',
    gatheredAt: '2026-01-05T12:01:00.000Z',
    notified: true,
    awaits: { identities: '' },
  };
  const endOf = (message: object, looks: ReadonlyMap<string, unknown> = new Map()) =>
    ({
      message: { enterpriseCode: '0900000027', ...message },
      envelope: { receives: 1, sentAt: Date.parse('2026-01-05T12:00:00.000Z') },
      trace: {
        seen: new Map([['TablesAssessmentsTable ["0900000027"]', assessed]]),
        written: new Map(),
        claimedBefore: new Map(),
        since: Date.UTC(2026, 0, 5, 12, 2),
        looks,
        queries: [],
        sent: [],
      },
      world,
    }) as unknown as Ending;

  it('is not assessed again for an earlier message', () => {
    expect(missingAtEnd('3-assess-company', endOf({}))).toBeUndefined();
  });

  it('is assessed again where a feed came since for which the assessment waited', () => {
    const covered = { spans: { identities: { from: '2025-01-01', to: '2025-12-31' } }, reading: {} };
    const looks = new Map([
      ['TablesFilesTable ["province","profile"]', [undefined]],
      ['TablesFilesTable ["coverage","identities"]', [covered]],
    ]);
    expect(missingAtEnd('3-assess-company', endOf({}, looks))).toContain(
      'a feed or a picture of the province came since',
    );
  });

  it('is assessed where those are told again who may have lost their notices', () => {
    expect(missingAtEnd('3-assess-company', endOf({ renotify: true }))).toBe('0900000027 is assessed');
  });
});
