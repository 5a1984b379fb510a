import { describe, expect, it } from 'vitest';
import { type FlowRun, flow, type SentFile } from '#test/support/flow.ts';
import { accounts, code, identities, registrations, subscribers } from '#test/support/sample-feeds.ts';

const CODE = code(1);
const HEADINGS =
  'Mã số doanh nghiệp,Tên doanh nghiệp,Địa chỉ trụ sở chính,Vốn điều lệ,Điện thoại,Người đại diện theo pháp luật,Ngày cấp';
const ADDRESS = '"Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên"';
const rowOf = (over: { name?: string; address?: string; capital?: string; head?: string; on?: string } = {}): string =>
  [
    CODE,
    over.name ?? 'CÔNG TY TNHH MẪU',
    over.address ?? ADDRESS,
    over.capital ?? '1.000.000.000 VNĐ',
    '0221 386 1234',
    over.head ?? 'NGUYỄN VĂN MẪU',
    over.on ?? '15/01/2025',
  ].join(',');
const REGISTER: SentFile = ['registrations/so.csv', [HEADINGS, rowOf()].join('\n')];
const DECLARED: SentFile = ['registrations/ho-so.csv', registrations({ code: CODE })];
const POLICE: SentFile = [
  'identities/cong-an.csv',
  identities('033085000123,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,'),
];
const BANK: SentFile = [
  'accounts/970436/so-tai-khoan.csv',
  accounts(`970436,0123456789,${CODE},CÔNG TY TNHH MẪU,Trần Thị Khác,033085000999,0987654321,20/01/2025,1`),
];
const CARRIER: SentFile = ['subscribers/thue-bao.csv', subscribers('0987654321,033085000888')];

async function runOf(...files: readonly SentFile[]): Promise<FlowRun> {
  const run = await flow();
  for (const [key, content] of files) {
    await run.drop(key, content);
    await run.settle();
  }
  return run;
}
const assessed = async (run: FlowRun) => (await run.assessments.of([CODE])).get(CODE);
const endOf = async (run: FlowRun) => {
  const { score, verdict, activity, findings, people } = (await assessed(run)) ?? {};
  const worklist = (await run.verifications.of([CODE])).get(CODE)?.worklist;
  return { score, verdict, activity, findings, people, worklist };
};

describe('a company of the register’s own export', () => {
  it('a company stands, and a representative who is known by name alone is unchecked and contradicts nobody', async () => {
    const run = await runOf(REGISTER, POLICE, BANK, CARRIER);
    expect(run.receipt('registrations/so.csv')).toMatchObject({ accepted: 1, companies: 1, asks: expect.any(String) });
    expect(await assessed(run)).toMatchObject({ verdict: 'clear', findings: [] });
    expect((await run.verifications.of([CODE])).get(CODE)?.people).toMatchObject([
      { role: 'legal_representative', result: 'unchecked', maskedDocumentNumber: '' },
    ]);
  });

  it('a declaration completes it in any order, and the register contradicts nothing in which they agree', async () => {
    const both = await endOf(await runOf(REGISTER, POLICE, DECLARED, BANK, CARRIER));
    expect(await endOf(await runOf(DECLARED, BANK, CARRIER, REGISTER, POLICE))).toEqual(both);
    const alone = await endOf(await runOf(DECLARED, POLICE, BANK, CARRIER));
    expect(both).toEqual(alone);
    expect(both.people).toMatchObject([{ result: 'match' }]);
  });

  it('another value of the register is asked about and does not replace the declared one', async () => {
    const other: SentFile = [
      'registrations/so.csv',
      [HEADINGS, rowOf({ capital: '9 tỷ đồng', head: 'Lê Văn Khác', on: '01/06/2025' })].join('\n'),
    ];
    const { people, worklist } = await endOf(await runOf(other, DECLARED, POLICE));
    expect(people).toMatchObject([{ result: 'match' }]);
    expect(worklist).toMatchObject([
      { kind: 'conflict', field: 'charterCapital', proposed: '9000000000' },
      { kind: 'conflict', field: 'fullName', current: 'Nguyễn Văn Mẫu', proposed: 'Lê Văn Khác' },
    ]);
  });

  it('a later certificate is a change of the company and not its founding', async () => {
    const later: SentFile = [
      'registrations/so-2.csv',
      [HEADINGS, rowOf({ head: 'Lê Văn Khác', on: '01/06/2025' })].join('\n'),
    ];
    const run = await runOf(later, REGISTER);
    const { registrations: rows } = await run.companies.recorded(CODE);
    expect(rows).toHaveLength(2);
    expect(await assessed(run)).toMatchObject({ registeredOn: '2025-01-15' });
  });
});
