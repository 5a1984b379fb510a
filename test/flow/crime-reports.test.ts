import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

const company = { code: code(1), document: '033085000456', phone: '0987654321' };
const BASE = [
  ['registrations/a.csv', registrations(company)],
  ['identities/a.csv', identities('033085000456,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,')],
  [
    'accounts/a.csv',
    accounts(`970436,0001112223,${company.code},CÔNG TY TNHH MẪU,Nguyễn Văn Mẫu,033085000456,0987654321,20/01/2025,1`),
  ],
] as const;
const HEADINGS =
  'Mã vụ việc,Ngày,Trạng thái,Ngân hàng,Số tài khoản,Mã số doanh nghiệp,Số điện thoại,Số tiền,Ngày chuyển tiền';
const reports = (...rows: string[]) => [HEADINGS, ...rows].join('\n');
const OF_ACCOUNT = 'VV-01,10/12/2025,MOI,970436,0001112223,,,250.000.000,08/12/2025';
const OF_COMPANY = `VV-02,11/12/2025,,,,${company.code},,,`;
const OF_PHONE = `VV-07,11/12/2025,MOI,,,,${company.phone},,`;
const OF_OTHER = 'VV-08,11/12/2025,MOI,,,,0912345999,,';
const OTHER_PHONE = ['accounts/a.csv', BASE[2][1].replace(company.phone, '0912345999')] as const;
const WITHDRAWN = 'VV-01,12/12/2025,DA_RUT,970436,0001112223,,,,';

async function afterFiles(...files: readonly (readonly [string, string])[]): Promise<FlowRun> {
  const run = await flow();
  for (const [name, content] of files) await run.drop(name, content);
  await run.settle();
  return run;
}

async function seen(run: FlowRun) {
  const assessed = (await run.assessments.of([company.code])).get(company.code);
  const notices = await run.notices.changed('bank#970436', '0', '9', 100);
  return {
    verdict: assessed?.verdict,
    codes: assessed?.findings.map(({ code: of }) => of).filter((of) => /LISTED|REPORTED/u.test(of)),
    notices: notices.map(({ notice: { state, content } }) => [
      state,
      ...('accountNumber' in content ? [content.accountNumber] : []),
      ...('reasonCodes' in content ? [content.reasonCodes] : []),
    ]),
  };
}

describe("a victim's report", () => {
  it('tells the bank of the account at once, speaks against its company, and flags nobody alone', async () => {
    const run = await afterFiles(...BASE, ['crime-reports/a.csv', reports(OF_ACCOUNT)]);
    expect(await seen(run)).toEqual({
      verdict: expect.not.stringMatching('flagged'),
      codes: ['LISTED_ACCOUNT'],
      notices: [['in_force', '0001112223', [5]]],
    });
  });

  it('of a company speaks against it without any account', async () => {
    const run = await afterFiles(...BASE, ['crime-reports/a.csv', reports(OF_COMPANY)]);
    expect(await seen(run)).toMatchObject({ codes: ['REPORTED_BY_VICTIMS'], notices: [] });
  });

  it.each([
    ['of the company', [...BASE, ['crime-reports/a.csv', reports(OF_PHONE)]]],
    ['before the company is known', [['crime-reports/a.csv', reports(OF_PHONE)], ...BASE]],
    ['that only its account has', [BASE[0], BASE[1], OTHER_PHONE, ['crime-reports/a.csv', reports(OF_OTHER)]]],
  ] as const)('of a phone %s speaks against the company, and is undone', async (_whose, files) => {
    const run = await afterFiles(...files);
    expect(await seen(run)).toMatchObject({ codes: ['REPORTED_BY_VICTIMS'] });
    const said = (await run.assessments.of([company.code])).get(company.code)?.findings.map(({ message }) => message);
    expect(said?.join(' ')).toContain('hoặc số điện thoại');
    await run.drop(
      'crime-reports/b.csv',
      reports(OF_PHONE, OF_OTHER).replaceAll('11/12/2025,MOI', '12/12/2025,DA_RUT'),
    );
    await run.settle();
    expect(await seen(run)).toMatchObject({ codes: [] });
  });

  it.each([
    ['in a later file', [[OF_ACCOUNT], [WITHDRAWN]]],
    ['in an earlier file', [[WITHDRAWN], [OF_ACCOUNT]]],
    ['in the same file', [[OF_ACCOUNT, WITHDRAWN]]],
  ])('is undone where it was withdrawn %s', async (_where, files) => {
    const dropped = files.map((rows, n) => [`crime-reports/${n}.csv`, reports(...rows)] as const);
    const { codes, notices } = await seen(await afterFiles(...BASE, ...dropped));
    expect(codes).toEqual([]);
    expect(notices.filter(([state]) => state === 'in_force')).toEqual([]);
  });

  it('that was withdrawn does not clear what another victim or the police say of the account', async () => {
    const other = 'VV-03,09/12/2025,MOI,970436,0001112223,,,1 tỷ,01/12/2025';
    const run = await afterFiles(...BASE, ['crime-reports/a.csv', reports(OF_ACCOUNT, other, WITHDRAWN)]);
    expect(await seen(run)).toMatchObject({ codes: ['LISTED_ACCOUNT'], notices: [['in_force', '0001112223', [5]]] });
  });

  it('needs an account, a company or a phone, and a whole account', async () => {
    const rows = ['VV-4,10/12/2025,,,,,,,', 'VV-5,10/12/2025,,970436,,,,,', 'VV-6,10/12/2025,,,,,0912345678,,'];
    const run = await afterFiles(['crime-reports/a.csv', reports(...rows)]);
    expect(await run.receipt('crime-reports/a.csv')).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  });
});
