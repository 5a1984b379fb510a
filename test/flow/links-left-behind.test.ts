import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, registrations, type SampleCompany } from '#test/support/sample-feeds.ts';

const first: SampleCompany = { code: code(1), person: 'Trần Thị Hoa', document: '033085000123' };
const second: SampleCompany = { code: code(2), person: 'Lê Văn Thật', document: '033085000124' };
const crash = () => {
  throw new Error('crash');
};

/** A register in which the account is the company's, and somebody else manages it. */
const register = (owner: SampleCompany) =>
  accounts(`970436,0001112223,${owner.code},CÔNG TY TNHH MẪU,Phạm Người Khác,033085000125,0933333333,20/01/2025,1`);

async function holdersOf({ db, names }: FlowRun, company: SampleCompany) {
  const { Items = [] } = await db.send(new ScanCommand({ TableName: names.get('links') }));
  return Items.filter(
    ({ value, enterpriseCode, left }) =>
      String(value).startsWith('holder#') && enterpriseCode === company.code && !left,
  );
}

const listOf = async ({ links }: FlowRun, company: SampleCompany) =>
  (await links.lists([company.code])).get(company.code);

describe('the list of a company’s links', () => {
  it('only the present ones are kept, so that a bank that changes its accounts again and again does not fill it', async () => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations(first));
    await run.settle();
    for (let drop = 0; drop < 4; drop += 1) {
      const rows = Array.from({ length: 5 }, (_, n) => {
        const own = drop * 5 + n + 100;
        return `970436,000111222${n},${first.code},CÔNG TY TNHH MẪU,Phạm Người Khác,033085000${own},0933333${own},20/01/2025,1`;
      });
      await run.drop('accounts/register.csv', accounts(...rows));
      await run.settle();
      const values = (await run.assessments.get(first.code))?.values ?? [];
      expect(values.filter((value) => value.startsWith('phone#')).length).toBeGreaterThanOrEqual(5);
      const list = await listOf(run, first);
      expect(list?.links.map(({ value }) => value)).toEqual(values.toSorted());
      // Those of the drop before, which a slow run may still write
      expect(list?.left.length).toBeLessThanOrEqual(10);
    }
  });

  it('a company that is gone has nothing in it', async () => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations(first));
    await run.settle();
    expect((await listOf(run, first))?.links).not.toEqual([]);
    await run.release('registrations/a.csv', 'none');
    await run.settle();
    expect((await listOf(run, first))?.links).toEqual([]);
  });
});

describe('the links of a try that never came again', () => {
  it('a company loses the holder of an account that moved while the message of the first register was a dead letter', async () => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations(first, second));
    await run.settle();
    await run.drop('accounts/register.csv', register(first));
    await run.work('files');
    run.at('before an assessment is recorded', crash);
    await run.work('companies');
    expect(run.notPassed()).toEqual([]);
    run.waiting.set('companies', []);
    expect(await holdersOf(run, first)).toHaveLength(1);

    await run.drop('accounts/register.csv', register(second));
    await run.settle();
    expect(await holdersOf(run, first)).toEqual([]);
    expect(await holdersOf(run, second)).toHaveLength(1);
  });
});
