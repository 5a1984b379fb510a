import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeReports } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { cases, input, ledger, YEAR } from '#test/support/report-ledger.ts';

describe('a sender’s own report', () => {
  it('a sender’s own report has the sender’s notices, files and missing files, and nothing about another sender', async () => {
    const { own } = await makeReports({ kind: 'year', period: YEAR }, ledger(cases));
    expect([...own.keys()]).toEqual(['970405', '970418', '970422', '970436']);
    const text = JSON.stringify(own.get('970436'));
    for (const said of ['Vietcombank', '970436/2025-01.csv', '02/2025', 'chưa trả lời']) expect(text).toContain(said);
    for (const other of ['Agribank', 'BIDV', 'MBBank', '970418']) expect(text).not.toContain(other);
    expect(JSON.stringify(own.get('970418'))).toContain('không gửi tệp nào');
  });
});

describe('a sender’s own files', () => {
  const senders = ['970405', '970418', '970422', '970436', 'registrations'];
  const NAMES: Readonly<Record<string, string>> = {
    '970405': 'Agribank',
    '970418': 'BIDV',
    '970422': 'MBBank',
    '970436': 'Vietcombank',
    registrations: 'đăng ký doanh nghiệp',
  };
  const canaryOf = (sender: string) => `bi-mat-cua-${sender}.csv`;
  const textIn = (files: Awaited<ReturnType<typeof reportFiles>>) =>
    files
      .flatMap(({ name, bytes }) => (name.endsWith('.svg') ? [bytes] : Object.values(unzipSync(bytes))))
      .map((part) => new TextDecoder().decode(part))
      .join('\n');

  it('a sender’s own files contain no other sender’s name, number or file, and no company', async () => {
    const source = {
      ...ledger(cases),
      inputs: async () =>
        senders.map((sender) => ({
          ...input,
          sender,
          feed: sender === 'registrations' ? ('registrations' as const) : ('accounts' as const),
          file: canaryOf(sender),
        })),
    };
    const { own } = await makeReports({ kind: 'year', period: YEAR }, source);
    expect([...own.keys()]).toEqual(senders);
    for (const [sender, made] of own) {
      const text = textIn(await reportFiles(made));
      expect(text).toContain(canaryOf(sender));
      expect(text).toContain(NAMES[sender]);
      for (const other of senders.filter((one) => one !== sender))
        for (const said of [canaryOf(other), ...(other === 'registrations' ? [] : [NAMES[other]!, other])])
          expect([sender, said, text.includes(said)]).toEqual([sender, said, false]);
      expect(text).not.toMatch(/0900\d{6}/u);
    }
  });
});
