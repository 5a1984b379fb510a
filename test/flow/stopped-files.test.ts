import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, activities, code, flows, identities, registrations } from '#test/support/sample-feeds.ts';
import { workbookOf } from '#test/support/workbook.ts';
import { coverageOf } from '#test/support/coverage-of.ts';

const companies = Array.from({ length: 20 }, (_, n) => ({
  code: code(n + 1),
  document: `0330850001${String(n).padStart(2, '0')}`,
  born: `${String(n + 3).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/1985`,
  registeredOn: '15/01/2025',
}));
const police = identities(
  ...companies.map(({ document, born }) => `${document},CCCD,Nguyễn Văn Mẫu,${born},Nam,BINH_THUONG,,,`),
);
/**
 * Converts a csv as a PC set to English (US) does: days that could be months become swapped dates, and the others stay
 * text.
 */
const inAmerica = (csv: string) =>
  workbookOf(
    csv.split('\n').map((line) =>
      line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((cell) => {
        const [, first = '', second = '', year = ''] = /^(\d\d)\/(\d\d)\/(\d{4})$/u.exec(cell) ?? [];
        return first !== '' && Number(first) <= 12
          ? new Date(`${year}-${first}-${second}T00:00:00Z`)
          : cell.replace(/^"|"$/gu, '');
      }),
    ),
  );

const peopleOf = async (run: FlowRun) => {
  const found = await run.assessments.of(companies.map((company) => company.code));
  return [...found.values()].flatMap(({ people }) => people.map(({ result }) => result));
};
const errorOf = (run: FlowRun, path: string) => (run.receipt(path) as { error?: { code: string } }).error?.code;

