import { describe, expect, it } from 'vitest';
import { withoutEscapes } from '#shared/domain/vietnamese/text/escaped.ts';
import { csv, readWhole } from '#test/functions/1-read-file/read-whole.ts';

const readName = (name: string) => readWhole(csv([{ 'Họ và tên': name }]), 'registrations', 'a.csv');

describe('texts that a web page or a program escaped', () => {
  it.each([
    'Nguy&#7877;n V&#259;n &#272;&ocirc;',
    'Nguy&#x1EC5;n V&#x103;n &#x110;&#xF4;',
    'Nguy\\u1ec5n V\\u0103n \\u0110\\u00f4',
    'Nguy&amp;#7877;n&nbsp;V&abreve;n &Dstrok;&ocirc;',
  ])('a name with escaped letters is read as the name, and reported: %s', async (name) => {
    const { records, accepted } = await readName(name);
    expect(records).toMatchObject([{ person: { fullName: 'Nguyễn Văn Đô' } }]);
    expect(accepted).toMatchObject([
      { repairs: [{ field: 'fullName', proposed: 'Nguyễn Văn Đô', why: expect.stringContaining('trang web') }] },
    ]);
  });

  it.each(['Nguy%E1%BB%85n V%C4%83n An', 'Nguy=E1=BB=85n V=C4=83n An', "b'Nguy\\xe1\\xbb\\x85n An'"])(
    'a name with escaped bytes is rejected: %s',
    async (name) => {
      const { rejected } = await readName(name);
      expect(rejected).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'encoding' }]);
    },
  );

  it.each(['như trên', 'nt', '-nt-', 'undefined', '[object Object]', 'xem phụ lục'])(
    'a word instead of a value is none: %s',
    async (word) => {
      const { rejected } = await readName(word);
      expect(rejected).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'required' }]);
      const address = await readWhole(csv([{ 'Địa chỉ trụ sở': word }]), 'registrations', 'a.csv');
      expect(address.rejected).toMatchObject([{ row: 2, column: 'Địa chỉ trụ sở', code: 'required' }]);
    },
  );

  it.each(['CÔNG TY TNHH A & B', 'R&D', 'AT&T;', 'A &; B', '&#55296;', '&#0;', 'C:\\users'])(
    'a text without escaped letters stays as it is: %s',
    (text) => {
      expect(withoutEscapes(text)).toBeUndefined();
    },
  );

  it('a company’s name keeps its sign', async () => {
    const { records } = await readWhole(
      csv([{ 'Tên doanh nghiệp': 'C&Ocirc;NG TY A &amp; B' }]),
      'registrations',
      'a.csv',
    );
    expect(records).toMatchObject([{ company: { name: 'CÔNG TY A & B' } }]);
  });
});
