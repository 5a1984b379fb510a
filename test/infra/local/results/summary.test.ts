import { describe, expect, it } from 'vitest';
import { isFullyCovered } from '#infra/local/results/covered-until.ts';
import { type Results, runSummary, summaryText } from '#infra/local/results/summary.ts';
import { RESULTS_OF_NOTHING } from '#test/support/results-of-nothing.ts';

const results = (partlyCovered: number): Results => ({
  ...RESULTS_OF_NOTHING,
  covered: { until: { identities: '2025-12-31' }, uncovered: { activities: 3 } },
  verdicts: ['clear', 'clear', 'clear', 'watch'],
  partlyCovered,
});
const line = (partlyCovered: number) =>
  summaryText(runSummary(results(partlyCovered)), [], 'out')
    .split('\n')
    .find((one) => one.startsWith('Doanh nghiệp'));

describe('companies in which nothing was found', () => {
  it('a company that some feed does not cover is not called clear', () => {
    expect(line(2)).toContain('không có dấu hiệu 1, chưa xét đủ vì thiếu dữ liệu 2');
    expect(line(0)).toMatch(/không có dấu hiệu 3$/u);
    expect(runSummary(results(2))).toMatchObject({ partlyCovered: 2, companies: { clear: 3 } });
  });

  it('a company is completely covered once police, offices and banks cover it', () => {
    const day = '2025-12-31';
    expect(isFullyCovered({ identities: day, activities: day, accounts: day })).toBe(true);
    expect(isFullyCovered({ identities: day, activities: day, subscribers: day })).toBe(false);
  });
});

it('a file’s name gives a terminal no commands, starts no line and does not turn the text round', () => {
  const name = 'a\u001B[2J\nThông báo: 0\u202E.xls';
  const text = summaryText(
    runSummary({ ...results(0), leftAlone: [name], refused: [{ path: name, why: 'không đọc được' }] }),
    [],
    'out',
  );
  const shown = text.split('\n').filter((one) => one.includes('[2J'));
  expect(shown).toEqual(['  - a�[2J�Thông báo: 0�.xls: không đọc được', 'Bỏ qua:         a�[2J�Thông báo: 0�.xls']);
});

it('a run with measures that are off says so before its figures', () => {
  const text = summaryText(runSummary({ ...results(0), measures: ['accountReview', 'foreignIp'] }), [], 'out');
  const [, , first, second] = text.split('\n');
  expect(first).toMatch(/^Đang tắt .*: /u);
  expect(second).toMatch(/^Tệp:/u);
});
