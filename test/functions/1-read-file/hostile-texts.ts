import { gzipSync } from 'node:zlib';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { cellsOf, csv, HEADINGS, table } from './read-whole.ts';

const KILOBYTE = 1024;
const SIZE = 256 * KILOBYTE;

/** Makes an honest file of about the given number of bytes. */
export const people = (size: number): Buffer => {
  const row = (n: number) => ({ 'Mã số doanh nghiệp': codeAt(n * 3), 'Họ và tên': `Nguyễn Văn ${n}` });
  const ofOne = Buffer.byteLength(csv([row(1)])) - Buffer.byteLength(csv([]));
  return Buffer.from(csv(Array.from({ length: Math.ceil(size / ofOne) }, (_, n) => row(n))));
};

/** Makes an honest file that is packed to about the given number of bytes. */
export const packedPeople = (size: number): Buffer => gzipSync(people(size * PACKED_TIMES));
/** The ratio by which an office's real text is compressed. */
const PACKED_TIMES = 40;

const heads = csv([]);
const filled = (text: string, size = SIZE) => text.repeat(Math.ceil(size / Buffer.byteLength(text)));
/** Makes a file of the headings and one repeated text. */
export const rows = (text: string): Buffer => Buffer.from(heads + filled(text));

/** Encodes as UTF-32, which no office program writes. */
const fourBytes = (text: string): Buffer => {
  const letters = Array.from(`\uFEFF${text}`);
  const bytes = Buffer.alloc(letters.length * 4);
  for (const [n, letter] of letters.entries()) bytes.writeUInt32LE(letter.codePointAt(0) ?? 0, n * 4);
  return bytes;
};

