import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mainAt = (path: string, content: string) =>
  zip({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="${path}"/></Relationships>`,
    [path]: content,
  });
/** A spreadsheet of LibreOffice, whose first part is not packed. */
const ods = () => {
  const kind = 'application/vnd.oasis.opendocument.spreadsheet';
  const packed = zip({ mimetype: kind, 'content.xml': '<x/>' });
  return Buffer.concat([packed.subarray(0, 38), Buffer.from(kind), packed.subarray(38)]);
};
/** The first bytes of a compound file, which an old or an encrypted workbook is. */
const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
const RICH_TEXT = '{\\rtf1\\ansi Ng\\u226?n h\\u224?ng}';
const WEB_PAGE = '<html><table><tr><td>a</td></tr></table></html>';
const XML_PAGE = '\uFEFF<?xml version="1.0"?><Workbook/>';
const SAVE = /lưu lại dạng \.xlsx/u;

describe('a file that is no table', () => {
  it.each<[string, Buffer | string, string, RegExp]>([
    ...['a.xls', 'a.ods', 'a.XLSM', 'a.numbers'].map((name): [string, string, string, RegExp] => [
      name,
      'x',
      'wrong_ending',
      SAVE,
    ]),
    ['a.pdf', 'x', 'wrong_ending', /“\.pdf”/u],
    ['a.csv', '%PDF-1.7 …', 'broken', /PDF/u],
    ['a.xlsx', ods(), 'wrong_ending', /\.ods/u],
    ['a.xlsx', zip({ 'content.xml': '<a/>', mimetype: 'x' }), 'wrong_ending', /\.ods/u],
    ['a.xlsx', COMPOUND, 'locked', /bỏ mật khẩu.*lưu lại dạng \.xlsx/u],
    ['a.csv', COMPOUND, 'locked', /bỏ mật khẩu.*lưu lại dạng \.xlsx/u],
    ['a.xlsx', mainAt('xl/workbook.bin', 'x'), 'wrong_ending', SAVE],
    ['a.xlsx', mainAt('word/document.xml', '<document/>'), 'wrong_ending', /Word/u],
    ['a.xlsx', zip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'y' }), 'wrong_ending', /Numbers/u],
    ['a.xlsx', zip({ 'thang-7.csv': 'a,b' }), 'wrong_ending', /giải nén/u],
    ['a.xlsx', 'Ngân hàng,Số tài khoản\n', 'broken', /đổi đuôi thành \.csv/u],
    ['a.xlsx', 'xin chào', 'broken', /./u],
    ['a.csv', WEB_PAGE, 'wrong_ending', SAVE],
    ['a.xlsx', WEB_PAGE, 'wrong_ending', SAVE],
    ['a.csv', XML_PAGE, 'wrong_ending', SAVE],
    ['a.xlsx', XML_PAGE, 'wrong_ending', SAVE],
    ['a.eml', 'From: a@b.vn', 'wrong_ending', /lưu tệp đính kèm rồi gửi chính tệp đó/u],
    ['a.MSG', 'From: a@b.vn', 'wrong_ending', /lưu tệp đính kèm rồi gửi chính tệp đó/u],
    ['a.mht', 'From: a@b.vn', 'wrong_ending', /lưu tệp đính kèm rồi gửi chính tệp đó/u],
    ['a.csv', RICH_TEXT, 'wrong_ending', /RTF/u],
    ['a.xlsx', RICH_TEXT, 'wrong_ending', /RTF/u],
    ['a.gz', RICH_TEXT, 'wrong_ending', /RTF/u],
    ['a.csv', '', 'empty', /Tệp rỗng/u],
    ['a.jsonl.gz', gzipSync(''), 'empty', /./u],
    ['a.csv', '\r\n\r\n', 'empty', /./u],
  ])('%s is refused with its reason and the way out: %j', async (name, content, code, words) => {
    await expect(readWhole(content, 'registrations', name)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });
});
