import { describe, expect, it } from 'vitest';
import { missingAtEnd } from './order-of-ends.ts';
import type { Ending } from './ending.ts';
import type { World } from './world.ts';

const TABLES = {
  TablesNoticesTable: { partition: 'receiver', sort: 'noticeId' },
  TablesAssessmentsTable: { partition: 'enterpriseCode' },
};
const world = { design: { tables: TABLES, steps: [] } } as unknown as World;
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