export const HOSTILE_TEXTS: Readonly<Record<string, () => Buffer>> = {
  'line breaks alone.csv': () => Buffer.from(filled('\n')),
  'line breaks of an old Macintosh.csv': () => Buffer.from(filled('\r')),
  'blank lines.jsonl': () => Buffer.from(filled('\n')),
  'spaces alone.csv': () => Buffer.from(filled(' ')),
  'delimiters alone.csv': () => Buffer.from(filled(',')),
  'an open quote in each line.csv': () => Buffer.from(csv([{}]) + filled('"a\n')),
  'an open quote in every other line.csv': () => Buffer.from(csv([{}]) + filled('"a\nb\n')),
  'doubled quotes.csv': () => Buffer.from(`${csv([{}])}"${filled('""')}`),
  'a quote and its like.csv': () => Buffer.from(csv([{}]) + filled('"""x\n')),
  'one long line.csv': () => Buffer.from(csv([{}]) + filled('a,')),
  'one long line.jsonl': () => Buffer.from(`{"a":"${filled('a')}`),
  'lists without line breaks.jsonl': () => Buffer.from(`${filled('[')}\n`),
  'strings of backslashes.jsonl': () => Buffer.from(`{"a":"${filled('\\\\')}"}\n`),
  'rows of one letter.csv': () => rows('a\n'),
  'rows of one digit.csv': () => rows('1,\n'),
  'rows of one letter in all cells.csv': () => rows(`${'a,'.repeat(18)}a\n`),
  'a quote and a row.csv': () => rows('"\n"x\n'),
  'one open quote before short rows.csv': () => Buffer.from(`${heads}"${filled('a\n')}`),
  'a sign that is a phrase.csv': () => rows(table([cellsOf({}).map(() => 'ﷺ'.repeat(200))])),
  'rows of such signs.csv': () => rows('ﷺ,ﷺ,ﷺ\n'),
  'a tower of marks.csv': () => rows(`a${'\u0301\u0323'.repeat(1900)}\n`),
  'a tower of marks in a name.csv': () =>
    rows(table([cellsOf({ 'Tên doanh nghiệp': `a${'\u0301\u0323\u0302'.repeat(600)}` })])),
  'lists that never close.jsonl': () => Buffer.from(filled('[\n')),
  'empty objects.jsonl': () => Buffer.from(filled('{}\n')),
  'keys without end.jsonl': () =>
    Buffer.from(filled(`{${Array.from({ length: 10_000 }, (_, n) => `"k${n}":1`).join()}}\n`)),
  'keys of objects.jsonl': () =>
    Buffer.from(filled('{"__proto__":{"a":1},"constructor":{"prototype":1},"enterpriseCode":"1","people":[{}]}\n')),
  'packed commas.csv.gz': () => gzipSync(heads + filled(`${','.repeat(18)}\n`, 8 * KILOBYTE * KILOBYTE)),
  'packed rows of one letter.csv.gz': () => gzipSync(heads + filled('a\n', 8 * KILOBYTE * KILOBYTE)),
  'packed signs.csv.gz': () => gzipSync(heads + filled(`${'ﷺ'.repeat(1200)},`, 8 * KILOBYTE * KILOBYTE)),
  'letters of many scripts.csv': () => rows('ⓐ,ａ,𝐚,ﬁ,㍿,½,Ⅷ,①,²,ª,ℌ,ㄅ,글,अ,ก,ა,ᐃ,ꙮ,a\n'),
  'letters between zeros.csv': () => rows('\0a\0\0,\0\n'),
  'zeros alone.csv': () => Buffer.concat([Buffer.from(heads), Buffer.alloc(SIZE)]),
  'marks of byte order in each cell.csv': () => rows('\uFEFF\uFEFFa,\uFEFF\n'),
  'bytes that continue no letter.csv': () => Buffer.concat([Buffer.from(heads), Buffer.alloc(SIZE, 0xbf)]),
  'headings with a typo, again and again.csv': () =>
    rows(table([HEADINGS.map((text, n) => (n === 0 ? `${text}x` : text))])),
  'letters of an old font.csv': () =>
    rows(
      table([
        cellsOf({ 'Họ và tên': 'NguyÔn V¨n µ¸¶·¹ ÇÊËÌÎ'.repeat(20), 'Địa chỉ trụ sở': 'Sè 1, ®­êng ¸µ¶'.repeat(40) }),
      ]),
    ),
  'addresses of plots.csv': () =>
    rows(table([cellsOf({ 'Địa chỉ trụ sở': 'Lô 1-2-3, số 4/5/6, thôn xóm tổ '.repeat(110) })])),
  'lists of phones.csv': () =>
    rows(table([cellsOf({ 'Điện thoại': '0764220982; '.repeat(300), Email: 'a@b.c;'.repeat(500) })])),
  'a phone that never ends.csv': () =>
    rows(table([cellsOf({ 'Điện thoại': '=1+'.repeat(1100), 'Điện thoại cá nhân': '0 '.repeat(1700) })])),
  'another form of each letter.csv': () => Buffer.from(people(SIZE).toString().normalize('NFD')),
  'formulas.csv': () => rows(`${'=A1+"x",'.repeat(18)}=HYPERLINK("x")\n`),
  'four bytes for each letter.csv': () => fourBytes(people(SIZE / 4).toString()),
  'objects in objects.jsonl': () => Buffer.from(filled(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}\n`)),
  'long keys.jsonl': () => Buffer.from(filled(`{"${'Mã số doanh nghiệp '.repeat(500)}":1,"enterpriseCode":"1"}\n`)),
  'equal keys.jsonl': () => Buffer.from(filled(`{${'"enterpriseCode":"0901150498",'.repeat(200)}"name":"a"}\n`)),
  'other keys in each line.jsonl': () =>
    Buffer.from(
      Array.from({ length: 5000 }, (_, n) => `{"enterpriseCode":"1","name":"x","k${n}":1,"ж${n}":2}\n`).join(''),
    ),
  'a packed piece for each row.csv.gz': () =>
    Buffer.concat(Array.from({ length: 8000 }, (_, n) => gzipSync(n === 0 ? heads : 'a\n'))),
  'an old font in every cell.csv': () => rows(table([cellsOf({}).map(() => 'NguyÔn V¨n Hïng §øc Ph­¬ng '.repeat(70))])),
  'UTF-8 read as Latin-1.csv': () => rows(table([cellsOf({ 'Địa chỉ trụ sở': 'Nguyá»…n VÄƒn HÃ¹ng '.repeat(150) })])),
  'a mark of byte order before each row.csv': () => rows(`\uFEFF${table([cellsOf({})])}`),
  'rows of two encodings.csv': () =>
    Buffer.concat(Array.from({ length: 200 }, (_, n) => Buffer.from(csv([{}]), n % 2 === 0 ? 'utf8' : 'utf16le'))),
  'lists in a value.jsonl': () =>
    Buffer.from(filled(`{"enterpriseCode":"0901150498","name":${'['.repeat(400)}1${']'.repeat(400)}}\n`)),
  'numbers without end.jsonl': () => Buffer.from(filled(`{"enterpriseCode":1e400,"name":-0.${'1'.repeat(3000)}}\n`)),
  'packed twice.csv.gz': () => gzipSync(gzipSync(people(8 * SIZE))),
  'packed and followed by other bytes.csv.gz': () => Buffer.concat([gzipSync(people(SIZE)), Buffer.alloc(SIZE, 7)]),
};
