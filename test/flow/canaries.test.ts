import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FEED_FOLDERS, type FeedFolder } from '#shared/contracts/feeds/feed-record.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { logger } from '#shared/runtime/log.ts';
import { unpacked } from '#shared/tables/packed.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { code } from '#test/support/sample-feeds.ts';

/** Marked people by feed, each with a unique name and with numbers in the forms that people type. */
const NAMES: Readonly<Record<FeedFolder, string>> = {
  registrations: 'Đặng Hoàng Yến Alpha',
  identities: 'Đặng Hoàng Yến Beta',
  activities: 'Đặng Hoàng Yến Gamma',
  accounts: 'Đặng Hoàng Yến Delta',
  subscribers: 'Đặng Hoàng Yến Epsilon',
  'suspicious-accounts': 'Đặng Hoàng Yến Zeta',
  'crime-reports': 'Đặng Hoàng Yến Eta',
};
const NUMBERS = ['033 085-771 234', '0937.771.234', '8887/7766/6555', 'B8877665'];
const DIGITS = NUMBERS.map((number) => number.replaceAll(/\D/gu, '')).filter((digits) => digits.length >= 8);

const VALID: Readonly<Record<string, string>> = {
  enterpriseCode: code(1),
  name: 'CÔNG TY TNHH MẪU',
  legalForm: 'Công ty TNHH một thành viên',
  registeredOn: '15/01/2025',
  headOfficeAddress: 'Số 12 đường Lê Lai Phường Phố Hiến Tỉnh Hưng Yên',
  charterCapital: '1000000000',
  role: 'Người đại diện theo pháp luật',
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '12/03/1985',
  documentType: 'CCCD',
  documentNumber: '033085000123',
  status: 'BINH_THUONG',
  kind: 'BHXH',
  date: '15/06/2025',
  value: '3',
  bank: '970436',
  accountNumber: '0001112223',
  period: '2025-06',
  credit: '1000',
  debit: '1000',
  counterparty: 'p1',
  device: 'd1',
  seller: code(1),
  buyer: code(2),
  total: '1000',
  phone: '0912345678',
  code: '4',
  caseId: 'VV-1',
};

const CODES: ReadonlySet<string> = new Set(['enterpriseCode', 'seller', 'buyer']);

