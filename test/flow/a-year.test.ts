import { beforeAll, describe, expect, it } from 'vitest';
import { dynalite } from '#test/support/dynalite.ts';
import { createHandler as issueReport } from '#functions/issue-report/handler.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { ledgerOfTables } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { httpEvent } from '#test/support/http.ts';
import { accounts, code, flows, identities, registrations } from '#test/support/sample-feeds.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const POLICE = 'receiver/police';
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const BANK = '970436';
const SILENT = '970405';
/** A former commune that became part of Phố Hiến on 01/07/2025, and its present name. */
const COMMUNES = ['Phường Lê Lợi, Thành phố Hưng Yên, Tỉnh Hưng Yên', 'Phường Phố Hiến, Tỉnh Hưng Yên'];

/** Adds a company that is flagged on the day because its representative is another person than in police data, and the bank tells of money that passes through. */
async function flag(run: FlowRun, serial: number, day: string) {
  run.clock.now = new Date(`${day}T03:00:00Z`);
  const document = `0330850${String(serial).padStart(5, '0')}`;
  const company = {
    code: code(serial),
    document,
    person: 'Trần Thị Kẻ Gian',
    born: '01/01/1990',
    phone: `09123456${String(serial).padStart(2, '0')}`,
    address: `Số ${serial * 31}, đường Số ${serial}, ${COMMUNES[day < '2025-07-01' ? 0 : 1]}`,
    registeredOn: `05/01/${2014 + serial}`,
  };
  const bank = serial % 2 === 0 ? SILENT : BANK;
  await run.drop(`registrations/${serial}.csv`, registrations(company));
  await run.drop(
    `identities/${serial}.csv`,
    identities(`${document},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`),
  );
  const account = `00011122${String(serial).padStart(2, '0')}`;
  await run.drop(
    `accounts/${bank}/${serial}.csv`,
    accounts(
      `${bank},${account},${company.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${document},${company.phone},20/01/2025,1`,
    ),
  );
  await run.drop(
    `accounts/${bank}/${serial}-dong-tien.csv`,
    flows(`${bank},${account},2025-01,5000000000,4990000000,90,9`),
  );
  await run.settle();
  return company.code;
}

async function reply(run: FlowRun, day: string, scope: string, path: string, body: unknown) {
  run.clock.now = new Date(`${day}T04:00:00Z`);
  const answer = await run.api(httpEvent({ method: 'POST', path, scope, body }), lambdaContext());
  expect(answer).toMatchObject({ statusCode: 202 });
  await run.settle();
}

const decide = async (run: FlowRun, day: string, enterpriseCode: string, outcome: 'confirmed' | 'dismissed') => {
  const noticeId = noticeIdOf('police', enterpriseCode);
  const sequence = (await run.notices.get('police', noticeId))?.sequence;
  const reason = 'đã xác minh';
  await reply(run, day, POLICE, `/v1/notices/${noticeId}/decisions`, { sequence, outcome, reason });
};

/** Six flags: confirmed, dismissed, overturned half a year later, undecided; the silent bank never answers. */
async function year(): Promise<FlowRun> {
  const run = await flow({ asOf: 'real', database: await dynalite() });
  const [first, second, third] = [
    await flag(run, 1, '2025-02-10'),
    await flag(run, 2, '2025-03-12'),
    await flag(run, 3, '2025-04-15'),
  ];
  await decide(run, '2025-04-20', first, 'confirmed');
  await decide(run, '2025-05-05', second, 'dismissed');
  await decide(run, '2025-05-10', third, 'confirmed');
  for (const [serial, day] of [
    [4, '2025-08-01'],
    [5, '2025-09-09'],
  ] as const)
    await flag(run, serial, day);
  const [notified] = await run.notices.changed(`bank#${BANK}`, '', '9', 1);
  const { noticeId = '', sequence } = notified?.notice ?? {};
  await reply(run, '2025-09-20', 'receiver/bank.970436', `/v1/notices/${noticeId}/decisions`, {
    sequence,
    outcome: 'acted',
    accountStatus: '2',
  });
  await decide(run, '2025-11-11', third, 'dismissed');
  return run;
}

