import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '#infra/local/find-files.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { cellsOf, csv, HEADINGS, readWhole, type ReadRow, table } from './read-whole.ts';

const wide = (cells: readonly string[]) => [...cells, ...HEADINGS.slice(cells.length).map(() => '')];

describe('lines under a table', () => {
  it('totals, remarks, the day, signatures and names under a table are no rows of it', async () => {
    const text = table([
      [...HEADINGS],
      cellsOf({}),
      wide(['Tổng cộng: 1 doanh nghiệp', '', '', '', '', '', '19.000.000.000']),
      wide(['', '', '', '', '', '', '', '', '', 'Hưng Yên, ngày 05 tháng 8 năm 2025']),
      wide(['', 'NGƯỜI LẬP BIỂU', '', '', '', '', '', '', '', 'TRƯỞNG PHÒNG']),
      wide(['', '(Ký, ghi rõ họ tên)']),
      wide(['', 'Nguyễn Thị Mẫu', '', '', '', '', '', '', '', 'Trần Văn Mẫu']),
    ]);
    const read = await readWhole(text, 'registrations', 'a.csv');
    expect(read.rejected).toEqual([]);
    expect(read.accepted.map(({ row }) => row)).toEqual([2]);
  });

  it('the lines under a table end at the next row, and a row that lacks only its code is still rejected', async () => {
    const text = table([
      [...HEADINGS],
      cellsOf({}),
      wide(['Cộng trang: 1']),
      cellsOf({ 'Mã số doanh nghiệp': '', 'Vai trò': 'TV' }),
      cellsOf({ 'Số giấy tờ': '033090495227' }),
    ]);
    const read = await readWhole(text, 'registrations', 'a.csv');
    expect(read.rejected.map(({ row }) => row)).toEqual([4]);
    expect(read.accepted.map(({ row }) => row)).toEqual([2, 5]);
  });

  it.each(['CÔNG TY TNHH XUÂN HƯNG', 'TỔNG CÔNG TY MAY HƯNG YÊN', 'Nguyễn Văn Cộng'])(
    'a row with few filled cells does not begin the lines under a table: %s',
    async (name) => {
      const read = await readWhole(table([[...HEADINGS], cellsOf({}), wide(['', name])]), 'registrations', 'a.csv');
      expect(read.rejected.map(({ row }) => row)).toEqual([3]);
    },
  );
});

describe('a row with more than one fault', () => {
  const messageOf = async (row: ReadRow) =>
    (await readWhole(table([[...HEADINGS], cellsOf(row)]), 'registrations', 'a.csv')).rejected[0]?.message;

  it('a row with faults in two cells has both reported', async () => {
    expect(await messageOf({ 'Ngày đăng ký': '', 'Vai trò': 'Giám hộ' })).toMatch(/“Ngày đăng ký”.*“Vai trò”/u);
  });

  it('a cell with two faults has both reported', async () => {
    const both = /có ký tự không dùng được\..*không đủ hoặc thừa chữ số\./u;
    expect(await messageOf({ 'Mã số doanh nghiệp': '09O115049' })).toMatch(both);
    expect(await messageOf({ 'Số giấy tờ': '03608821372X45' })).toMatch(both);
    expect(await messageOf({ 'Số giấy tờ': '03608821372X' })).not.toMatch(/thừa chữ số/u);
  });
});

describe('a text file whose letters are lost', () => {
  const whole = csv([{}]);
  it.each([
    ['Excel’s plain csv', Buffer.from(whole.replaceAll(/[^\p{ASCII}\u00A0-\u00FF]/gu, '?'), 'latin1')],
    ['a csv without any marks', Buffer.from(whole.replaceAll(/\P{ASCII}/gu, '?'), 'latin1')],
  ])('%s is refused for its lost letters, and not for missing columns', async (_name, bytes) => {
    const fault: unknown = await readWhole(bytes, 'registrations', 'a.csv').catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'garbled', message: expect.stringContaining('CSV UTF-8') });
  });

  it('a file of another feed is refused for its columns', async () => {
    const fault: unknown = await readWhole(whole, 'subscribers', 'a.csv').catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'unknown_headings' });
  });
});

describe('an inbox', () => {
  it('each file of an inbox is read, ignored or refused with a sentence, and none stops the others', async () => {
    const inbox = temporaryFolder('inbox');
    for (const folder of ['registrations', 'Identities', 'activities/x.csv', 'thư mục khác'])
      mkdirSync(join(inbox, folder), { recursive: true });
    const system = ['~$a.xlsx', '.~lock.a.ods#', '.DS_Store', 'Thumbs.db', 'desktop.ini'];
    for (const name of ['a.csv', 'locked.csv', ...system]) writeFileSync(join(inbox, 'registrations', name), 'x');
    writeFileSync(join(inbox, 'Identities', 'a.csv'), 'x');
    symlinkSync('/dev/zero', join(inbox, 'registrations', 'pipe.csv'));
    chmodSync(join(inbox, 'registrations', 'locked.csv'), 0);
    const { files, leftAlone, refused } = await findFiles(inbox);
    // Root can read every file, so a locked one is not refused
    const reads = process.getuid?.() === 0;
    expect(files).toEqual(['Identities/a.csv', 'registrations/a.csv', ...(reads ? ['registrations/locked.csv'] : [])]);
    expect(leftAlone.toSorted()).toEqual(
      [...system.map((name) => `registrations/${name}`), 'thư mục khác/'].toSorted(),
    );
    expect(refused).toEqual([
      { path: 'activities/x.csv/', why: expect.stringContaining('Là thư mục') },
      ...(reads ? [] : [{ path: 'registrations/locked.csv', why: expect.stringContaining('Không có quyền đọc') }]),
      { path: 'registrations/pipe.csv', why: expect.stringContaining('Không phải tệp dữ liệu') },
    ]);
  });
});
