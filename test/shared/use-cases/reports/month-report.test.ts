import { describe, expect, it } from 'vitest';
import { makeReports } from '#shared/use-cases/reports/make-report.ts';
import { cases, input, ledger, tableOf } from '#test/support/report-ledger.ts';

describe('the changes of a month', () => {
  it('the month’s summary names a rule with more dismissed flags than predicted, and a sender that sent nothing', async () => {
    const month = { from: '2025-10-01', to: '2025-10-31' };
    const source = {
      ...ledger(cases),
      inputs: async () => [
        { ...input, sender: '970418', receivedOn: '2025-09-05' },
        { ...input, receivedOn: '2025-09-05', accepted: 1000 },
        { ...input, receivedOn: '2025-10-05', accepted: 400 },
      ],
    };
    const { province } = await makeReports({ kind: 'month', period: month }, source);
    const text = JSON.stringify(province);
    for (const said of ['BIDV: không gửi gì', 'Vietcombank: giảm quá nửa', 'vượt mức hứa'])
      expect(text).toContain(said);
  });

  it('the month’s summary names a bank whose flows halved in đồng, however many rows it sent, and a bank without flows', async () => {
    const month = { from: '2025-10-01', to: '2025-10-31' };
    const flows = (sender: string, credit: Record<string, number>, receivedOn: string) => ({
      ...input,
      sender,
      receivedOn,
      credit,
    });
    const source = {
      ...ledger(cases),
      inputs: async () => [
        flows('970436', { '2025-07': 900, '2025-08': 1000 }, '2025-09-05'),
        flows('970436', { '2025-09': 250 }, '2025-10-05'),
        flows('970436', { '2025-09': 190 }, '2025-10-05'),
        // The same file on another day reports the same money, and later files do not count for the month
        flows('970436', { '2025-09': 440 }, '2025-10-09'),
        flows('970436', { '2025-09': 5000 }, '2025-11-02'),
        flows('970418', { '2025-08': 700 }, '2025-09-05'),
        flows('970422', { '2025-08': 10, '2025-09': 5 }, '2025-10-05'),
      ],
    };
    const { province } = await makeReports({ kind: 'month', period: month }, source);
    const said = province.sections.flatMap(({ paragraphs }) => paragraphs).join(' ');
    expect(said).toContain('Vietcombank: tổng ghi có của tháng 09/2025 giảm quá nửa (440 đồng, thường 900 đồng)');
    expect(said).toContain('BIDV: chưa báo dòng tiền của tháng 09/2025 (thường 700 đồng)');
    expect(tableOf(province, 'Dòng tiền báo').rows).toEqual([
      ['BIDV', undefined, 700, 'chưa báo'],
      ['MBBank', 5, 10, ''],
      ['Vietcombank', 440, 900, 'giảm quá nửa'],
    ]);
  });
});
