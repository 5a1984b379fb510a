import { describe, expect, it } from 'vitest';
import { followCompany, followedText } from '#infra/operator/trace/follow.ts';
import { logOfStack } from '#infra/operator/trace/log-of-stack.ts';

/** CloudWatch, whose answers to queries come at the second look. */
function cloudWatch(answers: readonly (readonly Readonly<Record<string, string>>[])[]) {
  const queries: string[] = [];
  const looks = new Map<string, number>();
  const ask = async (words: readonly string[]): Promise<unknown> => {
    const valueOf = (option: string) => words[words.indexOf(option) + 1] ?? '';
    if (words[1] === 'start-query') return { queryId: String(queries.push(valueOf('--query-string'))) };
    const id = valueOf('--query-id');
    looks.set(id, (looks.get(id) ?? 0) + 1);
    if (looks.get(id) === 1) return { status: 'Running' };
    const rows = answers[Number(id) - 1] ?? [];
    return {
      status: 'Complete',
      results: rows.map((row) => Object.entries(row).map(([field, value]) => ({ field, value }))),
    };
  };
  const given = { stack: 'haukiem-prod-hung-yen', region: 'ap-southeast-1', days: 2, now: new Date(0), ask };
  return { queries, log: logOfStack(given) };
}
const line = (timestamp: string, more: object) => ({ '@message': JSON.stringify({ timestamp, ...more }) });

describe('npm run trace on a deployed stack', () => {
  it('finds the lines of a company, those of its notices, and counts its messages', async () => {
    const written = { code: 'NOTICE_WRITTEN', companies: '0101234567', noticeId: 'n1', receiver: 'bank#970436' };
    const at = '2026-01-05T03:00:00.000Z';
    const { queries, log } = cloudWatch([
      [
        line(at, { ...written, sequence: 1, reason: 'in_force', seconds: 912 }),
        // The code is a part of another number
        line(at, { code: 'MESSAGE_FAILED', companies: '0101234567-001' }),
      ],
      [
        line('2026-01-05T03:00:02.000Z', {
          code: 'NOTICE_SENT',
          noticeId: 'n1',
          receiver: 'bank#970436',
          reason: 'delivered',
        }),
      ],
      [{ queue: 'haukiem-prod-hung-yen-companies', messages: '3', first: at, last: at }],
    ]);
    const followed = await followCompany(['0101234567'], log);
    expect(followed && followedText(followed).split('\n')).toEqual([
      'Thông điệp đã xử lý, theo hàng đợi:',
      '  2026-01-05 10:00:00 – 2026-01-05 10:00:00  haukiem-prod-hung-yen-companies: 3',
      'Nhật ký:',
      '  2026-01-05 10:00:00  NOTICE_WRITTEN bank#970436 n1 #1 in_force 912 giây từ lúc đọc tệp',
      '  2026-01-05 10:00:02  NOTICE_SENT bank#970436 n1 delivered',
    ]);
    expect(
      queries.every((query) => query.startsWith('SOURCE logGroups(namePrefix: ["haukiem-prod-hung-yen-"]) |')),
    ).toBe(true);
    expect(queries[1]).toContain('@message like "n1"');
  });

  it('many lines of one kind are told together, with how long the slowest took', () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({
      timestamp: `2026-01-05T03:00:${String(n + 10)}.000Z`,
      code: 'NOTICE_WRITTEN',
      files: '',
      companies: '',
      enterpriseCode: '',
      noticeId: `n${n}`,
      receiver: 'police',
      seconds: 900 + n,
    }));
    expect(followedText({ passages: [], lines })).toContain(
      '10:00:10  NOTICE_WRITTEN police (30 lần, đến 2026-01-05 10:00:39) 915 giây từ lúc đọc tệp, chậm nhất 929 giây',
    );
  });
});
