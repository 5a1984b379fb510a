import { describe, expect, it } from 'vitest';
import { flow, type FlowRun, type SentFile } from '#test/support/flow.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { ownersRows } from '#shared/domain/notification/dossier/owners-rows.ts';
import { STOLEN_ACCOUNT, stolen } from '#test/support/flagged.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

const [DAUGHTER, PARENT, TOP] = [code(1), code(2), code(3)];
const AN = 'Nguyễn Văn An,033085000018,';
const BINH = 'Trần Thị Bình,033085000027,';
const REGISTERED: SentFile = [
  'registrations/ho-so.csv',
  registrations({ code: DAUGHTER }).replace('15/01/2025', '01/09/2025'),
];
const members = (name: string, ...rows: string[]): SentFile => [
  `registrations/${name}.csv`,
  ['Mã số doanh nghiệp,Tên thành viên,Số giấy tờ,Mã số tổ chức,Tỷ lệ (%),Ngày', ...rows].join('\n'),
];
const declared = (...rows: string[]): SentFile => [
  'registrations/ke-khai.csv',
  ['Mã số doanh nghiệp,Họ và tên,Số giấy tờ,Mã số tổ chức,Tỷ lệ sở hữu vốn điều lệ,Ngày kê khai', ...rows].join('\n'),
];
const OF_DAUGHTER = members('con', `${DAUGHTER},CÔNG TY MẸ,,${PARENT},100,01/09/2025`);
const OF_PARENT = members('me', `${PARENT},CÔNG TY ÔNG,,${TOP},60,01/09/2025`, `${PARENT},${BINH},40,01/09/2025`);
const OF_TOP = members('ong', `${TOP},${AN},50,01/09/2025`, `${TOP},CÔNG TY CON,,${DAUGHTER},50,01/09/2025`);
const OF_ANOTHER = declared(`${PARENT},${BINH},40,01/09/2025`);

async function runOf(files: readonly SentFile[]): Promise<FlowRun> {
  const run = await flow();
  for (const [key, content] of files) {
    await run.drop(key, content);
    await run.settle();
  }
  return run;
}
async function endOf(run: FlowRun) {
  const { owners, worklist, verdict, nextCheckOn, sample } = (await run.assessments.of([DAUGHTER])).get(DAUGHTER) ?? {};
  const tasks = worklist?.filter(({ kind }) => kind === 'beneficial_owner');
  return { owners, verdict, nextCheckOn, tasks, duty: sampleIn(sample)?.duties?.ownersDeclaration };
}

describe('the beneficial owners of a company', () => {
  it('are computed through organisations and a loop, whatever file comes first', async () => {
    const files = [REGISTERED, OF_DAUGHTER, OF_PARENT, OF_TOP, OF_ANOTHER];
    const end = await endOf(await runOf(files));
    expect(end).toMatchObject({
      verdict: 'clear',
      duty: 'late',
      owners: {
        state: 'overdue',
        dueOn: '2025-09-01',
        missing: [
          { number: '****0027', share: 57.14, file: 'registrations/me.csv', row: 3 },
          { number: '****0018', share: 42.86, file: 'registrations/ong.csv', row: 2 },
        ],
      },
      tasks: [{ person: 'Trần Thị Bình' }, { person: 'Nguyễn Văn An', proposed: '42,86%' }],
    });
    expect(await endOf(await runOf([OF_ANOTHER, OF_TOP, OF_PARENT, OF_DAUGHTER, REGISTERED]))).toEqual(end);
    expect(await endOf(await runOf([OF_DAUGHTER, REGISTERED, OF_ANOTHER, OF_TOP, OF_PARENT]))).toEqual(end);
  });

  it('tie the companies behind which they stand, hidden or declared, until they leave', async () => {
    const sister = code(4);
    const first: SentFile = [
      'registrations/chi-em.csv',
      registrations({ code: sister, document: '033085000036' }, { code: TOP, document: '033085000045' }),
    ];
    const declaredByTop = declared(`${TOP},${AN},30,01/09/2025`);
    const ofSister = members('em', `${sister},CÔNG TY MẸ,,${PARENT},30,01/09/2025`);
    const hidden = members('me', `${PARENT},${AN},100,01/09/2025`);
    const run = await runOf([hidden, OF_DAUGHTER, REGISTERED, declaredByTop, first, ofSister]);
    const tiesOf = async (...codes: string[]) => {
      const found = await run.assessments.of(codes);
      const values = codes.map((one) => new Set(found.get(one)?.values.filter((value) => value.startsWith('person#'))));
      return [...(values[0] ?? [])].filter((value) => values.every((others) => others.has(value))).length;
    };
    expect(await tiesOf(DAUGHTER, sister)).toBe(1);
    expect(await tiesOf(DAUGHTER, sister, TOP)).toBe(1);
    await run.drop(...members('me-sau', `${PARENT},${AN},0,02/09/2025`, `${PARENT},${BINH},100,02/09/2025`));
    await run.settle();
    expect(await tiesOf(DAUGHTER, TOP)).toBe(0);
    expect(await tiesOf(DAUGHTER, sister)).toBe(1);
  });

  it('are named in the dossier where another organisation hides them', async () => {
    const run = await runOf([
      members('con', `${stolen.code},CÔNG TY MẸ,,${PARENT},100,01/02/2025`),
      members('me', `${PARENT},${AN},80,01/02/2025`, `${PARENT},${BINH},20,01/02/2025`),
      ['registrations/ho-so.csv', registrations(stolen)],
      ['accounts/a.csv', accounts(STOLEN_ACCOUNT)],
      ['identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,')],
    ]);
    const [, bytes] = [...run.objects].findLast(([key]) => /^dossiers\/.*\/dossier\.json$/u.test(key)) ?? [];
    const { owners } = JSON.parse(bytes?.toString() ?? '').caseFile;
    expect(ownersRows(owners).map(([who, what, share]) => [who?.split('\n')[0], what, share])).toEqual([
      ['CÔNG TY MẸ', 'Thành viên/Cổ đông', '100%'],
      ['Nguyễn Văn An', 'Chủ sở hữu hưởng lợi tính qua tổ chức khác, chưa kê khai', '80%, 80%'],
    ]);
  });

  it('are not overdue where no declaration of any company was received, and not known without members', async () => {
    expect(await endOf(await runOf([OF_DAUGHTER, REGISTERED]))).toMatchObject({
      owners: { state: 'unknown' },
      tasks: [],
    });
    expect(await endOf(await runOf([REGISTERED, OF_ANOTHER]))).toMatchObject({
      owners: { state: 'unknown' },
      tasks: [],
    });
  });

  it('are declared where the declaration agrees with the members', async () => {
    const agreeing = declared(`${DAUGHTER},${BINH},57.14,01/09/2025`, `${DAUGHTER},${AN},42.86,01/09/2025`);
    expect(await endOf(await runOf([REGISTERED, OF_DAUGHTER, OF_PARENT, OF_TOP, agreeing]))).toMatchObject({
      owners: { state: 'declared', missing: [], surplus: [], contradicting: [] },
      tasks: [],
    });
  });
});
