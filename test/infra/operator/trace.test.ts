import { describe, expect, it } from 'vitest';
import { contentId } from '#shared/runtime/content-id.ts';
import { followCompany, followedText } from '#infra/operator/trace/follow.ts';
import { logOfStack } from '#infra/operator/trace/log-of-stack.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** CloudWatch, whose answer to the first query comes at the second look. @param answerOf the rows of the query of that number */
function cloudWatch(answerOf: (query: { text: string; from: number }, number: number) => Rows) {
  const queries: string[] = [];
  const answers = new Map<string, Rows>();
  const looks: string[] = [];
  const ask = async (words: readonly string[]): Promise<unknown> => {
    const valueOf = (option: string) => words[words.indexOf(option) + 1] ?? '';
    if (words[1] === 'start-query') {
      const text = valueOf('--query-string');
      const queryId = String(queries.push(text));
      answers.set(queryId, answerOf({ text, from: Number(valueOf('--start-time')) }, queries.length));
      return { queryId };
    }
    const id = valueOf('--query-id');
    looks.push(id);
    if (looks.length === 1) return { status: 'Running' };
    const rows = answers.get(id) ?? [];
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
    const answers: readonly Rows[] = [
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
    ];
    const { queries, log } = cloudWatch((_, number) => answers[number - 1] ?? []);
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

  it('tells the queues of a company about which no step said anything', async () => {
    const at = '2026-01-05T03:00:00.000Z';
    const { log } = cloudWatch(({ text }) =>
      text.includes('stats') ? [{ queue: 'companies', messages: '3', first: at, last: at }] : [],
    );
    expect(await followCompany(['0101234567'], log)).toMatchObject({ passages: [{ messages: 3 }], lines: [] });
    expect(await followCompany(['0101234567'], cloudWatch(() => []).log)).toBeUndefined();
  });

  it('asks for more names than one query may have, and for more lines than one answer may have', async () => {
    const MOST_LETTERS = 10_000;
    const MOST_LINES = 10_000;
    const notices = Array.from({ length: 400 }, (_, n) => `${contentId(n)}${contentId(-n)}`);
    // Four lines a second, so that one answer ends among the lines of one second
    const all = notices.flatMap((noticeId, n) => Array.from({ length: 60 }, (_, m) => ({ noticeId, at: n * 60 + m })));
    const { queries, log } = cloudWatch(({ text, from }) =>
      all
        .map(({ noticeId, at }, n) => ({ noticeId, count: n, second: Math.floor(at / 4) }))
        .filter(({ noticeId, second }) => second >= from + 2 * 86_400 && text.includes(noticeId))
        .slice(0, MOST_LINES)
        .map(({ noticeId, count, second }) =>
          line(new Date(second * 1000 - 2 * 86_400_000).toISOString(), { code: 'NOTICE_SENT', noticeId, count }),
        ),
    );
    const lines = await log.lines(notices);
    expect(new Set(lines.map(({ count }) => count)).size).toBe(all.length);
    expect(lines).toHaveLength(all.length);
    expect(Math.max(...queries.map((query) => query.length))).toBeLessThanOrEqual(MOST_LETTERS);
  });

  it('refuses to answer with a part where one second has more lines than CloudWatch gives', async () => {
    const { log } = cloudWatch(() =>
      Array.from({ length: 10_000 }, (_, n) =>
        line('2026-01-05T03:00:00.000Z', { code: 'NOTICE_SENT', noticeId: 'n1', count: n }),
      ),
    );
    await expect(log.lines(['n1'])).rejects.toThrow('--days');
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
