import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.ts';

const HEADINGS = 'Ngân hàng;Số tài khoản;Kỳ;Tổng ghi có;Tổng ghi nợ';
const row = (period: string, sign = ';') => ['970436', '0011001234567', period, '5', '6'].join(sign);

describe('rows that were pasted into a file with another divider', () => {
  it.each([
    ['behind a column that is not read', `${HEADINGS};Ghi chú`, ';ghi chú', ','],
    ['behind a column of text', `${HEADINGS};Tên chủ tài khoản`, ';CONG TY A', '|'],
  ])('are rejected and never become a part of the row before: %s', async (_, headings, last, sign) => {
    const lines = [headings, `${row('2025-01')}${last}`, row('2025-02', sign), row('2025-03', sign)];
    const { accepted, rejected } = await readWhole(
      [...lines, `${row('2025-04')}${last}`, ''].join('\n'),
      'accounts',
      'f.csv',
    );
    expect([accepted.length, rejected.length]).toEqual([2, 2]);
  });

  it('a last cell that goes on over very many lines is not joined without an end', async () => {
    const lines = [`${HEADINGS};Ghi chú`, `${row('2025-01')};a`, ...Array.from({ length: 40 }, () => 'còn nữa')];
    const { rejected } = await readWhole([...lines, ''].join('\n'), 'accounts', 'f.csv');
    expect(rejected.length).toBeGreaterThan(0);
  });
});

it.each(['Tổng ghi có đối với khách hàng cá nhân', 'Tổng ghi có đối với cá nhân'])(
  'a heading that names a part of a column is not read as the whole: %s',
  async (heading) => {
    const { opened } = await readWhole(
      `${HEADINGS.replace('Tổng ghi có', heading)}\n${row('2025-01')}\n`,
      'accounts',
      'f.csv',
    );
    expect(opened.flatMap((one) => one.unknownColumns)).toEqual([heading]);
  },
);