/** Rows that are valid except for one cell, which contains the marks alone or after a valid value. */
function* marked(feed: FeedFolder, { columns }: Layout): Generator<readonly [name: string, content: string]> {
  const marks = [NAMES[feed], ...NUMBERS, `${NAMES[feed]} ${NUMBERS.join(' ')}`];
  /**
   * In this column twelve digits are a household business's code and ten may be an enterprise's, so they are no marks.
   */
  const inCodes = [NAMES[feed], `${NAMES[feed]} ${NUMBERS.join(' ')}`];
  const of = (layout: typeof columns, at: number, mark: string) =>
    layout.map(({ key, required }, n) => {
      const sound = required || n === at ? (VALID[key] ?? '') : '';
      return n === at ? mark.replace('…', sound) : sound;
    });
  for (const [at, { key }] of columns.entries()) {
    const here = CODES.has(key) ? inCodes : marks;
    const rows = [...here, ...here.map((mark) => `… ${mark}`)].map((mark) => of(columns, at, mark));
    const folder = feed === 'accounts' ? 'accounts/970436' : feed;
    yield [
      `${folder}/${columns.length}-${key}.csv`,
      [columns.map(({ label }) => label), ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
    ];
    if (feed === 'registrations') continue;
    const keys = columns.map((column) => column.key);
    yield [
      `${folder}/${columns.length}-${key}.jsonl`,
      rows.map((row) => JSON.stringify(Object.fromEntries(keys.map((name, n) => [name, row[n]])))).join('\n'),
    ];
  }
  // The marks are in a heading, in a key, and in place of a required heading
  const heading = `${NAMES[feed]} ${NUMBERS.join(' ')}`;
  const labels = columns.map(({ label }) => label);
  const row = of(columns, -1, '');
  yield [
    `${feed}/heading-${columns.length}.csv`,
    [
      [...labels, heading],
      [...row, 'x'],
    ]
      .map(String)
      .join('\n'),
  ];
  yield [`${feed}/missing-${columns.length}.csv`, [[heading, ...labels.slice(1)], row].map(String).join('\n')];
  yield [`${feed}/key-${columns.length}.jsonl`, JSON.stringify({ ...VALID, [heading]: heading })];
  yield [`${feed}/broken-${columns.length}.jsonl`, `{"${heading}": ${heading}`];
  yield [`${feed}/${columns.length}.xlsx`, heading];
}

const squeezed = (text: string) => text.replaceAll(/[\s.,/\\-]/gu, '');

describe('marked names and numbers in every column, heading and key of every feed', () => {
  const lines: unknown[] = [];
  let run: FlowRun;
  beforeAll(async () => {
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const)
      vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    run = await flow();
    for (const feed of FEED_FOLDERS)
      for (const layout of LAYOUTS[feed])
        for (const [name, content] of marked(feed, layout)) await run.drop(name, content);
    await run.drop(`registrations/${NAMES.registrations}.csv`, 'x');
    await run.settle();
  });

  afterAll(() => void vi.restoreAllMocks());

  /** The marks in a text: `number`, or the feed of the name. */
  const marksIn = (text: string): string[] => [
    ...(DIGITS.some((digits) => squeezed(text).includes(digits)) ? ['number'] : []),
    ...Object.entries(NAMES).flatMap(([feed, name]) => (text.includes(name) ? [feed] : [])),
  ];

  it('no name or number that marks a person is in the log of the functions', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.map((line) => JSON.stringify(line)).filter((line) => marksIn(line).length > 0)).toEqual([]);
  });

  it('no mark is in a message between the steps or in an entry of the verifiable log', () => {
    const sent = run.sent.filter(({ queue }) => queue !== 'files');
    expect(sent.length).toBeGreaterThan(20);
    const bodies = [...sent, ...run.entered].map((body) => JSON.stringify(body));
    expect(bodies.filter((body) => marksIn(body).length > 0)).toEqual([]);
  });

  it('no message is parked or returned to its queue', async () => {
    const { Items = [] } = await run.db.send(new ScanCommand({ TableName: run.names.get('parked') ?? '' }));
    expect(Items).toEqual([]);
    expect([...run.waiting.values()].flat()).toEqual([]);
  });

  it('no receipt and no rejected row contains a marked number or a name from another feed', () => {
    const wrong: string[] = [];
    for (const [key, bytes] of run.objects) {
      if (!/^(?:receipts|outbox)\//u.test(key)) continue;
      const own = FEED_FOLDERS.find((feed) => key.split('/')[1] === feed) ?? 'accounts';
      // A returned file contains what its sender wrote
      const allowed = key.endsWith('.marked.csv') ? [own, 'number'] : [own];
      for (const mark of marksIn(bytes.toString())) if (!allowed.includes(mark)) wrong.push(`${mark} in ${key}`);
    }
    expect(wrong).toEqual([]);
  });

  it('the registration office’s texts about others’ rows contain no marked number and no name from a bank, a carrier or a listing', async () => {
    const wrong: string[] = [];
    for (const table of ['assessments', 'verifications'] as const) {
      const { Items = [] } = await run.db.send(new ScanCommand({ TableName: run.names.get(table) ?? '' }));
      for (const { packed } of Items) {
        const { worklist } = unpacked(packed as Uint8Array) as { worklist: { file?: string; kind: string }[] };
        // The office reads its own rows as it typed them, for example in a conflict between two
        const others = worklist.filter(({ file }) => file?.startsWith('registrations/') === false);
        const marks = [
          ...marksIn(JSON.stringify(others)),
          ...marksIn(JSON.stringify(worklist)).filter((mark) => !['registrations', 'number'].includes(mark)),
        ];
        if (marks.length > 0) wrong.push(`${marks.join()} in ${table}: ${JSON.stringify(worklist)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
