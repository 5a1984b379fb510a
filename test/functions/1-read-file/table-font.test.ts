import { describe, expect, it } from 'vitest';
import { TCVN3, VNI } from '#shared/domain/vietnamese/text/legacy-tables.ts';
import { csv, HEADINGS, readWhole, table, cellsOf, type ReadRow } from './read-whole.ts';

const encoder = (font: ReadonlyMap<string, string>) => {
  const signs = new Map([...font].map(([sign, letter]) => [letter, sign]));
  return (text: string) => Array.from(text, (letter) => signs.get(letter) ?? letter).join('');
};
const FONTS = { TCVN3: encoder(TCVN3), VNI: encoder(VNI) };
/** The font has no capitals with marks. */
const clear = (name: string): ReadRow => ({
  'Tên doanh nghiệp': 'Công ty TNHH Thương mại Xuân Hưng',
  'Họ và tên': name,
});
/** Names whose text in the old font is also correct Vietnamese: `Vò Dòng` in TCVN3, `Hoà Thò An` in VNI. */
const BOTH_WAYS = { TCVN3: 'Vũ Dũng', VNI: 'Hồ Thị An' };

const namesIn = async (bytes: Buffer | string, chunk?: number) => {
  const { events, records } = await readWhole(bytes, 'registrations', 'a.csv', chunk === undefined ? {} : { chunk });
  return {
    events,
    names: records.map((record) => (record.feed === 'registrations' ? (record.person?.fullName ?? '') : '')),
  };
};

describe('a table typed in an old font', () => {
  it.each(['TCVN3', 'VNI'] as const)(
    'the doubtful cells of a table in an old font are read in it, and each is reported: %s',
    async (font) => {
      const inFont = FONTS[font];
      const text = inFont(csv([clear(BOTH_WAYS[font]), clear('An'), clear('Nguyễn Văn Hùng')]));
      for (const bytes of [text, Buffer.from(text, 'latin1')]) {
        const { names, events } = await namesIn(bytes);
        expect(names).toEqual([BOTH_WAYS[font], 'An', 'Nguyễn Văn Hùng']);
        const repairs = events.flatMap((event) => (event.type === 'accepted' ? event.repairs : []));
        expect(repairs.filter(({ field }) => field === 'fullName')).toMatchObject([
          { row: 2, proposed: BOTH_WAYS[font], why: `Chữ gõ bằng phông ${font}, đã chuyển sang Unicode.` },
          { row: 4, proposed: 'Nguyễn Văn Hùng' },
        ]);
      }
    },
  );

  it('an old font is found by the cells where the headings are in Unicode', async () => {
    const rows = ['Vũ Dũng', 'Nguyễn Văn Hùng', 'Đặng Thị Hoa'].map((name) => cellsOf(clear(name)).map(FONTS.TCVN3));
    for (const headings of [[...HEADINGS], HEADINGS.map((heading) => heading.normalize('NFD'))]) {
      expect((await namesIn(table([headings, ...rows]))).names).toEqual(['Vũ Dũng', 'Nguyễn Văn Hùng', 'Đặng Thị Hoa']);
    }
  });

  it('an old font is found in a file of any length and in any pieces', async () => {
    const text = FONTS.TCVN3(csv(Array.from({ length: 450 }, () => clear('Vũ Dũng'))));
    const whole = await namesIn(text);
    expect(new Set(whole.names)).toEqual(new Set(['Vũ Dũng']));
    expect(whole.names).toHaveLength(450);
    expect((await namesIn(text, 997)).events).toEqual(whole.events);
  });
});

describe('a table in Unicode', () => {
  it('a table in Unicode keeps every cell, even one that would be another name in an old font', async () => {
    const names = ['Vò Dòng', 'Hoà Thò An', 'Nguyễn Văn Hùng'];
    const read = await namesIn(csv(names.map(clear)));
    expect(read.names).toEqual(names);
    expect(read.events.flatMap((event) => (event.type === 'accepted' ? event.repairs : []))).toEqual([]);
    expect((await namesIn(csv(names.map(clear)).normalize('NFD'))).names).toEqual(names);
  });

  it('in a table in Unicode only added rows in an old font are repaired', async () => {
    const added = ['Nguyễn Văn Hùng', 'Đặng Thị Hoa', 'Phạm Văn Bình'].map((name) =>
      cellsOf(clear(name)).map(FONTS.TCVN3),
    );
    const rows = [cellsOf(clear('Vò Dòng')), cellsOf(clear('Trần Thị Hạnh')), ...added];
    expect((await namesIn(table([[...HEADINGS], ...rows]))).names).toEqual([
      'Vò Dòng',
      'Trần Thị Hạnh',
      'Nguyễn Văn Hùng',
      'Đặng Thị Hoa',
      'Phạm Văn Bình',
    ]);
  });

  it('the doubtful cells of a row are read in the font that the row’s other cells show', async () => {
    const typed = ['Vũ Dũng', 'Đặng Thị Hoa'].map((name) => cellsOf(clear(name)).map(FONTS.TCVN3));
    const unicode = cellsOf(clear('Vò Dòng'));
    const names = ['Vũ Dũng', 'Vò Dòng', 'Đặng Thị Hoa'];
    const [first = [], last = []] = typed;
    for (const headings of [[...HEADINGS], HEADINGS.map(FONTS.TCVN3)])
      expect((await namesIn(table([headings, first, unicode, last]))).names).toEqual(names);
    const after = [...Array.from({ length: 250 }, () => first), unicode];
    expect((await namesIn(table([[...HEADINGS], ...after]))).names.slice(-2)).toEqual(['Vũ Dũng', 'Vò Dòng']);
  });
});
