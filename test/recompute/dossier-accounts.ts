import { documentOf, phoneOf } from './cells.ts';
import { type About, type TableRow, same } from './dossier-table.ts';
import { money, numberIn, when } from './shown.ts';

export function checkAccounts(rows: readonly TableRow[], { company, world, check }: About): void {
  const numbers = rows.map(([, account = '']) => /Số (\S+)/u.exec(account)?.[1] ?? '');
  check(
    'các tài khoản',
    numbers.join(', '),
    numbers.toSorted(),
    company.accounts.map((one) => one['so tai khoan'] ?? '').sort(),
  );
  for (const [, account = '', holder = '', opened = ''] of rows) {
    const row = company.accounts.find((one) => account.endsWith(`Số ${one['so tai khoan']}`)) ?? {};
    check('ngày mở tài khoản', opened, when(opened.split('\n')[0]), when(row['ngay mo']) || 'Chưa có dữ'.slice(0, 10));
    check(
      'chủ tài khoản',
      holder,
      [same(holder.split('\n')[0]), /Giấy tờ số (\S+)/u.exec(holder)?.[1] ?? ''],
      [same(row['ten chu tai khoan'] || 'Chưa có dữ liệu'), row['so giay to nguoi dai dien'] ?? ''],
    );
    check(
      'điện thoại của tài khoản',
      holder,
      /Điện thoại (\S+)/u.exec(holder)?.[1] ?? '',
      phoneOf(row['so dien thoai']),
    );
    const owner = /Chủ thuê bao: (.+?)(?:, giấy tờ số (\S+))?$/mu.exec(holder);
    if (owner?.[2] !== undefined) {
      const number = world
        .of('subscribers', 'so giay to chu thue bao')
        .find(({ cells }) => phoneOf(cells['so dien thoai']) === phoneOf(row['so dien thoai']))?.cells[
        'so giay to chu thue bao'
      ];
      const name = world
        .of('identities', 'so giay to')
        .find(({ cells }) => documentOf(cells['so giay to']) === documentOf(number))?.cells['ho va ten'];
      check('chủ thuê bao', holder, [owner[2], same(owner[1])], [number, same(name ?? owner[1])]);
    }
  }
}

export function checkMonths(rows: readonly TableRow[], { company, check }: About): void {
  const lines = rows.slice(0, -1).filter(([period = '']) => /^\d\d\/\d{4}$/u.test(period));
  const keyOf = (...parts: unknown[]) => parts.join();
  const known = new Map(
    company.months.map((one) => [keyOf(one.period, one.credit, one.debit, one.payments ?? null), one.empty]),
  );
  for (const [period, credit, debit, payments = ''] of lines) {
    const [paidIn, paidOut] = [money(credit), money(debit)];
    const key = keyOf(when(period), paidIn ?? 0, paidOut ?? 0, payments === '-' ? null : numberIn(payments));
    const isUntold = paidIn === undefined || paidOut === undefined;
    check('tháng của tài khoản', `${period}: ${credit}`, isUntold ? (known.get(key) ?? 0) > 0 : known.has(key), true);
  }
  const [, credit, debit] = rows.at(-1) ?? [];
  if (lines.length === rows.length - 1)
    check(
      'cộng các tháng',
      `${credit}`,
      [money(credit), money(debit)],
      [
        lines.reduce((all, line) => all + (money(line[1]) ?? 0), 0),
        lines.reduce((all, line) => all + (money(line[2]) ?? 0), 0),
      ],
    );
}
