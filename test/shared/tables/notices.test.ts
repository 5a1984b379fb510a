import { describe, expect, it } from 'vitest';
import { newNoticesTable } from '#test/support/notices-table.ts';

describe('the feed of a receiver', () => {
  it('gives as many as were asked for, however large they are: DynamoDB ends a page at one megabyte', async () => {
    const { notices } = await newNoticesTable();
    const ids = Array.from({ length: 20 }, (_, n) => `${'n'.repeat(20)}${String(n).padStart(2, '0')}`);
    for (const [n, noticeId] of ids.entries()) {
      const changedAt = `2026-03-01T00:00:${String(n).padStart(2, '0')}.000Z`;
      const content = { findings: 'x'.repeat(90_000) };
      const fixed = { receiver: 'police', noticeId, subject: noticeId, sequence: 1, print: '', content };
      const state = { state: 'in_force', life: 'issued', issuedAt: changedAt, changedAt } as const;
      await notices.write({ ...fixed, ...state }, undefined);
    }
    const changed = async (limit: number) =>
      (await notices.changed('police', '', '2026-03-02', limit)).map(({ notice }) => notice.noticeId);
    expect(await changed(51)).toEqual(ids);
    expect(await changed(3)).toEqual(ids.slice(0, 3));
  });
});
