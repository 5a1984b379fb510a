import { expect, it } from 'vitest';
import { testDesks } from '#test/support/desks/test-desks.ts';
import { readWhole } from '../1-read-file/read-whole.ts';

it('a victim’s report that an investigator types becomes a file of one row that the reader accepts', async () => {
  const desks = await testDesks();
  const browser = await desks.signedIn(['police']);
  const path = '/police/crime-report';
  const formToken = await desks.formTokenOf(browser);
  const report = { formToken, caseId: 'VV-12', date: '4/1/2026', state: 'MOI', bank: 'Vietcombank' };
  const refused = await browser.post(path, { ...report, date: '31/2/2026', phone: '12' });
  expect(refused.statusCode).toBe(422);
  for (const field of ['date', 'accountNumber', 'phone']) expect(refused.body).toContain(`href="#${field}"`);
  expect(desks.put.size).toBe(0);
  const whole = { ...report, accountNumber: '0011223344', amount: '250.000.000', transferredOn: '2/1/2026' };
  expect(await browser.post(path, whole)).toMatchObject({
    statusCode: 303,
    headers: { location: `${path}?done=sent` },
  });
  const [[name, text] = ['', '']] = [...desks.put];
  const { records, rejected } = await readWhole(text, 'crime-reports', name, { today: '2026-01-05' });
  expect(rejected).toEqual([]);
  expect(records).toMatchObject([
    {
      report: { caseId: 'VV-12', on: '2026-01-04', amount: 250_000_000, transferredOn: '2026-01-02' },
      account: { bank: '970436', accountNumber: '0011223344' },
    },
  ]);
  await browser.post(path, whole);
  expect(desks.put.size).toBe(1);
});
