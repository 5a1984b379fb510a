import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, activities, code, flows, identities, registrations } from '#test/support/sample-feeds.ts';

const HOLDER = { code: code(1), person: 'Trần Minh Toàn', born: '02/05/1978', document: '001078371176' };
/** The same company with another representative since a later day. */
const SUCCESSOR = { ...HOLDER, person: 'Lê Thị Kế Nhiệm', born: '07/08/1990', document: '001190000124' };
const MONTHS = ['2025-08', '2025-09', '2025-10', '2025-11'];
const ACCOUNT = '970436,0001112223';
const registerOf = (person: string, document: string): string =>
  accounts(`${ACCOUNT},${HOLDER.code},CÔNG TY TNHH MẪU,${person},${document},0987654321,20/03/2025,1`);
const FLOWS = flows(...MONTHS.map((month) => `${ACCOUNT},${month},9000000000,8990000000,400,12`));
const EXTRACT = identities(
  '001078371176,CCCD,Trần Minh Toàn,02/05/1978,Nam,BINH_THUONG,,,',
  '001190000124,CCCD,Lê Thị Kế Nhiệm,07/08/1990,Nam,BINH_THUONG,,,',
);

async function drop(run: FlowRun, key: string, content: string): Promise<void> {
  await run.drop(key, content);
  await run.settleWithout('registrations');
}

const noticesOf = async (run: FlowRun) =>
  (await Promise.all(['police', 'bank#970436'].map((one) => run.notices.changed(one, '0', '9', 100)))).flat();

describe('a company whose people are not verified', () => {
  /** A bank names a stranger as representative, so the account is not the company's own and its flows alone do not flag. */
  it('is not flagged because its people are not known, and is assessed once they are verified', async () => {
    const run = await flow();
    await drop(run, 'registrations/a.csv', registrations(HOLDER));
    await drop(run, 'identities/a.csv', EXTRACT);
    await drop(run, 'activities/a.csv', activities(`${HOLDER.code},TO_KHAI_THUE,30/10/2025,0,2025-Q3`));
    await drop(run, 'accounts/register.csv', registerOf('Phạm Thị Người Lạ', '033190000999'));
    await drop(run, 'accounts/flows.csv', FLOWS);
    expect(await run.assessments.get(HOLDER.code)).toBeUndefined();
    expect(await noticesOf(run)).toEqual([]);

    await run.settle();
    expect(await run.assessments.get(HOLDER.code)).toMatchObject({ verdict: 'watch' });
    expect(await noticesOf(run)).toMatchObject([{ notice: { receiver: 'bank#970436', sequence: 1 } }]);
  });

  it('is not compared with the people of its version before', async () => {
    const run = await flow();
    await run.drop('identities/a.csv', EXTRACT);
    await run.drop('registrations/a.csv', registrations(HOLDER));
    await run.drop('accounts/register.csv', registerOf(HOLDER.person, HOLDER.document));
    await run.settle();
    const before = await run.assessments.get(HOLDER.code);
    expect(before).toMatchObject({ accounts: [{ mismatch: false }] });

    await drop(run, 'registrations/b.csv', registrations({ ...SUCCESSOR, registeredOn: '01/10/2025' }));
    const renamed = registerOf(SUCCESSOR.person, SUCCESSOR.document).replace('Trạng thái', 'Trạng thái,Ngày cập nhật');
    await drop(run, 'accounts/register-b.csv', `${renamed},02/10/2025`);
    expect(await run.assessments.get(HOLDER.code)).toEqual(before);
    await run.settle();
    expect(await run.assessments.get(HOLDER.code)).toMatchObject({ accounts: [{ mismatch: false }] });
    expect(await noticesOf(run)).toEqual([]);
  });

  it('has them verified where the people of an earlier version are stored and no message asked for these', async () => {
    const run = await flow();
    await run.drop('identities/a.csv', EXTRACT);
    await run.drop('registrations/a.csv', registrations(HOLDER));
    await run.settle();
    await run.drop('registrations/b.csv', registrations({ ...SUCCESSOR, registeredOn: '01/10/2025' }));
    await run.work('files');
    run.waiting.set('registrations', []);
    await run.settle();
    const numbers = async () =>
      (await run.assessments.get(HOLDER.code))?.people.map(({ maskedDocumentNumber }) => maskedDocumentNumber);
    expect(await numbers()).toEqual(['****1176']);

    await run.drop('activities/a.csv', activities(`${HOLDER.code},BHXH,30/10/2025,3,`));
    await run.settle();
    expect(await numbers()).toEqual(['****0124']);
  });

  it('has the receivers of its earlier assessment notified again after a restore', async () => {
    const run = await flow();
    await run.drop('identities/a.csv', EXTRACT);
    await run.drop('registrations/a.csv', registrations(HOLDER));
    await run.drop('accounts/register.csv', registerOf('Phạm Thị Người Lạ', '033190000999'));
    await run.settle();
    await run.drop('registrations/b.csv', registrations({ ...SUCCESSOR, registeredOn: '01/10/2025' }));
    await run.work('files');
    const notified = () => run.sent.filter(({ queue }) => queue === 'bank-notices').length;
    const earlier = notified();
    const body = { reason: 'table-restored' };
    run.waiting.get('sweeps')?.push({ body, sentAt: run.clock.now.getTime(), delaySeconds: 0 });
    await run.settleWithout('registrations');
    expect(notified()).toBeGreaterThan(earlier);
  });
});
