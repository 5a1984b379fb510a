import { expect, it } from 'vitest';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';

type Run = Awaited<ReturnType<typeof flagged>>;
const DOCUMENT = { number: '12/CV-CSĐT', date: '2025-12-01' };
const clockOf = async (run: Run) => {
  const assessed = await run.assessments.of([stolen.code]);
  return sampleIn(assessed.get(stolen.code)?.sample)?.duties?.revocationDecision;
};
const tasksOf = async (run: Run) => {
  const assessed = await run.assessments.of([stolen.code]);
  return assessed.get(stolen.code)?.worklist.filter(({ kind }) => kind === 'revocation') ?? [];
};

it.each([
  ['founding', 'thu hồi Giấy chứng nhận'],
  ['change', 'khôi phục nội dung theo hồ sơ hợp lệ gần nhất'],
] as const)(
  'an answer that the dossier of the %s is forged is a task with its clock, and no bank is told it',
  async (forged, decide) => {
    const run = await flagged();
    await run.decide(POLICE, { outcome: 'confirmed', decision: DOCUMENT, forged });
    const [task, ...others] = await tasksOf(run);
    expect(others).toEqual([]);
    expect(await clockOf(run)).toBe('due');
    expect(task?.why).toContain(decide);
    expect(task?.why).toMatch(/12\/CV-CSĐT ngày 01\/12\/2025 .*chậm nhất ngày \d{2}\/\d{2}\/\d{4} \(03 ngày làm việc/u);
    const banks = JSON.stringify(await run.feed(VCB));
    expect(banks).toContain('"level":"act"');
    expect(banks).not.toContain(DOCUMENT.number);
    await run.decide(POLICE, { outcome: 'confirmed', reason: 'Thêm tài liệu' });
    expect(await tasksOf(run)).toHaveLength(1);
    await run.decide(POLICE, { outcome: 'dismissed', reason: 'Nhầm doanh nghiệp' });
    expect(await tasksOf(run)).toEqual([]);
  },
);