describe('a year of the flow', () => {
  let run: FlowRun;
  beforeAll(async () => {
    run = await year();
  });

  it('a year of the flow leaves a ledger from which each figure of the report can be counted again', async () => {
    const clock = rulesClock('real', () => run.clock.now);
    const ports = {
      ...run,
      log: { head: async () => undefined },
      measures: async () => ({ measures: ['accountReview'] }),
      rulesClock: clock,
    };
    const cases = await Array.fromAsync(ledgerOfTables(ports).cases(YEAR.from, YEAR.to));
    const facts = cases.flat();
    const of = (kind: OutcomeFact['kind']) => facts.filter((fact) => fact.kind === kind);
    const tally = tallyOf(YEAR);
    for (const own of cases) tally.add(own);
    const figures = tally.figures();
    expect(figures.events).toMatchObject({
      flagged: of('flagged').length,
      confirmed: 2,
      dismissed: 2,
      overturned: 1,
      acted: 1,
      withdrawn: of('withdrawn').length,
    });
    expect(
      of('flagged')
        .map(({ on }) => on)
        .sort(),
    ).toEqual(['2025-02-10', '2025-03-12', '2025-04-15', '2025-08-01', '2025-09-09']);
    expect(figures.flags).toMatchObject({ flagged: 5, confirmed: 1, dismissed: 2, pending: 2, overturned: 1 });
    expect(Object.values(figures.byCommune).map(({ flagged }) => flagged)).toEqual([5]);
    expect(figures.byBank[SILENT]).toMatchObject({ acted: 0, rejected: 0, acknowledged: 0 });
    expect(figures.byBank[BANK]?.acted).toBe(1);
    expect(figures.days.flagToDecision).toMatchObject({ count: 3, most: 69 });
    expect(figures.money.flagsWithMoney).toBe(5);
    // The ledger contains no name or number of a person or an account
    expect(JSON.stringify(facts)).not.toMatch(/Trần|Nguyễn|0330850|00011122/u);
  });

  it('the report of a year is the same each time, and the report of a period without data states what is missing', async () => {
    const clock = rulesClock('real', () => new Date('2026-01-01T01:00:00Z'));
    const handler = issueReport({
      ...run,
      log: { head: async () => undefined },
      measures: async () => ({ measures: [] }),
      rulesClock: clock,
      objects: { put: async (_bucket: string, key: string, body) => void run.objects.set(key, await bytesOf(body)) },
      evidenceBucket: 'evidence',
      outboxBucket: 'inbox',
      park: async () => {},
    });
    const ask = (body: unknown) => handler(sqsEvent(record('m', body)), lambdaContext());
    const reports = () => new Map([...run.objects].filter(([key]) => key.includes('reports/')));
    await ask({ kind: 'year' });
    const first = reports();
    expect([...first.keys()].filter((key) => key.startsWith('reports/')).sort()).toEqual([
      'reports/year-2025-01-01-2025-12-31/bao-cao.docx',
      'reports/year-2025-01-01-2025-12-31/bieu-do-theo-thang.svg',
      'reports/year-2025-01-01-2025-12-31/so-lieu.xlsx',
    ]);
    expect([...first.keys()]).toContain(`outbox/${SILENT}/reports/year-2025-01-01-2025-12-31/bao-cao.docx`);
    await ask({ kind: 'year' });
    for (const [key, bytes] of reports()) expect([key, first.get(key)?.equals(bytes)]).toEqual([key, true]);
    await ask({ kind: 'ad-hoc', from: '2024-01-01', to: '2024-06-30' });
    expect(run.objects.has('reports/ad-hoc-2024-01-01-2024-06-30/bao-cao.docx')).toBe(true);
    await ask({ kind: 'month' });
    expect(run.objects.has('reports/month-2025-12-01-2025-12-31/so-lieu.xlsx')).toBe(true);
  });
});

const bytesOf = async (body: unknown): Promise<Buffer> =>
  Symbol.asyncIterator in Object(body)
    ? Buffer.concat(await Array.fromAsync(body as AsyncIterable<Uint8Array>))
    : Buffer.from(body as Uint8Array);
