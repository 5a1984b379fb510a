import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MeasureSwitch } from '#shared/domain/outcomes/report/measures-in-period.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { Report, ReportTable } from '#shared/domain/outcomes/report/report.ts';
import type { LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { LedgerSource } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { lastPeriod, makeReports } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { SILENT_BANK, yearOfOutcomes } from '#test/support/year-of-outcomes.ts';

const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const cases = [...yearOfOutcomes(300, 11)];
const input: LedgerInput = {
  sender: '970436',
  feed: 'accounts',
  file: '970436/2025-01.csv',
  receivedOn: '2025-02-15',
  state: 'read',
  read: 100,
  accepted: 97,
  rejected: 3,
  repaired: 1,
  covers: { 'flows#970436': { from: '2025-01-01', to: '2025-01-31' } },
};

const ledger = (
  facts: readonly (readonly OutcomeFact[])[],
  measures = ['suspiciousAccounts'],
  switched: MeasureSwitch[] = [],
  duties?: Readonly<Record<string, Record<string, number>>>,
): LedgerSource => ({
  async *cases() {
    yield* facts;
  },
  inputs: async () => [input],
  about: async () => ({
    asOf: '2025-12-31',
    ruleSet: '2026-11-5',
    measures,
    switched,
    checkpoint: 'haukiem\n5\nabc=',
    ...(duties && { duties }),
  }),
});
const report = (
  facts = cases,
  period = YEAR,
  measures?: string[],
  switched?: MeasureSwitch[],
  duties?: Readonly<Record<string, Record<string, number>>>,
) => makeReports({ kind: 'year', period }, ledger(facts, measures, switched, duties)).then(({ province }) => province);
const tableOf = ({ sections }: Report, name: string): ReportTable =>
  sections.flatMap(({ tables }) => tables).find((table) => table.name === name)!;
const cellOf = (table: ReportTable, label: string, column = 1) =>
  table.rows.find(([first]) => String(first).includes(label))?.[column];

describe('the province’s report', () => {
  it('the same ledger gives a report of the same bytes', async () => {
    const [one, other] = [await reportFiles(await report()), await reportFiles(await report())];
    expect(one.map(({ name }) => name)).toEqual(['bao-cao.docx', 'so-lieu.xlsx', 'bieu-do-theo-thang.svg']);
    for (const [n, { bytes }] of one.entries()) expect(Buffer.from(bytes).equals(other[n]!.bytes)).toBe(true);
  });

  it('the report’s workbook has numbers that add up to the ledger’s', async () => {
    const made = await report();
    const book = (await reportFiles(made))[1]!;
    const parts = unzipSync(book.bytes);
    const month = made.sections.flatMap(({ tables }) => tables).findIndex(({ name }) => name === 'Theo tháng') + 2;
    const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${month}.xml`]);
    const flagged = [...xml.matchAll(/<c r="B(\d+)" s="3"><v>(\d+)<\/v>/gu)].map(([, , figure]) => Number(figure));
    expect(flagged.at(-1)).toBe(300);
    expect(flagged.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(300);
  });

  it('each total in the report’s tables is the sum of its rows, where none is hidden', async () => {
    const made = await report();
    for (const name of ['Ngân hàng', 'Theo tháng', 'Tiền vào', 'Kết cục', 'Dữ liệu đầu vào']) {
      const { rows, total, columns } = tableOf(made, name);
      for (const [n, { unit }] of columns.entries()) {
        if (unit !== 'count' && unit !== 'money') continue;
        if (rows.some((row) => typeof row[n] !== 'number')) continue;
        expect([name, n, total?.[n]]).toEqual([name, n, rows.reduce((sum, row) => sum + Number(row[n]), 0)]);
      }
    }
  });

  it('the report says “không có số liệu” for a period without facts', async () => {
    const empty = await report(cases, { from: '2031-01-01', to: '2031-06-30' });
    expect(empty.sections[1]?.paragraphs[0]).toContain('không có số liệu');
    for (const row of tableOf(empty, 'Sự việc trong kỳ').rows) expect(row.slice(1)).toEqual([undefined, undefined]);
    for (const row of tableOf(empty, 'Tiền vào').rows) expect(row[1]).toBeUndefined();
    for (const row of tableOf(empty, 'Nhiệm vụ kế hoạch').rows)
      expect(row[3] ?? 'chưa có: ').toStrictEqual(expect.stringMatching(/^chưa có: /u));
  });

  it('the report has figures of the year before exactly where the ledger has any', async () => {
    const two = [
      ...yearOfOutcomes(20, 3, '2024-01-01').map((facts) =>
        facts.map((fact) => ({ ...fact, caseId: `1${fact.caseId.slice(1)}` })),
      ),
      ...cases,
    ];
    expect(cellOf(tableOf(await report(two), 'Sự việc trong kỳ'), 'gắn cờ', 2)).toBe(20);
    expect(cellOf(tableOf(await report(), 'Sự việc trong kỳ'), 'gắn cờ', 2)).toBeUndefined();
  });

  it('the report lists the plan’s tasks, without a figure for uncounted tasks and for those without a direction', async () => {
    const plan = tableOf(await report(), 'Nhiệm vụ kế hoạch');
    expect([...new Set(plan.rows.map(([section]) => section))]).toEqual(['II.2', 'II.3', 'II.6']);
    expect(cellOf(plan, 'II.2', 3)).toBe(0);
    for (const task of ['Thu hồi', 'phối hợp', 'sinh trắc học', 'quy trình thành lập', 'góp vốn'])
      expect(plan.rows.find((row) => String(row[1]).includes(task))?.[3]).toStrictEqual(
        expect.stringMatching(/^chưa có: .* (?:cung cấp|ghi|gửi)/u),
      );
    expect(plan.rows.find(([, task]) => String(task).includes('IP nước ngoài'))?.[3]).toBeUndefined();
    const directed = tableOf(await report(cases, YEAR, ['foreignIp', 'accountReview']), 'Nhiệm vụ kế hoạch');
    expect(directed.rows.find(([, task]) => String(task).includes('IP nước ngoài'))?.[3]).toBe(0);
    expect(
      directed.rows.find(([, task]) => String(task).includes('Rà soát tài khoản doanh nghiệp'))?.[3],
    ).toBeGreaterThan(0);
  });

  it('the plan’s tasks have the money that banks and the police told, and the checks of capital', async () => {
    const [first = []] = cases;
    const told = (by: 'bank' | 'police', at: string, recovered: number) => ({
      ...first[0]!,
      kind: by === 'bank' ? ('answered' as const) : ('confirmed' as const),
      by,
      noticeId: by.repeat(5),
      on: '2025-11-05',
      at: `2025-11-05T0${at}:00:00.000Z`,
      id: `${by}${at}`,
      recovered,
    });
    const facts = [told('bank', '2', 5_000_000), told('bank', '1', 9_000_000), told('police', '3', 250_000_000)];
    const duties = { capitalContribution: { due: 30, kept: 20, late: 7, missed: 6 } };
    const plan = tableOf(
      await report([[...first, ...facts], ...cases.slice(1)], YEAR, [], [], duties),
      'Nhiệm vụ kế hoạch',
    );
    const figure = (indicator: string) => plan.rows.find((row) => String(row[2]).includes(indicator))?.[3];
    expect(figure('ngân hàng, ví điện tử trả lời')).toBe('5.000.000 đồng');
    expect(figure('quyết định của Công an')).toBe('250.000.000 đồng');
    expect([figure('đến hạn góp đủ vốn'), figure('góp đủ đúng hạn')]).toEqual([33, 20]);
  });

  it('each body has a field for its own text', async () => {
    const { rows } = tableOf(await report(), 'Phần các cơ quan tự ghi');
    expect(rows.map(([section, , text]) => [section, text])).toEqual(
      ['II.4', 'II.5', 'II.9', 'II.11', 'II.12'].map((section) => [section, '']),
    );
  });

  it('a measure that was on for a part of the period has its figure, even where it is off at the end', async () => {
    const off = {
      measure: 'accountReview',
      to: 'off',
      on: '2025-12-20',
      number: '9/UBND',
      date: '2025-12-19',
    } as const;
    const plan = tableOf(await report(cases, YEAR, [], [off]), 'Nhiệm vụ kế hoạch');
    expect(plan.rows.find(([, task]) => String(task).includes('Rà soát tài khoản doanh nghiệp'))?.[3]).toBeGreaterThan(
      0,
    );
    const stood = tableOf(await report(cases, YEAR, [], [off]), 'Biện pháp có chỉ đạo');
    expect(JSON.stringify(stood.rows)).toContain('01/01/2025 đến 20/12/2025');
  });

  it('the report names the silent bank, a late file, the rule sets, the log’s head and the days of the data', async () => {
    const text = JSON.stringify(await report());
    for (const said of ['Agribank không xác nhận', '2026-11-5', 'haukiem; 5; abc=', '31/12/2025', '104 xã, phường'])
      expect(text).toContain(said);
    expect(SILENT_BANK).toBe('970405');
    const inputs = tableOf(await report(), 'Dữ liệu đầu vào');
    expect(cellOf(inputs, 'Vietcombank', 7)).toBe(1);
    expect(cellOf(inputs, 'Vietcombank', 8)).toBe(10);
  });

  it('the report covers the half year or the year that has ended', () => {
    expect(lastPeriod('6-months', '2026-07-01')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(lastPeriod('6-months', '2026-01-01')).toEqual({ from: '2025-07-01', to: '2025-12-31' });
    expect(lastPeriod('month', '2026-03-01')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(lastPeriod('year', '2026-01-02')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
});

describe('a sender’s own report', () => {
  it('a sender’s own report has the sender’s notices, files and missing files, and nothing about another sender', async () => {
    const { own } = await makeReports({ kind: 'year', period: YEAR }, ledger(cases));
    expect([...own.keys()]).toEqual(['970405', '970418', '970422', '970436']);
    const text = JSON.stringify(own.get('970436'));
    for (const said of ['Vietcombank', '970436/2025-01.csv', '02/2025', 'chưa trả lời']) expect(text).toContain(said);
    for (const other of ['Agribank', 'BIDV', 'MBBank', '970418']) expect(text).not.toContain(other);
    expect(JSON.stringify(own.get('970418'))).toContain('không gửi tệp nào');
  });
});

describe('a sender’s own files', () => {
  const senders = ['970405', '970418', '970422', '970436', 'registrations'];
  const NAMES: Readonly<Record<string, string>> = {
    '970405': 'Agribank',
    '970418': 'BIDV',
    '970422': 'MBBank',
    '970436': 'Vietcombank',
    registrations: 'đăng ký doanh nghiệp',
  };
  const canaryOf = (sender: string) => `bi-mat-cua-${sender}.csv`;
  const textIn = (files: Awaited<ReturnType<typeof reportFiles>>) =>
    files
      .flatMap(({ name, bytes }) => (name.endsWith('.svg') ? [bytes] : Object.values(unzipSync(bytes))))
      .map((part) => new TextDecoder().decode(part))
      .join('\n');

  it('a sender’s own files contain no other sender’s name, number or file, and no company', async () => {
    const source = {
      ...ledger(cases),
      inputs: async () =>
        senders.map((sender) => ({
          ...input,
          sender,
          feed: sender === 'registrations' ? ('registrations' as const) : ('accounts' as const),
          file: canaryOf(sender),
        })),
    };
    const { own } = await makeReports({ kind: 'year', period: YEAR }, source);
    expect([...own.keys()]).toEqual(senders);
    for (const [sender, made] of own) {
      const text = textIn(await reportFiles(made));
      expect(text).toContain(canaryOf(sender));
      expect(text).toContain(NAMES[sender]);
      for (const other of senders.filter((one) => one !== sender))
        for (const said of [canaryOf(other), ...(other === 'registrations' ? [] : [NAMES[other]!, other])])
          expect([sender, said, text.includes(said)]).toEqual([sender, said, false]);
      expect(text).not.toMatch(/0900\d{6}/u);
    }
  });
});

describe('the changes of a month', () => {
  it('the month’s summary names a rule with more dismissed flags than predicted, and a sender that sent nothing', async () => {
    const month = { from: '2025-10-01', to: '2025-10-31' };
    const source = {
      ...ledger(cases),
      inputs: async () => [
        { ...input, sender: '970418', receivedOn: '2025-09-05' },
        { ...input, receivedOn: '2025-09-05', accepted: 1000 },
        { ...input, receivedOn: '2025-10-05', accepted: 400 },
      ],
    };
    const { province } = await makeReports({ kind: 'month', period: month }, source);
    const text = JSON.stringify(province);
    for (const said of ['BIDV: không gửi gì', 'Vietcombank: giảm quá nửa', 'vượt mức hứa'])
      expect(text).toContain(said);
  });

  it('the month’s summary names a bank whose flows halved in đồng, however many rows it sent, and a bank without flows', async () => {
    const month = { from: '2025-10-01', to: '2025-10-31' };
    const flows = (sender: string, credit: Record<string, number>, receivedOn: string) => ({
      ...input,
      sender,
      receivedOn,
      credit,
    });
    const source = {
      ...ledger(cases),
      inputs: async () => [
        flows('970436', { '2025-07': 900, '2025-08': 1000 }, '2025-09-05'),
        flows('970436', { '2025-09': 250 }, '2025-10-05'),
        flows('970436', { '2025-09': 190 }, '2025-10-05'),
        // The same file on another day reports the same money, and later files do not count for the month
        flows('970436', { '2025-09': 440 }, '2025-10-09'),
        flows('970436', { '2025-09': 5000 }, '2025-11-02'),
        flows('970418', { '2025-08': 700 }, '2025-09-05'),
        flows('970422', { '2025-08': 10, '2025-09': 5 }, '2025-10-05'),
      ],
    };
    const { province } = await makeReports({ kind: 'month', period: month }, source);
    const said = province.sections.flatMap(({ paragraphs }) => paragraphs).join(' ');
    expect(said).toContain('Vietcombank: tổng ghi có của tháng 09/2025 giảm quá nửa (440 đồng, thường 900 đồng)');
    expect(said).toContain('BIDV: chưa báo dòng tiền của tháng 09/2025 (thường 700 đồng)');
    expect(tableOf(province, 'Dòng tiền báo').rows).toEqual([
      ['BIDV', undefined, 700, 'chưa báo'],
      ['MBBank', 5, 10, ''],
      ['Vietcombank', 440, 900, 'giảm quá nửa'],
    ]);
  });
});
