import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';

describe('a registration dated after the day that the rules look back from', () => {
  it("a registration dated after the rules' day is kept and named in the receipt, and is no company yet", async () => {
    const run = await flow();
    const later = { code: code(2), registeredOn: '02/01/2026' };
    await run.drop('registrations/a.csv', registrations({ code: code(1) }, later));
    await run.settle();
    expect(run.receipt('registrations/a.csv')).toMatchObject({ read: 2, accepted: 2, registeredLater: [later.code] });
    expect([...(await run.assessments.of([code(1), later.code])).keys()]).toEqual([code(1)]);
  });
});