describe('a file that can’t be trusted as a whole', () => {
  it('a file with swapped days and months is stopped, and the right file sent again gives the result of the right file alone', async () => {
    const calm = await flow();
    const run = await flow();
    await run.drop('registrations/a.xlsx', await inAmerica(registrations(...companies)));
    await run.settle();
    expect(run.receipt('registrations/a.xlsx')).toMatchObject({
      read: 20,
      accepted: 0,
      error: { code: 'days_swapped' },
    });
    expect((await run.companies.registered(companies[0]?.code ?? '')).registrations).toEqual([]);
    for (const each of [calm, run]) {
      await each.drop('registrations/a.csv', registrations(...companies));
      await each.drop('identities/a.csv', police);
      await each.settle();
    }
    expect(await peopleOf(run)).toEqual(Array.from({ length: 20 }, () => 'match'));
    const states = async (each: FlowRun) =>
      [...(await each.assessments.of(companies.map((company) => company.code))).values()]
        .map(({ enterpriseCode, verdict, score, people }) => ({ enterpriseCode, verdict, score, people }))
        .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
    expect(await states(run)).toEqual(await states(calm));
  });

  it('a file is stopped if the month is written first, or if both orders are mixed', async () => {
    const run = await flow();
    const born = (days: readonly string[]) =>
      identities(...days.map((day, n) => `0330850001${10 + n},CCCD,Nguyễn Văn Mẫu,${day},Nam,BINH_THUONG,,,`));
    await run.drop('identities/us.csv', born(['01/25/1985', '02/26/1985', '03/04/1985']));
    await run.drop('identities/both.csv', born(['01/25/1985', '02/26/1985', '28/04/1985', '29/04/1985', '30/04/1985']));
    await run.drop('identities/typo.csv', born(['01/25/1985', '26/02/1985', '28/04/1985']));
    await run.settle();
    expect(errorOf(run, 'identities/us.csv')).toBe('month_first');
    expect(errorOf(run, 'identities/both.csv')).toBe('days_mixed');
    expect(run.receipt('identities/typo.csv')).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
  });

  it('a short file is stopped if one day shows that the month is written first and no day shows the contrary', async () => {
    const run = await flow();
    const born = (days: readonly string[]) =>
      identities(...days.map((day, n) => `0330850001${10 + n},CCCD,Nguyễn Văn Mẫu,${day},Nam,BINH_THUONG,,,`));
    await run.drop('identities/us.csv', born(['02/13/1983', '03/04/1985', '05/06/1986', '07/08/1987']));
    await run.drop('identities/few.csv', born(['02/13/1983', '03/04/1985']));
    await run.settle();
    expect(errorOf(run, 'identities/us.csv')).toBe('month_first');
    expect(run.receipt('identities/few.csv')).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  });

  const shares = (values: readonly (string | number)[]) =>
    workbookOf([
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ', 'Tỷ lệ giao dịch IP nước ngoài'],
      ...values.map((value, n) => ['970436', `00${100_000 + n}`, '2025-10', 5_000_000, 4_000_000, value]),
    ]);

  it('a file is stopped where a spreadsheet took a decimal sign for a thousands sign', async () => {
    const run = await flow();
    await run.drop('accounts/a.xlsx', await shares([14, 9, '0.25', 0, '0.5', 120, 1]));
    await run.settle();
    expect(errorOf(run, 'accounts/a.xlsx')).toBe('number_format');
  });

  it('a file with percentages in a column of shares is stopped, because half a percent would be read as a half', async () => {
    const run = await flow();
    await run.drop('accounts/a.xlsx', await shares([37.7, 12.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    await run.drop('accounts/typo.xlsx', await shares([37.7, 0.5, 0.2, 0.1, 0, 0, 0, 0, 0]));
    await run.settle();
    expect(errorOf(run, 'accounts/a.xlsx')).toBe('number_format');
    expect(run.receipt('accounts/typo.xlsx')).toMatchObject({ read: 9, accepted: 8, rejected: 1 });
  });

  it('a file is stopped where many rows are rejected for one reason, until somebody releases the rest', async () => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations(...companies));
    await run.drop('accounts/a.xlsx', await shares([...Array.from({ length: 15 }, () => 'nhiều'), 0, 1, 1]));
    await run.settle();
    expect(run.receipt('accounts/a.xlsx')).toMatchObject({ read: 18, accepted: 0, error: { code: 'many_rejected' } });
    expect(run.objects.get('receipts/accounts/a.xlsx.rejected.csv')?.toString()).toContain('14');
    expect(await coverageOf(run, 'accounts')).toMatchObject({ beingRead: true });
    await run.release('accounts/a.xlsx', 'readable');
    await run.settle();
    expect(run.receipt('accounts/a.xlsx')).toMatchObject({
      read: 18,
      accepted: 3,
      rejected: 15,
      released: { by: 'tổ trực', why: 'đã đối chiếu' },
    });
    expect(await coverageOf(run, 'accounts')).toMatchObject({ beingRead: false });
  });

  it('a stopped file keeps its feed uncovered until a file of its name is read, or it is left out', async () => {
    const run = await flow();
    const isBeingRead = async () => (await coverageOf(run, 'activities'))?.beingRead;
    const rows = (value: string) =>
      activities(...companies.map((company) => `${company.code},BHXH,31/10/2025,${value},`));
    await run.drop('activities/2025-10.csv', rows('ba người'));
    await run.settle();
    expect([errorOf(run, 'activities/2025-10.csv'), await isBeingRead()]).toEqual(['many_rejected', true]);
    await run.drop('activities/2025-10 (1).csv', rows('3'));
    await run.settle();
    expect(await isBeingRead()).toBe(false);
    await run.drop('activities/2025-10.csv', rows('bốn người'));
    await run.settle();
    expect(await isBeingRead()).toBe(false);
    await run.drop('activities/2025-11.csv', rows('năm người'));
    await run.settle();
    expect(await isBeingRead()).toBe(true);
    await run.release('activities/2025-11.csv', 'none');
    await run.settle();
    expect(await isBeingRead()).toBe(false);
  });

  it('a file is stopped where many rows have lost letters, and its names are compared with nobody', async () => {
    const run = await flow();
    await run.drop('identities/a.csv', police);
    await run.drop(
      'registrations/a.csv',
      registrations(...companies.map((one) => ({ ...one, person: 'Nguye?̃n Va?n Mẫu' }))),
    );
    await run.settle();
    expect(errorOf(run, 'registrations/a.csv')).toBe('garbled');
    expect(await peopleOf(run)).toEqual([]);
  });

  it('a file’s decimals are read by the sign that the file shows', async () => {
    const run = await flow();
    const rows = ['0.014,13.034', '0.5,2.5', '0.25,118.250'].map(
      (cells, n) => `970436,0012345${n},2025-10,3000000,2000000,40,${cells}`,
    );
    const heading = flows().replace(
      'Thời gian lưu tiền trung vị (phút)',
      'Tỷ lệ giao dịch IP nước ngoài,Thời gian lưu tiền trung vị (phút)',
    );
    await run.drop('accounts/f.csv', [heading, ...rows].join('\n'));
    await run.drop(
      'accounts/a.csv',
      accounts(...[0, 1, 2].map((n) => `970436,0012345${n},${companies[0]?.code},,,,,,1`)),
    );
    await run.settle();
    const { accountRefs } = await run.companies.recorded(companies[0]?.code ?? '');
    const read = await Promise.all(accountRefs.map((ref) => run.accounts.recorded(ref)));
    const held = read.flatMap((account) => account?.flows.map(({ medianHoldMinutes }) => medianHoldMinutes) ?? []);
    expect(held.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([2.5, 13.034, 118.25]);
  });

  it.each(['stopped', 'read'])(
    'the rows that were rejected in a wrong file which was %s are no longer listed',
    async (what) => {
      const run = await flow();
      const list = () => run.objects.get('receipts/identities/a.csv.rejected.csv')?.toString().trim().split('\n') ?? [];
      const wrong = what === 'stopped' ? police.replaceAll('BINH_THUONG', 'TOT') : police.replace('BINH_THUONG', 'TOT');
      await run.drop('identities/a.csv', wrong);
      await run.settle();
      expect([errorOf(run, 'identities/a.csv') !== undefined, list().length > 1]).toEqual([what === 'stopped', true]);
      for (const _ of ['the right file', 'the same once more']) {
        await run.drop('identities/a.csv', police);
        await run.settle();
        expect(run.receipt('identities/a.csv')).toMatchObject({ rejected: 0 });
        expect(list()).toEqual([expect.stringContaining('row,column,code')]);
      }
    },
  );
});
