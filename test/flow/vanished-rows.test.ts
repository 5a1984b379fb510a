import { afterEach, expect, it, vi } from 'vitest';
import { logger } from '#shared/runtime/log.ts';
import { flow } from '#test/support/flow.ts';
import { activities, code, registrations } from '#test/support/sample-feeds.ts';

afterEach(() => vi.restoreAllMocks());

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
const signals = (month: string, withReturns: boolean) =>
  activities(
    `${code(1)},HOA_DON,28/${month}/2025,5000000,2025-${month}`,
    ...(withReturns ? [`${code(1)},TO_KHAI_THUE,20/${month}/2025,5000000,2025-${month}`] : []),
  );

it('returns that come no more raise one alarm and flip nothing, and end when they come again', async () => {
  const run = await flow();
  const alarms = vi.spyOn(logger, 'info');
  const raised = () => alarms.mock.calls.filter(([said]) => said === 'SENDER_CHANGED');
  await run.drop('registrations/a.csv', registrations({ code: code(1) }));
  for (const month of MONTHS) {
    await run.drop(`activities/${month}.csv`, signals(month, Number(month) <= 7));
    await run.work('files');
  }
  expect(await run.files.vanished('activities')).toEqual([
    { sender: 'activities', content: 'activities/TO_KHAI_THUE', last: '2025-07' },
  ]);
  expect(raised()).toHaveLength(1);
  await run.drop('activities/11.csv', signals('11', false));
  await run.work('files');
  expect(raised()).toHaveLength(1);
  for (const month of ['08', '09', '10', '11']) await run.drop(`activities/${month}.csv`, signals(month, true));
  await run.work('files');
  expect(await run.files.vanished()).toEqual([]);
});

it('a column and a role that are no longer filled are told apart from the rows that go on', async () => {
  const run = await flow();
  for (const month of MONTHS) {
    const filled = registrations({ code: code(Number(month)), registeredOn: `15/${month}/2025` });
    const text =
      Number(month) <= 7
        ? filled
        : filled.replace('0912345678', '').replace('Người đại diện theo pháp luật,', 'Giám đốc,');
    await run.drop(`registrations/${month}.csv`, text);
    await run.work('files');
  }
  expect((await run.files.vanished()).map(({ content, last }) => `${content} ${last}`).toSorted()).toEqual([
    'registrations/legal_representative 2025-07',
    'registrations/phone 2025-07',
  ]);
});

it('the receipt of a file of many months says what its later rows have no more', async () => {
  const run = await flow();
  const texts = MONTHS.map((month) => signals(month, Number(month) <= 7).split('\n'));
  const [[heading = ''] = []] = texts;
  await run.drop('activities/2025.csv', [heading, ...texts.flatMap((lines) => lines.slice(1))].join('\n'));
  await run.settle();
  expect(run.receipt('activities/2025.csv')).toMatchObject({
    vanished: [expect.stringContaining('TO_KHAI_THUE của tín hiệu hoạt động có đều đến tháng 7/2025')],
  });
});

it('the revenue of returns and the reason of listings are told apart from the rows that go on without them', async () => {
  const run = await flow();
  const until7 = (month: string, text: string) => (Number(month) <= 7 ? text : '');
  await run.drop('registrations/a.csv', registrations({ code: code(1) }));
  const returns = MONTHS.map(
    (month) => `${code(1)},TO_KHAI_THUE,20/${month}/2025,${until7(month, '5000000')},2025-${month}`,
  );
  const invoices = MONTHS.map((month) => `${code(1)},HOA_DON,28/${month}/2025,5000000,2025-${month}`);
  await run.drop('activities/2025.csv', activities(...invoices, ...returns));
  const listings = MONTHS.map(
    (month) => `970436,00011122${month},5,${until7(month, 'nhận tiền lừa đảo')},05/${month}/2025`,
  );
  await run.drop(
    'suspicious-accounts/2025.csv',
    ['Ngân hàng,Số tài khoản,Mã nghi ngờ,Lý do,Ngày', ...listings].join('\n'),
  );
  await run.settle();
  expect((await run.files.vanished()).map(({ content, last }) => `${content} ${last}`).toSorted()).toEqual([
    'activities/TO_KHAI_THUE/value 2025-07',
    'suspicious-accounts/reason 2025-07',
  ]);
});
