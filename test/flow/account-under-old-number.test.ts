import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

const OWNER = { code: code(1), person: 'Trần Minh Toàn', born: '02/05/1978', document: '001078371176' };
const OLD_NUMBER = '145678901';
const registerOf = (document: string): string =>
  accounts(`970436,0001112223,${OWNER.code},CÔNG TY TNHH MẪU,Trần Minh Toàn,${document},0987654321,20/03/2025,1`);
const extractOf = (oldNumber: string): string =>
  identities(`001078371176,CCCD,Trần Minh Toàn,02/05/1978,Nam,BINH_THUONG,,${oldNumber},`);

/** Whether the company's account counts as another person's, and how many notices the bank has in force. */
async function atBank(run: FlowRun): Promise<{ mismatch: boolean | undefined; notices: number }> {
  const assessed = await run.assessments.get(OWNER.code);
  const notices = await run.notices.changed('bank#970436', '0', '9', 100);
  return {
    mismatch: assessed?.accounts[0]?.mismatch,
    notices: notices.filter(({ notice: { state } }) => state === 'in_force').length,
  };
}

async function registered(document: string): Promise<FlowRun> {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(OWNER));
  await run.drop('accounts/register.csv', registerOf(document));
  await run.settle();
  return run;
}

describe('an account under a number of another kind than its representative declared', () => {
  it('is nobody else’s before the police extract was read, and the representative’s once it has the old number', async () => {
    const run = await registered(OLD_NUMBER);
    expect(await atBank(run)).toEqual({ mismatch: false, notices: 0 });

    await run.drop('identities/a.csv', extractOf(OLD_NUMBER));
    await run.settle();
    expect(await atBank(run)).toEqual({ mismatch: false, notices: 0 });
  });

  it('is another person’s once the extract has the representative without that number', async () => {
    const run = await registered(OLD_NUMBER);
    await run.drop('identities/a.csv', extractOf(''));
    await run.settle();
    expect(await atBank(run)).toEqual({ mismatch: true, notices: 1 });
  });

  it('is another person’s at once where both are personal numbers', async () => {
    expect(await atBank(await registered('033190000999'))).toEqual({ mismatch: true, notices: 1 });
  });
});
