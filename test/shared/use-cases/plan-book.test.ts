import { expect, it } from 'vitest';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { planBook } from '#shared/use-cases/plan-book.ts';
import { Workbook } from '@cj-tech-master/excelts';

const question = (over: Partial<PlannedQuestion>): PlannedQuestion => ({
  id: 'q',
  ask: 'visit',
  party: 'inspector',
  enterpriseCode: '0900000001',
  askedOn: '2026-01-05',
  dueOn: '2026-01-19',
  chance: 0.1,
  value: 0.1,
  verdict: 'watch',
  ifAgainst: 'flagged',
  ifFor: 'watch',
  signs: ['handover'],
  ...over,
});

const COMMUNES: Readonly<Record<string, string>> = {
  '0900000001': 'Xã Yên Mỹ',
  '0900000002': 'Phường Phố Hiến',
  '0900000003': 'Xã Yên Mỹ',
};

const PLAN = [
  question({ enterpriseCode: '0900000003' }),
  question({ enterpriseCode: '0900000002' }),
  question({ enterpriseCode: '0900000001' }),
  question({ ask: 'account', party: '970436', account: { ref: 'secret-ref', masked: '****1234' } }),
];

async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string[][]>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return new Map(
    workbook.worksheets.map((sheet) => {
      const rows: string[][] = [];
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, ({ value }) => cells.push(typeof value === 'string' ? value : ''));
        rows.push(cells);
      });
      return [sheet.name, rows];
    }),
  );
}

const book = () =>
  sheetsOf(planBook(PLAN, (code) => ({ name: 'CÔNG TY THỬ', communeName: COMMUNES[code] ?? '' }), undefined));

it('lists the visits by commune, under the headings of the feed that takes the answers', async () => {
  const [heading = [], ...visits] = (await book()).get('Kiểm tra trụ sở') ?? [];
  expect(heading).toEqual(expect.arrayContaining(['Mã số doanh nghiệp', 'Loại tín hiệu', 'Ngày', 'Giá trị']));
  expect(visits.map(([commune, code]) => [commune, code])).toEqual([
    ['Phường Phố Hiến', '0900000002'],
    ['Xã Yên Mỹ', '0900000001'],
    ['Xã Yên Mỹ', '0900000003'],
  ]);
});

it('tells a bank its account and the question, and neither why nor what others know', async () => {
  const sheets = await book();
  const [name = ''] = [...sheets.keys()].filter((one) => one.startsWith('970436'));
  const [heading, row] = sheets.get(name) ?? [];
  expect(heading).not.toContain('Lý do');
  expect(row?.slice(0, 2)).toEqual(['0900000001', '****1234']);
  expect(row?.join(' ')).not.toMatch(/Hỏi vì|gắn cờ|theo dõi|CÔNG TY|secret-ref/u);
});
