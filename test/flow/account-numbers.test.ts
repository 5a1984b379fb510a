import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SentFile, flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, flows, identities, listings, registrations } from '#test/support/sample-feeds.ts';
import { asSpreadsheet } from '#test/support/workbook.ts';

const stolen = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: '033085000123' };
const register = (number: string) =>
  accounts(`970436,${number},${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/01/2025,1`);
const money = (number: string) => flows(`970436,${number},2025-10,3000000000,2990000000,40,8`);
const base: readonly (readonly [string, string])[] = [
  ['registrations/a.csv', registrations(stolen)],
  ['identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,')],
];

const ran = async (...files: readonly SentFile[]): Promise<FlowRun> => {
  const run = await flow();
  for (const [key, content] of [...base, ...files]) {
    await run.drop(key, content);
    await run.settle();
  }
  return run;
};
const notified = async ({ notices }: FlowRun) =>
  (await notices.changed('bank#970436', '', '9', 100)).map(({ notice }) => ({
    noticeId: notice.noticeId,
    state: notice.state,
    ...(notice.content as { accountNumber: string | null; enterpriseCode?: string }),
  }));
const assessed = async (run: FlowRun) => (await run.assessments.of([stolen.code])).get(stolen.code);
const asked = async (run: FlowRun) =>
  (await assessed(run))?.worklist.filter(({ kind }) => kind === 'account_number').map(({ current }) => current);
const numbersAsked = async (workbook: Buffer) => {
  const book = new Workbook();
  await book.xlsx.load(workbook);
  return book.worksheets[0]?.getColumn(1).values.slice(2);
};
const through = async (run: FlowRun) =>
  (await assessed(run))?.findings.some(({ code: rule }) => rule.startsWith('PASS_THROUGH'));

