import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { TCVN3 } from '#shared/domain/vietnamese/text/legacy-tables.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { cellsOf, csv, HEADINGS, readWhole, type ReadRow, table } from './read-whole.ts';

const WORLD = join(import.meta.dirname, '../../data/labelled-province');

describe('a labelled province', () => {
  it('exactly the labelled rows of a labelled province are rejected, for the labelled reason', async () => {
    const labels = readFileSync(join(WORLD, 'labels/rows.jsonl'), 'utf8').trim().split('\n');
    const expected = labels.map((line) => {
      const { file, row, why } = JSON.parse(line) as { file: string; row: number; why: string };
      return `${file} ${row} ${why}`;
    });
    const rejected: string[] = [];
    const folders = readdirSync(WORLD);
    for (const folder of FEED_FOLDERS.filter((feed) => folders.includes(feed))) {
      for (const fileName of readdirSync(join(WORLD, folder))) {
        const body = createReadStream(join(WORLD, folder, fileName));
        for await (const events of readFeed(body, { folder, fileName, today: '2025-12-31' })) {
          for (const event of events)
            if (event.type === 'rejected') rejected.push(`${folder}/${fileName} ${event.row} ${event.code}`);
        }
      }
    }
    expect(rejected.toSorted()).toEqual(expected.toSorted());
  });
});

describe('the sample inbox', () => {
  it('the sample inbox has a few rejected rows, and every other row is read', async () => {
    const sample = join(import.meta.dirname, '../../../events/sample-inbox');
    const rejected: string[] = [];
    const counts: Record<string, number> = {};
    for (const path of readdirSync(sample, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .toSorted()) {
      const [folder, ...rest] = path.split('/');
      const feed = FEED_FOLDERS.find((known) => known === folder) ?? 'registrations';
      const sender = rest.length === 2 ? rest[0] : undefined;
      const reading = readFeed(createReadStream(join(sample, path)), {
        folder: feed,
        fileName: path,
        today: '2025-12-31',
        sender,
      });
      for (const event of (await Array.fromAsync(reading)).flat()) {
        if (event.type === 'rejected') rejected.push(`${path} ${event.row} ${event.code}`);
        if (event.type !== 'accepted') continue;
        for (const record of event.records) counts[record.feed] = (counts[record.feed] ?? 0) + 1;
      }
    }
    expect(rejected).toEqual([
      'accounts/970418/tai-khoan.xlsx 11 not_yours',
      'activities/2025.csv.gz 298 unknown',
      'registrations/2024-07.csv 15 checksum',
      'registrations/2024-07.csv 16 unknown',
      'registrations/2024-11.xlsx 17 date',
      'registrations/2025-03.jsonl 18 broken_json',
      'registrations/2025-06.csv.gz 14 required',
      'suspicious-accounts/danh-sach.jsonl 5 required',
    ]);
    expect(Object.keys(counts).toSorted()).toEqual([
      'accounts',
      'activities',
      'flows',
      'identities',
      'registrations',
      'subscribers',
      'suspicious-accounts',
    ]);
  });
});

const ROWS: readonly ReadRow[] = [
  {},
  { 'Vai trò': 'Thành viên/Cổ đông', 'Họ và tên': 'Trần Thị Đào', 'Số giấy tờ': '033190123456', 'Giới tính': 'Nữ' },
  {
    'Mã số doanh nghiệp': '0901067056',
    'Tên doanh nghiệp': 'CÔNG TY CỔ PHẦN "SAO ĐỎ"; VIỆT, NAM',
    'Địa chỉ trụ sở': 'Thôn Đông\nXã Đông Đô',
  },
  { 'Mã số doanh nghiệp': '0901067057' },
];

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'UTF-8 in NFD': (text) => Buffer.from(text.normalize('NFD'), 'utf8'),
  'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 LE with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'Windows-1258': windows1258,
};

