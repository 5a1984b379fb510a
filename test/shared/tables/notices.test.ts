import { describe, expect, it } from 'vitest';
import { aNotice } from '#test/support/a-notice.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

describe('the feed of a receiver', () => {
  it('a page of the feed has as many notices as were asked for, although DynamoDB ends a page at one megabyte', async () => {
    const { notices } = await newNoticesTable();
    const ids = Array.from({ length: 20 }, (_, n) => `${'n'.repeat(20)}${String(n).padStart(2, '0')}`);
    for (const [n, noticeId] of ids.entries()) {
      const changedAt = `2026-03-01T00:00:${String(n).padStart(2, '0')}.000Z`;
      const large = aNotice('police', noticeId, { noticeId, changedAt, content: { name: 'x'.repeat(90_000) } });
      await notices.write(large, undefined);
    }
    const changed = async (limit: number) =>
      (await notices.changed('police', '', '2026-03-02', limit)).map(({ notice }) => notice.noticeId);
    expect(await changed(51)).toEqual(ids);
    expect(await changed(3)).toEqual(ids.slice(0, 3));
  });
});
