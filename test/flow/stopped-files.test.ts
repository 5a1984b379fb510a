import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { code, identities, registrations } from '#test/support/sample-feeds.ts';
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

  const shares = (values: readonly (string | number)[]) =>
    workbookOf([
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ', 'Tỷ lệ giao dịch IP nước ngoài'],
      ...values.map((value, n) => ['970436', `00${100_000 + n}`, '2025-10', 5_000_000, 4_000_000, value]),
    ]);

  it('a file is stopped where many rows are rejected for one reason, until somebody releases the rest', async () => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations(...companies));
    await run.drop('accounts/a.xlsx', await shares([...Array.from({ length: 15 }, () => 'nhiều'), 0, 1, 1]));
    await run.settle();
    expect(run.receipt('accounts/a.xlsx')).toMatchObject({ read: 18, accepted: 0, error: { code: 'many_rejected' } });
    expect(run.objects.get('receipts/accounts/a.xlsx.rejected.csv')?.toString()).toContain('14');
    expect((await coverageOf(run, 'accounts'))?.spans).toEqual({});
    await run.release('accounts/a.xlsx', 'readable');
    await run.settle();
    expect(run.receipt('accounts/a.xlsx')).toMatchObject({
      read: 18,
      accepted: 3,
      rejected: 15,
      released: { by: 'tổ trực', why: 'đã đối chiếu' },
    });
    expect((await coverageOf(run, 'accounts'))?.spans).toHaveProperty('flows#970436');
  });

  it('what a stopped file would have said is unknown until a file of its name is read, or it is left out', async () => {
    const run = await flow();
    const heard = async () => (await coverageOf(run, 'subscribers'))?.spans;
    const rows = (holder: string) =>
      ['Số điện thoại,Số giấy tờ chủ thuê bao', ...companies.map((_, n) => `09120000${10 + n},${holder}`)].join('\n');
    const holder = '034085001234';
    await run.drop('subscribers/2025-09.csv', rows(holder));
    await run.drop('subscribers/2025-10.csv', rows('ba người'));
    await run.settle();
    expect([errorOf(run, 'subscribers/2025-10.csv'), await heard()]).toEqual(['many_rejected', {}]);
    await run.drop('subscribers/2025-10 (1).csv', rows(holder));
    await run.settle();
    expect(await heard()).toHaveProperty('subscribers');
    await run.drop('subscribers/2025-10.csv', rows('bốn người'));
    await run.settle();
    expect(await heard()).toHaveProperty('subscribers');
    await run.drop('subscribers/2025-11.csv', rows('năm người'));
    await run.settle();
    expect(await heard()).toEqual({});
    await run.release('subscribers/2025-11.csv', 'none');
    await run.settle();
    expect(await heard()).toHaveProperty('subscribers');
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