/** Letters of the code page with separate tones. */
function windows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]));
  const letters = Array.from(text).flatMap((letter) => {
    if (byteOf.has(letter)) return [letter];
    const apart = Array.from(letter.normalize('NFD'));
    const tone = apart.findIndex((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark));
    if (tone === -1) return [letter];
    return [apart.toSpliced(tone, 1).join('').normalize('NFC'), apart[tone] ?? ''];
  });
  return Buffer.from(letters.map((letter) => byteOf.get(letter) ?? 0x3f));
}

describe('the same rows in another form', () => {
  const plain = readWhole(csv(ROWS), 'registrations', 'a.csv');

  it.each(Object.keys(ENCODINGS))('the same rows are read in another form: %s', async (encoding) => {
    const expected = await plain;
    expect(expected.accepted).toHaveLength(3);
    expect(expected.rejected).toMatchObject([{ row: 5, code: 'checksum', column: 'Mã số doanh nghiệp' }]);
    for (const delimiter of [',', ';', '\t']) {
      const bytes = ENCODINGS[encoding]?.(csv(ROWS, delimiter)) ?? Buffer.alloc(0);
      for (const chunk of [7, 64 * 1024]) {
        expect((await readWhole(bytes, 'registrations', 'a.csv', { chunk })).events).toEqual(expected.events);
      }
      expect((await readWhole(gzipSync(bytes), 'registrations', 'A.CSV.GZ')).events).toEqual(expected.events);
      expect((await readWhole(gzipSync(bytes), 'registrations', 'packed-but-not-named-so.csv')).events).toEqual(
        expected.events,
      );
    }
  });

  it('the same rows are read with a semicolon stated by Excel, and with the line breaks of old systems', async () => {
    const expected = await plain;
    expect((await readWhole(`sep=;\r\n${csv(ROWS, ';')}`, 'registrations', 'a.csv')).events).toEqual(expected.events);
    expect((await readWhole(csv(ROWS, ',', '\r'), 'registrations', 'a.csv')).records).toEqual(expected.records);
    expect((await readWhole(csv(ROWS, ',', '\n').trimEnd(), 'registrations', 'a.csv')).events).toEqual(expected.events);
  });

  it('the same rows are read in a font older than Unicode, headings and all', async () => {
    const byteOf = new Map([...TCVN3].map(([sign, letter]) => [letter, sign.charCodeAt(0)]));
    const text = csv([
      { 'Tên doanh nghiệp': 'Công ty TNHH Thương mại Xuân Hưng', 'Giới tính': 'Nữ', 'Quốc tịch': 'Hàn Quốc' },
    ]);
    const bytes = Buffer.from(Array.from(text, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0)));
    const read = await readWhole(bytes, 'registrations', 'a.csv');
    expect(read.records).toEqual((await readWhole(text, 'registrations', 'a.csv')).records);
    expect(read.accepted[0]?.repairs.map(({ field }) => field)).toEqual(['name', 'headOfficeAddress', 'fullName']);
  });

  it('the same rows are read with columns in another order and other headings', async () => {
    const expected = await plain;
    const writings = [
      (heading: string) => heading.toUpperCase(),
      (heading: string) => foldMarks(heading),
      (heading: string) => ` ${heading.replaceAll(' ', '\u00A0 ')} (*)`,
      (heading: string) => heading.replace(' ', '\n').normalize('NFD'),
      (heading: string) => `${heading}*`,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...HEADINGS.keys()], { minLength: HEADINGS.length }),
        fc.array(fc.constantFrom(...writings), { minLength: HEADINGS.length, maxLength: HEADINGS.length }),
        async (order, write) => {
          const rows = [HEADINGS.map((heading, index) => write[index]?.(heading) ?? heading), ...ROWS.map(cellsOf)];
          const text = table(rows.map((cells) => order.map((place) => cells[place] ?? '')));
          const read = await readWhole(text, 'registrations', 'a.csv');
          expect(read.records).toEqual(expected.records);
          expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([[5, 'checksum']]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
