import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '#functions/issue-dossier/write-docx.ts';
import { flow } from '#test/support/flow.ts';
import { RING_FILES } from '#test/support/ring-feeds.ts';
import { RIGHT, WRONG } from '#test/support/wrong-files.ts';
import { pagesOf } from './pages.ts';
import { filesOf } from './rows.ts';
import { EXHIBIT_SENTENCES } from './exhibit-sentences.ts';
import { type Printed, printed } from './printed.ts';
import { checkDossier } from './recomputed.ts';
import { checkInto, nothingYet } from './check.ts';
import { signPoints } from './tie-figures.ts';
import { checkReport } from './report.ts';
import { type World, worldOf } from './world.ts';

interface PrintedDossier {
  readonly code: string;
  readonly world: World;
  readonly text: Printed;
  readonly pages: number;
}

function faultsOf(text: Printed, world: World, code: string, parts = text) {
  const found = nothingYet();
  checkDossier(code, text, world, found, parts);
  const classes = [...found.classes.values()];
  return {
    uncovered: [...found.uncovered.keys()].join('\n'),
    faults: classes.flatMap(({ faults }) => faults),
    checked: classes.reduce((all, one) => all + one.checked, 0),
  };
}

/** @param before files that were sent first: those of the same names correct them, and the others are taken back */
async function dossiersOf(
  files: readonly (readonly [string, string | Buffer])[],
  before: Readonly<Record<string, string>> = {},
  asOf = '2025-12-31',
): Promise<PrintedDossier[]> {
  const run = await flow({ writeDocx, asOf });
  for (const [name, content] of Object.entries(before)) await run.drop(name, content);
  if (Object.keys(before).length > 0) await run.settle();
  const names = new Set(files.map(([name]) => name));
  for (const name of Object.keys(before)) if (!names.has(name)) await run.release(name, 'none');
  for (const [name, content] of files) await run.drop(name, content);
  await run.settle();
  const world = await worldOf(
    new Map(files.map(([name, content]) => [name, Buffer.from(content)])),
    asOf,
    '2026-01-05',
  );
  return [...run.objects].flatMap(([key, bytes]) => {
    const code = /^dossiers\/(\d+)\/.*\.docx$/u.exec(key)?.[1];
    if (code === undefined) return [];
    const text = printed(bytes);
    const rules = [...JSON.stringify(text).matchAll(/\((\w+), phiên bản/gu)].map(([, rule = '']) => rule);
    world.signs.set(code, signPoints(rules));
    return [{ code, world, text, pages: pagesOf(bytes) }];
  });
}

const SAMPLE = join(import.meta.dirname, '../../events/sample-inbox');
/** Each receiver has two or three payers. */
const RECEIVERS_OF_THE_SAME_FEW = [
  'Ngân hàng,Số tài khoản,Kỳ,Mã đối ứng,Tổng ghi nợ',
  ...[
    [0, 1, 2],
    [0, 1],
    [2, 3, 4],
    [3, 4],
  ].flatMap((payers, receiver) =>
    payers.map((n) => `970436,001234567890${n},2025-10,Kfew${receiver},${1000 + n * 7 + receiver}000000`),
  ),
].join('\n');

/** Hundreds of payments in a month, of which nearly all the money leaves within the hour. */
const MANY_PAYMENTS = (RIGHT['accounts/flows.csv'] ?? '').replaceAll(
  /,(\d)0{9},\d0{9},40,8\.5/gu,
  (_, n: string) => `,${n}000000000,${Number(n) * 97}0000000,24${n},4${n}`,
);

/** Files that were sent first: two are corrected under their names, two are taken back, and one is stopped with its columns moved. */
const SENT_BEFORE = {
  'accounts/flows.csv': (RIGHT['accounts/flows.csv'] ?? '').replaceAll(/,(\d)0{9}/gu, ',$17000000000'),
  'activities/tax.csv': (RIGHT['activities/tax.csv'] ?? '').replaceAll(',100000', ',7100000'),
  'accounts/flows-more.csv': (RIGHT['accounts/flows.csv'] ?? '').replaceAll('2025-10', '2025-11'),
  'accounts/flows-stopped.csv': WRONG['columns moved by one']?.(RIGHT['accounts/flows.csv'] ?? '') ?? '',
  'activities/insurance-more.csv': (RIGHT['activities/insurance.csv'] ?? '').replaceAll(
    /05\/06\/2025,\d/gu,
    '05/09/2025,9',
  ),
};

/** Whether a dossier with one changed part is found false; usually the part itself shows it. */
function isFound({ code, world, text }: PrintedDossier, part: number, changed: Printed[number]): boolean {
  const wrong = text.with(part, changed);
  if (faultsOf(wrong, world, code, [changed]).faults.length > 0) return true;
  const { faults, uncovered } = faultsOf(wrong, world, code);
  return faults.length > 0 || uncovered !== faultsOf(text, world, code).uncovered;
}

/** Writes a text with one of its digits changed. */
const falsified = (text: string, at: number) =>
  `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;

const lineAt = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at) + 1).split('\n')[0] ?? '';

it('a false figure of a report is found, and a hidden one is not denied', async () => {
  const world = await worldOf(
    new Map(Object.entries(RIGHT).map(([name, text]) => [name, Buffer.from(text)])),
    '2025-12-31',
  );
  const flagged = { enterpriseCode: [...world.codes][0] ?? '', verdict: 'flagged', activity: 'active', findings: [] };
  const output = { companies: [flagged], dossiers: [], worklist: [], reports: [], notices: [] };
  const faultsFor = (flags: string, tax: string, timed = '1') => {
    const into = nothingYet();
    checkReport(
      [
        'Kết quả\n(từ ngày 01/01/2025 đến ngày 31/12/2025)',
        [
          ['Nội dung', 'Trong kỳ'],
          ['Doanh nghiệp được gắn cờ và báo cơ quan Công an', flags],
        ],
        [
          ['Nơi gửi', 'Tệp'],
          ['Dữ liệu hoạt động (thuế, bảo hiểm xã hội, kiểm tra)', tax],
        ],
        [
          ['Nơi mở tài khoản', 'Tài khoản', 'Không báo gì', 'Chỉ báo tổng tiền', 'Có số phút', 'Có số phút và ngày'],
          ['Vietcombank', 'ẩn', '0', '0', timed, '0'],
          ['Tổng số', '1', '0', '0', '1', '0'],
        ],
      ],
      world,
      output,
      checkInto(into, 'báo cáo'),
    );
    return [...into.classes.values()].flatMap(({ faults }) => faults).length;
  };
  expect([faultsFor('1', '4'), faultsFor('dưới 5', '4'), faultsFor('2', '4'), faultsFor('1', '3')]).toEqual([
    0, 0, 1, 1,
  ]);
  expect([faultsFor('1', '4', 'ẩn'), faultsFor('1', '4', '2')]).toEqual([0, 1]);
});

describe('a printed dossier', () => {
  let dossiers: readonly PrintedDossier[] = [];
  /** Two companies of the first run, and those whose dossiers have sentences of the other runs. */
  const ofEachRun = () => {
    const having = (words: string) => dossiers.filter(({ text }) => JSON.stringify(text).includes(words));
    return [
      ...dossiers.slice(0, 2),
      ...having('các ngân hàng BIDV, Vietcombank'),
      ...having('tài khoản nhận chính').slice(0, 2),
      ...having('Bình quân mỗi tháng').slice(0, 1),
    ];
  };
  beforeAll(async () => {
    dossiers = [
      ...(await dossiersOf(Object.entries(RIGHT))),
      ...(await dossiersOf(RING_FILES)),
      ...(await dossiersOf(Object.entries({ ...RIGHT, 'accounts/counterparties.csv': RECEIVERS_OF_THE_SAME_FEW }))),
      ...(await dossiersOf(Object.entries({ ...RIGHT, 'accounts/flows.csv': MANY_PAYMENTS }))),
      ...(await dossiersOf(Object.entries(RIGHT), SENT_BEFORE)),
      ...(await dossiersOf([...filesOf(SAMPLE)])),
      // Rows of later days and months have not happened yet
      ...(await dossiersOf(Object.entries(RIGHT), {}, '2025-08-03')),
    ];
  });

  it('each line of a dossier agrees with the files of the inbox', () => {
    let checked = 0;
    for (const { code, world, text } of dossiers) {
      const found = faultsOf(text, world, code);
      expect([code, found.faults]).toEqual([code, []]);
      checked += found.checked;
    }
    expect(checked).toBeGreaterThan(300);
  });

  it('half a page says what is asked, at most 900 words come before the annexes, and all fits on 8 pages', () => {
    for (const { code, text, pages } of dossiers) {
      expect([code, pages, pages <= 8]).toEqual([code, pages, true]);
      const [before = ''] = text.flat(2).join(' ').split('PHỤ LỤC 1.');
      const words = before.split(/\s+/u).length;
      expect([code, words, words > 100 && words <= 900]).toEqual([code, words, true]);
      const [summary = ''] = (before.split('I. TÓM TẮT')[1] ?? '').split('II. TIỀN');
      expect(summary).toContain('Đề nghị cơ quan Công an');
      expect(summary.split(/\s+/u).length).toBeLessThan(230);
    }
  });

  it.each([
    [
      'a sentence about money',
      /^(?:Trong tháng|Đăng ký ngày|Hóa đơn đã xuất|Doanh số|Kiểm tra ngày|Giảm nhẹ: kiểm)/u,
      'TT',
      1,
    ],
    ['a sentence about a tie', /^(?:Chung|Liên hệ thứ hai|Tài khoản được dùng từ thiết bị)/u, 'TT', 1],
    ['a sentence about accounts', /^(?:\d+ (?:trên \d+ )?tài khoản|Cả \d|Trong \d+ ngày từ khi đăng ký)/u, 'TT', 1],
    ['a sentence about receivers', /^(?:Trong các tài khoản nhận|Toàn bộ)/u, 'TT', 1],
    ['the figures of a finding', /^(?:[^:\n]+: [^:\n]+\n?)+$/u, 'TT', 2],
    ['the company', /^(?:0\d{9,12}|\d\d\/\d\d\/\d{4}|[\d.]{9,} đồng)$/u, 'Nội dung', 1],
    ['an account', /^(?:Số 0|[A-Za-z]+\nSố 0)/u, 'TT', 1],
    ['a month', /^[\d.]{9,}$/u, 'Tháng', 1],
    ['a document', /^CCCD số/u, 'TT', 2],
    ['the day of a tie', /^\d\d\/\d\d\/\d{4}$/u, 'TT', 2],
    ['the companies of a tie', /^\d{10}, /u, 'TT', 3],
    ['the day of an event', /^\d\d\/\d\d\/\d{4}$/u, 'Ngày', 0],
    ['an event', /\d/u, 'Ngày', 1],
    ['the day of receipt', /^\d\d\/\d\d\/\d{4}$/u, 'Số', 2],
    ['a checksum', /^[0-9a-f]{64}$/u, 'Số', 3],
  ])('each falsified digit is found in %s', (_, form, first, column) => {
    const missed: string[] = [];
    let changed = 0;
    for (const dossier of ofEachRun()) {
      for (const [part, table] of dossier.text.entries()) {
        if (typeof table === 'string' || table[0]?.[0] !== first) continue;
        for (const [row, cells] of table.entries()) {
          const cell = cells[column] ?? '';
          if (!form.test(cell)) continue;
          const end = column === 1 && !cell.includes('\nSố') ? `${cell}\n`.indexOf('\n') : cell.length;
          for (const { index } of cell.slice(0, end).matchAll(/\d/gu)) {
            const wrong = table.with(row, cells.with(column, falsified(cell, index)));
            if (!isFound(dossier, part, wrong)) missed.push(lineAt(falsified(cell, index), index));
            changed += 1;
          }
        }
      }
    }
    expect(missed).toEqual([]);
    expect(changed).toBeGreaterThan(5);
  });

  it('each falsified digit is found in a sentence before the annexes', () => {
    const missed: string[] = [];
    let changed = 0;
    for (const dossier of ofEachRun())
      for (const [part, sentence] of dossier.text.entries()) {
        if (typeof sentence !== 'string' || !EXHIBIT_SENTENCES.some(({ form }) => form.test(sentence))) continue;
        for (const { index } of sentence.matchAll(/\d/gu)) {
          if (!isFound(dossier, part, falsified(sentence, index))) missed.push(falsified(sentence, index));
          changed += 1;
        }
      }
    expect(missed).toEqual([]);
    expect(changed).toBeGreaterThan(100);
  });
});