describe('an account number from a numeric cell', () => {
  it('an account number from a numeric cell joins the account that has it with zeros, in whatever order the files come', async () => {
    const files: SentFile[] = [
      ['accounts/register.csv', register('0012345678901')],
      ['accounts/flows.xlsx', await asSpreadsheet(money('0012345678901'))],
      ['suspicious-accounts/a.xlsx', await asSpreadsheet(listings('970436,0012345678901,5,Lừa đảo,01/12/2025'))],
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 3 }), async (order) => {
        const run = await ran(...order);
        expect(await notified(run)).toMatchObject([
          { state: 'in_force', accountNumber: '0012345678901', enterpriseCode: stolen.code, reasonCodes: [5] },
        ]);
        expect(await through(run)).toBe(true);
        expect(await asked(run)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('of an account whose zeros are unknown its bank is told as its own file has it, and the number continues the notice', async () => {
    const run = await ran(['accounts/register.xlsx', await asSpreadsheet(register('0012345678901'))]);
    const [given] = await notified(run);
    expect(given).toMatchObject({
      accountNumber: null,
      accountAsGiven: '12345678901',
      givenIn: { file: 'accounts/register.xlsx', row: 2 },
      enterpriseCode: stolen.code,
      level: 'watch',
    });
    expect(await asked(run)).toEqual(['****8901']);
    await run.drop('accounts/flows.csv', money('0012345678901'));
    await run.settle();
    expect(await notified(run)).toMatchObject([
      { noticeId: given?.noticeId, accountNumber: '0012345678901', enterpriseCode: stolen.code },
    ]);
    expect(await asked(run)).toEqual([]);
    expect(await through(run)).toBe(true);
  });

  it('an account number from a numeric cell becomes a question to the bank where two accounts have it', async () => {
    const run = await ran(
      ['accounts/register.xlsx', await asSpreadsheet(register('0012345678901'))],
      ['accounts/one.csv', money('012345678901')],
    );
    expect(await notified(run)).toMatchObject([{ state: 'in_force', accountNumber: '012345678901' }]);
    await run.drop('accounts/two.csv', money('0012345678901'));
    await run.settle();
    expect(await notified(run)).toMatchObject([
      { state: 'in_force', accountNumber: null, accountAsGiven: '12345678901' },
    ]);
    expect(await asked(run)).toEqual(['****8901']);
  });

  it('an account number from a numeric cell means the account without zeros where that account is known', async () => {
    const run = await ran(
      ['accounts/register.xlsx', await asSpreadsheet(register('12345678901'))],
      ['accounts/flows.csv', money('12345678901')],
    );
    expect(await notified(run)).toMatchObject([{ accountNumber: '12345678901', enterpriseCode: stolen.code }]);
    expect(await through(run)).toBe(true);
  });

  it('an account number from a numeric cell joins the account of more digits than a spreadsheet keeps', async () => {
    const run = await ran(
      ['accounts/register.csv', register('12345678901234567')],
      ['accounts/flows.xlsx', await asSpreadsheet(money('12345678901234567'))],
    );
    expect(await notified(run)).toMatchObject([{ accountNumber: '12345678901234567' }]);
    expect(await through(run)).toBe(true);
    const alone = await ran(['accounts/register.csv', register('12345678901234500')]);
    expect(await notified(alone)).toMatchObject([{ accountNumber: null, accountAsGiven: '12345678901234500' }]);
    expect(await asked(alone)).toEqual(['****4500']);
  });

  it('a listed account of an unknown company leads to a notice by its exact number alone', async () => {
    const listed = await asSpreadsheet(listings('970436,0055566677788,5,Lừa đảo,01/12/2025'));
    const run = await ran(['suspicious-accounts/a.xlsx', listed]);
    expect(await notified(run)).toEqual([]);
    await run.tick();
    await run.settle();
    const question = run.objects.get('outbox/970436/so-tai-khoan-can-hoi.xlsx') ?? Buffer.alloc(0);
    expect(await numbersAsked(question)).toEqual(['55566677788']);
    expect([...(await run.accounts.questions()).keys()]).toEqual(['970436']);
    await run.drop('accounts/flows.csv', money('0055566677788'));
    await run.settle();
    expect(await notified(run)).toMatchObject([{ accountNumber: '0055566677788' }]);
    const wallet = listings('MOMO,0912345678,5,Lừa đảo,01/12/2025');
    const ofWallet = await ran(['suspicious-accounts/a.xlsx', await asSpreadsheet(wallet)]);
    const notices = await ofWallet.notices.changed('bank#MOMO', '', '9', 100);
    expect(notices.map(({ notice }) => notice.content)).toMatchObject([{ accountNumber: '0912345678' }]);
  });

  it('an account number of a list that a spreadsheet wrote as text means the account that has it with zeros, whichever comes first', async () => {
    const list: SentFile = ['suspicious-accounts/a.csv', listings('970436,12345678901,5,Lừa đảo,01/12/2025')];
    const book: SentFile = ['accounts/register.csv', register('0012345678901')];
    const [before, after] = [await ran(list, book), await ran(book, list)];
    for (const run of [before, after]) {
      expect((await notified(run)).filter(({ state }) => state === 'in_force')).toMatchObject([
        { accountNumber: '0012345678901', enterpriseCode: stolen.code, reasonCodes: [5] },
      ]);
    }
    expect(await notified(before)).toContainEqual(
      expect.objectContaining({ state: 'withdrawn', accountNumber: '12345678901' }),
    );
    const alone = await ran(list);
    expect(await notified(alone)).toMatchObject([{ state: 'in_force', accountNumber: '12345678901' }]);
  });

  it('an account number in many flows that a spreadsheet wrote as text joins its account, and becomes a question where the register also lost its zeros', async () => {
    const others = Array.from(
      { length: 30 },
      (_, n) => `970436,${String(98_765_400_000 + n)},2025-10,5000000,4000000,4,8`,
    );
    const lost: SentFile = ['accounts/flows.csv', [money('12345678901'), ...others].join('\n')];
    expect(await through(await ran(['accounts/register.csv', register('0012345678901')], lost))).toBe(true);
    const both = await ran(['accounts/register.xlsx', await asSpreadsheet(register('0012345678901'))], lost);
    expect(await notified(both)).toMatchObject([{ accountNumber: null, accountAsGiven: '12345678901' }]);
    expect(await asked(both)).toEqual(['****8901']);
    const kept: SentFile = [
      'accounts/flows.csv',
      [money('12345678901'), ...others, others[0]?.replace('98765', '0065') ?? ''].join('\n'),
    ];
    expect(
      await notified(await ran(['accounts/register.xlsx', await asSpreadsheet(register('12345678901'))], kept)),
    ).toMatchObject([{ accountNumber: '12345678901' }]);
  });
});
