import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MeasureSwitch } from '#shared/domain/outcomes/report/measures-in-period.ts';
import type { ReportTable } from '#shared/domain/outcomes/report/report.ts';
import { lastPeriod, makeReports } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { cases, ledger, tableOf, YEAR } from '#test/support/report-ledger.ts';
import { SILENT_BANK, yearOfOutcomes } from '#test/support/year-of-outcomes.ts';

const report = (
  facts = cases,
  period = YEAR,
  measures?: string[],
  switched?: MeasureSwitch[],
  duties?: Readonly<Record<string, Record<string, number>>>,
) => makeReports({ kind: 'year', period }, ledger(facts, measures, switched, duties)).then(({ province }) => province);
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
      expect(row[3]).toStrictEqual(expect.stringMatching(/^chưa có: /u));
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
    expect(plan.rows.find(([, task]) => String(task).includes('IP nước ngoài'))?.[3]).toBe(
      'chưa có: chưa có văn bản chỉ đạo, Công an tỉnh thực hiện khi có',
    );
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
    expect([figure('đã hết hạn góp đủ vốn'), figure('góp đủ đúng hạn')]).toEqual([33, 20]);
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
