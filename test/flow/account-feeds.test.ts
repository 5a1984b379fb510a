import { describe, expect, it } from 'vitest';
import type { FlowRun } from '#test/support/flow.ts';
import { accounts, code, flows, subscribers } from '#test/support/sample-feeds.ts';
import { living, registered, sentTo, silent } from '#test/support/silence.ts';

describe('flows, accounts and subscribers', () => {
  const row = (company: typeof silent, number: string, updated = '') =>
    `970436,${number},${company.code},CÔNG TY TNHH MẪU,Nguyễn Văn Mẫu,${company.document},${company.phone},20/01/2025,1,${updated}`;
  const register = (...rows: string[]) => accounts(...rows).replace('Trạng thái', 'Trạng thái,Ngày cập nhật');
  const through = (number: string, month: string) => `970436,${number},${month},3000000000,2990000000,40,8`;
  const money = async (run: FlowRun, company: { code: string }) =>
    (await run.assessments.get(company.code))?.findings.some(({ code: rule }) => rule.startsWith('PASS_THROUGH'));

  async function withAccounts(): Promise<FlowRun> {
    const run = await registered();
    await run.drop('accounts/a.csv', register(row(silent, '111'), row(living, '222')));
    await run.drop('accounts/f.csv', flows(through('222', '12/2025')));
    await run.settle();
    run.sent.length = 0;
    return run;
  }

  it('a file of accounts has the companies that it concerns assessed again, and no others, also for a month that was covered', async () => {
    const run = await withAccounts();
    await run.drop(
      'accounts/late.csv',
      flows(through('111', '08/2025'), through('111', '09/2025'), through('111', '10/2025')),
    );
    await run.settle();
    // Also by the survey that counts who leans on the bank
    expect(new Set(sentTo(run, 'companies'))).toEqual(new Set([silent.code]));
    expect(sentTo(run, 'sweeps')).toEqual([]);
    expect(await money(run, silent)).toBe(true);
  });

  it('flows and subscribers reach their company where the register arrives later', async () => {
    const run = await registered();
    await run.drop('accounts/f.csv', flows(through('111', '10/2025')));
    await run.settle();
    await run.drop('accounts/a.csv', register(row(silent, '111')));
    await run.settle();
    expect(await money(run, silent)).toBe(true);
  });

  it('an account that moves to another company has the company that it left assessed again, too', async () => {
    const run = await withAccounts();
    expect(await money(run, living)).toBe(true);
    await run.drop('accounts/moved.csv', register(row(silent, '222', '01/12/2025')));
    await run.settle();
    expect(new Set(sentTo(run, 'companies'))).toEqual(new Set([silent.code, living.code]));
    expect([await money(run, silent), await money(run, living)]).toEqual([true, false]);
  });

  it('a subscriber has the companies assessed again whose accounts use the phone', async () => {
    const run = await withAccounts();
    await run.drop('subscribers/a.csv', subscribers(`${silent.phone},033085000999`, `${living.phone},033085000998`));
    await run.settle();
    expect(sentTo(run, 'companies').sort()).toEqual([silent.code, living.code].sort());
    // The finding has the least weight, so only a company with another finding shows it
    const found = (await run.assessments.get(living.code))?.findings.map((finding) => finding.code);
    expect(found).toContain('ACCOUNT_PHONE_OF_ANOTHER_PERSON');
  });

  it.each([
    ['a person whom nobody of the company knows', '033085000999', true],
    ['another company', code(77), false],
    ['a branch of another company', `${code(77)}-001`, false],
  ])('a phone that is in no registration and belongs to %s: a stranger’s is %s', async (_, holder, isStrangers) => {
    const run = await withAccounts();
    const phone = '0966000777';
    await run.drop('accounts/b.csv', register(row({ ...living, phone }, '222', '01/12/2025')));
    await run.drop('subscribers/a.csv', subscribers(`${phone},${holder}`));
    await run.settle();
    const found = (await run.assessments.get(living.code))?.findings.map((finding) => finding.code);
    expect(found?.includes('ACCOUNT_PHONE_OF_A_STRANGER')).toBe(isStrangers);
  });
});
