import { describe, expect, it } from 'vitest';
import { LaterRegistrations } from '#functions/1-read-file/later-registrations.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { flow } from '#test/support/flow.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';

describe('a registration dated after the rules’ date', () => {
  it('a registration dated after the rules’ date is stored and named in the receipt, and is not assessed yet', async () => {
    const run = await flow();
    const later = { code: code(2), registeredOn: '02/01/2026' };
    await run.drop('registrations/a.csv', registrations({ code: code(1) }, later));
    await run.settle();
    expect(run.receipt('registrations/a.csv')).toMatchObject({ read: 2, accepted: 2, registeredLater: [later.code] });
    expect([...(await run.assessments.of([code(1), later.code])).keys()]).toEqual([code(1)]);
    expect((await run.verifications.of([later.code])).get(later.code)).toMatchObject({
      people: [],
      worklist: [{ kind: 'registered_later', field: 'registeredOn', current: '2026-01-02' }],
    });
  });

  it('the receipt names each of thousands of companies registered after the rules’ date', () => {
    const later = new LaterRegistrations('2025-12-31');
    const codes = [...new Set(Array.from({ length: 6000 }, (_, n) => codeAt(n)))];
    expect(codes.length).toBeGreaterThan(4999);
    for (const enterpriseCode of codes)
      later.add([
        {
          feed: 'registrations',
          company: { enterpriseCode, registeredOn: '2026-01-02' },
          person: {},
          position: 0,
        } as never,
      ]);
    expect(later.codes).toEqual(codes.sort());
  });
});
