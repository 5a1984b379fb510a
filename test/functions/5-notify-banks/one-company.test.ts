import { beforeEach, describe, expect, it } from 'vitest';
import type { Notices } from '#shared/tables/notices.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const VCB = 'bank#970436';
const HOLDER = '0900000011';
const MESSAGES = Array.from({ length: 10 }, (_, n) => ({ accountRef: `k1-q3rT0uYw1xZ2aB4cD6eF${n}g` }));

describe('a batch of accounts of one company', () => {
  let notices: Notices;
  let step: ReturnType<typeof bankNotices>;
  const nowOf = (verdict: 'flagged' | 'clear') => {
    for (const [n, { accountRef }] of MESSAGES.entries())
      step.known.set(accountRef, {
        bank: '970436',
        accountNumber: `000111222${n}`,
        company: { verdict },
        holder: HOLDER,
      });
  };
  beforeEach(async () => {
    ({ notices } = await newNoticesTable());
    step = bankNotices(notices, { now: new Date('2026-01-05T03:00:00Z') });
    nowOf('flagged');
  });
  const inForce = async () => (await notices.open(VCB)).length;

  it('every message is sent again whose notice follows from an assessment that changed meanwhile', async () => {
    const write = notices.write;
    notices.write = async (...next) => {
      nowOf('clear');
      return write(...next);
    };
    expect(await step.touch(...MESSAGES)).toBe(true);
    expect(step.again).toHaveLength(MESSAGES.length);
    expect(await step.touch(...step.again)).toBe(true);
    expect(await inForce()).toBe(0);
  });

  it('a notice stays whose account cannot be read, and its message is returned', async () => {
    await step.touch(...MESSAGES);
    for (const { accountRef } of MESSAGES.slice(0, 3)) step.unreadable.add(accountRef);
    expect(await step.touch(...MESSAGES)).toBe(false);
    expect(await inForce()).toBe(MESSAGES.length);
  });
});
