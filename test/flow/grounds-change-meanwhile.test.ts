import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, identities, registrations, type SampleCompany } from '#test/support/sample-feeds.ts';

const VICTIM = '033085000123';
const thief: SampleCompany = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: VICTIM };
const honest: SampleCompany = { code: code(2), person: 'Lê Văn Thật', document: '033085000124' };
const BANK = 'bank#970436';

const register = (holder: SampleCompany) =>
  accounts(
    `970436,0001112223,${holder.code},CÔNG TY TNHH MẪU,${holder.person},${holder.document},0912345678,20/01/2025,1`,
  );

const STEPS = ['files', 'registrations', 'companies', 'sweeps', 'surveys', 'police-notices', 'bank-notices'] as const;

/** Works off all messages up to those of one queue. */
async function workUpTo(queue: (typeof STEPS)[number], run: FlowRun): Promise<void> {
  const before = STEPS.slice(0, STEPS.indexOf(queue));
  for (let busy = true; busy; ) {
    busy = false;
    for (const name of before) if ((await run.work(name)) > 0) busy = true;
  }
  expect(run.waiting.get(queue)).not.toEqual([]);
}

async function aboutToTell(queue: (typeof STEPS)[number]): Promise<FlowRun> {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(thief, honest));
  await run.drop(
    'identities/a.csv',
    identities(
      `${VICTIM},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`,
      '033085000124,CCCD,Lê Văn Thật,12/03/1985,Nam,BINH_THUONG,,,',
    ),
  );
  await run.drop('accounts/register.csv', register(thief));
  await workUpTo(queue, run);
  return run;
}

const inForce = async ({ notices }: FlowRun) =>
  (await notices.changed(BANK, '', '9', 100)).filter(({ notice }) => notice.state === 'in_force');

const inForceOfPolice = async ({ notices }: FlowRun) =>
  (await notices.changed('police', '', '9', 100)).filter(({ notice }) => notice.state === 'in_force');

describe('grounds that change while a notice is written', () => {
  it('the police do not keep a notice of a company that is no longer flagged', async () => {
    const run = await aboutToTell('police-notices');
    run.at('before a notice is written', async () => {
      await run.drop(
        'identities/a.csv',
        identities(
          `${VICTIM},CCCD,Trần Thị Kẻ Gian,01/01/1990,Nam,BINH_THUONG,,,`,
          '033085000124,CCCD,Lê Văn Thật,12/03/1985,Nam,BINH_THUONG,,,',
        ),
      );
      await run.settle();
    });
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await inForceOfPolice(run)).toEqual([]);
  });

  it('a bank is notified of the identity thief’s account', async () => {
    const run = await aboutToTell('bank-notices');
    await run.settle();
    expect(await inForce(run)).toHaveLength(1);
  });

  it('a bank does not keep a notice of an account that no longer belongs to the identity thief', async () => {
    const run = await aboutToTell('bank-notices');
    run.at('before a notice is written', async () => {
      await run.drop('accounts/register.csv', register(honest));
      await run.settle();
    });
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await inForce(run)).toEqual([]);
  });

  it('a bank is notified of an account that became the identity thief’s while its notice was being withdrawn', async () => {
    const run = await aboutToTell('bank-notices');
    await run.settle();
    await run.drop('accounts/register.csv', register(honest));
    run.at('before a notice is written', async () => {
      await run.drop('accounts/register.csv', register(thief));
      await run.settle();
    });
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await inForce(run)).toHaveLength(1);
  });

  it('a bank keeps no notice of an account that a register gave to the identity thief for a moment', async () => {
    const run = await aboutToTell('bank-notices');
    await run.settle();
    await run.drop('accounts/register.csv', register(honest));
    await workUpTo('bank-notices', run);
    await run.drop('accounts/register.csv', register(thief));
    await run.work('files');
    await run.work('bank-notices');
    await run.drop('accounts/register.csv', register(honest));
    await run.settle();
    expect(await inForce(run)).toEqual([]);
  });

  it('a bank keeps its notice of an account that a register took from the identity thief for a moment', async () => {
    const run = await aboutToTell('bank-notices');
    await run.drop('accounts/register.csv', register(honest));
    await run.work('files');
    await run.work('bank-notices');
    await run.drop('accounts/register.csv', register(thief));
    await run.settle();
    expect(await inForce(run)).toHaveLength(1);
  });
});
