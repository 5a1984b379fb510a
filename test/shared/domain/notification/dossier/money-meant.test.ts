import { describe, expect, it } from 'vitest';
import type { CaseAccount } from '#shared/domain/notification/dossier/case-file.ts';
import { accountInWords, gravestMoney } from '#shared/domain/notification/dossier/money-meant.ts';
import { policeNotice } from '#test/support/police-notice.ts';

const account = (accountNumber: string, ...months: readonly (readonly [string, number])[]): CaseAccount => ({
  register: { bank: '970415', accountNumber, enterpriseCode: '0900000011' },
  representativeMismatch: false,
  months: months.map(([period, credit]) => ({ period, credit, debit: credit })),
});

const meant = (from: string, to: string, credit: number) => ({
  ...policeNotice.findings[0]!,
  evidence: { banks: '970415', from, to, credit, debit: credit },
});

describe('the money that a finding means', () => {
  const accounts = [
    account('111', ['2025-07', 9_000_000], ['2025-08', 700_000_000], ['2025-09', 500_000]),
    account('222', ['2025-08', 4_000_000]),
  ];

  it('the account is named of which the finding adds up the money, without months of trifles', () => {
    expect(accountInWords(meant('2025-08', '2025-09', 700_000_000), accounts)).toBe(
      ' Đó là tài khoản số 111 tại VietinBank.',
    );
  });

  it('no account is named where the money is of several, or two have the same', () => {
    expect(accountInWords(meant('2025-08', '2025-08', 704_000_000), accounts)).toBe('');
    const alike = [...accounts, account('333', ['2025-08', 700_000_000])];
    expect(accountInWords(meant('2025-08', '2025-08', 700_000_000), alike)).toBe('');
  });

  it('a listed account is named where as many were listed in those days as the finding counts', () => {
    const listed = [{ ...accounts[0]!, listedOn: ['2025-10-19'] }, accounts[1]!];
    const finding = (count: number) => ({
      ...policeNotice.findings[0]!,
      evidence: { accounts: count, by: 'Công an tỉnh', suspicions: '3', from: '2025-10-19', to: '2025-10-19' },
    });
    expect(accountInWords(finding(1), listed)).toBe(' Đó là tài khoản số 111 tại VietinBank.');
    expect([accountInWords(finding(2), listed), accountInWords(finding(1), accounts)]).toEqual(['', '']);
  });

  it('the gravest money is that of the heaviest finding against the company', () => {
    const heavy = { ...meant('2025-08', '2025-09', 700_000_000), weight: 7 };
    const light = { ...meant('2025-07', '2025-07', 9_000_000), weight: 0.5 };
    const forIt = { ...meant('2025-07', '2025-08', 709_000_000), weight: -9 };
    expect(gravestMoney([forIt, light, heavy], accounts).map(({ sentence }) => sentence)).toEqual([
      'Dấu hiệu nặng nhất về tiền: từ tháng 08/2025 đến tháng 09/2025, tiền vào 700.000.000 đồng, tiền ra 700.000.000 đồng, qua tài khoản số 111 tại VietinBank.',
    ]);
    expect(gravestMoney([forIt], accounts)).toEqual([]);
    const whole = { ...meant('2025-07', '2025-09', 713_500_000), weight: 8 };
    expect([heavy, whole].map((one) => gravestMoney([one], accounts)[0]?.isAll)).toEqual([false, true]);
  });
});
