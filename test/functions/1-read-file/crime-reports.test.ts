import { expect, it } from 'vitest';
import { readWhole, table } from './read-whole.ts';

it('a victim’s report that names nothing is told what it may name', async () => {
  const rows = [
    ['Mã vụ việc', 'Ngày', 'Ngân hàng', 'Số tài khoản', 'Số điện thoại', 'Mã số doanh nghiệp'],
    ['VV-1', '04/08/2025', '', '', '', ''],
  ];
  const { rejected } = await readWhole(table(rows), 'crime-reports', 'tin-bao.csv');
  expect(rejected).toMatchObject([{ column: 'Số tài khoản', code: 'nothing_named' }]);
  for (const one of ['số tài khoản', 'số điện thoại', 'mã số doanh nghiệp'])
    expect(rejected[0]?.message).toContain(one);
});
