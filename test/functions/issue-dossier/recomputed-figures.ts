import { meantAccounts, unsaidAccounts } from './recomputed-accounts.ts';
import { receiversOf } from './recomputed-receivers.ts';
import { amount, day, type InboxFacts, month } from './recomputed-sentences.ts';
import { groupOf, type PrintedByCode } from './recomputed-ties.ts';

const NAMES: Readonly<Record<string, string>> = { '970436': 'Vietcombank', '970418': 'BIDV' };
const FOUNDING_DAYS = 30;
const YEAR_MS = 365 * 86_400_000;
const DAY_MS = 86_400_000;

const thousands = (value: number) => String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
const money = (value: number) => `${thousands(value)} đồng`;
const decimals = (value: number, count: number) => {
  const [whole = '', part] = String(Number(value.toFixed(count))).split('.');
  return `${thousands(Number(whole))}${part === undefined ? '' : `,${part}`}`;
};
const percent = (share: number) => `${decimals(share * 100, 1)} %`;
const written = (iso: string) => iso.split('-').reverse().join('/');
const banks = (bins: readonly string[]) =>
  [...new Set(bins)]
    .sort()
    .map((bin) => `${NAMES[bin] ?? bin} (${bin})`)
    .join(', ');
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

type Right = Readonly<Record<string, string>>;

/** The flows of the months from the first to the last named, with their sums. */
function flowsWithin({ flows }: InboxFacts, from = '', to = from) {
  const rows = flows.filter((row) => (row['Kỳ'] ?? '') >= month(from) && (row['Kỳ'] ?? '') <= month(to));
  const periods = [...new Set(rows.map((row) => row['Kỳ'] ?? ''))].sort();
  const sum = (column: string, period?: string) =>
    rows.reduce((total, row) => total + (period === undefined || row['Kỳ'] === period ? amount(row[column]) : 0), 0);
  const shares = periods.map((period) => sum('Tổng ghi nợ', period) / sum('Tổng ghi có', period));
  const held = rows.reduce(
    (total, row) => total + amount(row['Tổng ghi có']) * Number(row['Thời gian lưu tiền trung vị (phút)']),
    0,
  );
  const [credit, debit] = [sum('Tổng ghi có'), sum('Tổng ghi nợ')];
  const payments = sum('Số giao dịch') / periods.length;
  return { rows, periods, credit, debit, shares, payments, held: Math.round(held / credit) };
}

const ofFlows = (said: Right, facts: InboxFacts): Right => {
  const { rows, periods, credit, debit, shares, payments, held } = flowsWithin(
    facts,
    said['từ tháng'],
    said['đến tháng'],
  );
  return {
    'ngân hàng báo số liệu': banks(rows.map((row) => row['Ngân hàng'] ?? '')),
    'số tháng có giao dịch': String(periods.length),
    'từ tháng': written(periods[0] ?? ''),
    'đến tháng': written(periods.at(-1) ?? ''),
    'tiền vào, trong các tháng đó': money(credit),
    'tiền ra, trong các tháng đó': money(debit),
    'tiền ra so với tiền vào': percent(debit / credit),
    'lưu tiền, bình quân các trung vị tháng tính theo tiền vào (phút)': String(held),
    'số giao dịch, bình quân mỗi tháng có giao dịch': thousands(payments),
    'số tháng có tiền vào từ 20.000.000 đồng, được so với nhau': String(periods.length),
    'ngày đăng ký': written(day(facts.first['Ngày đăng ký'])),
    'tiền ra so với tiền vào, của tháng ít nhất trong số đó': percent(Math.min(...shares)),
    'tiền ra so với tiền vào, của tháng nhiều nhất trong số đó': percent(Math.max(...shares)),
  };
};

const ofFirstMoney = (_said: Right, facts: InboxFacts): Right => {
  const { flows, first } = facts;
  const creditIn = (period: string) => flowsWithin(facts, written(period)).credit;
  const since = day(first['Ngày đăng ký']);
  const inFirstYear = (period: string) => Date.parse(`${period}-01`) - Date.parse(since) < YEAR_MS;
  const [large] = [...new Set(flows.map((row) => row['Kỳ'] ?? ''))]
    .filter(inFirstYear)
    .sort((a, b) => creditIn(b) - creditIn(a));
  const { rows, credit } = flowsWithin(facts, written(large ?? ''));
  return {
    'ngân hàng báo số liệu': banks(rows.map((row) => row['Ngân hàng'] ?? '')),
    'ngày đăng ký': written(since),
    'tháng có nhiều tiền vào nhất trong năm đầu từ khi đăng ký': written(large ?? ''),
    'tiền vào của cả tháng đó': money(credit),
    'vốn điều lệ': money(amount(first['Vốn điều lệ'])),
  };
};

const ofSales = (_said: Right, { signals, first }: InboxFacts): Right => {
  const total = (kind: string) => signals(kind).reduce((sum, row) => sum + amount(row['Giá trị']), 0);
  const [invoiced, revenue] = [total('HOA_DON'), total('TO_KHAI_THUE')];
  const quarters = [...new Set(signals('HOA_DON').map((row) => row['Kỳ/Ghi chú'] ?? ''))].sort();
  const [, year = '', quarter = ''] = /^(\d{4})-Q(\d)$/u.exec(quarters.at(-1) ?? '') ?? [];
  const end = new Date(Date.UTC(Number(year), Number(quarter) * 3, 0)).toISOString().slice(0, 10);
  return {
    'hóa đơn đã xuất trong các quý đã khai': money(invoiced),
    'doanh thu kê khai của mọi quý đã khai': money(revenue),
    'hóa đơn gấp doanh thu (lần)': decimals(invoiced / revenue, 1),
    'doanh số (số lớn hơn của doanh thu kê khai và hóa đơn)': money(invoiced),
    'số quý có doanh số': String(quarters.length),
    'quý cuối có doanh số': `${quarter}/${year}`,
    'vốn điều lệ': money(amount(first['Vốn điều lệ'])),
    'số ngày từ khi đăng ký đến hết quý đó': thousands(daysFrom(day(first['Ngày đăng ký']), end)),
    'lao động đóng bảo hiểm xã hội, theo số báo gần nhất hoặc vì không ai được báo': String(total('BHXH')),
  };
};

const ofAccounts =
  (rule: string) =>
  (_said: Right, facts: InboxFacts): Right => {
    const meant = meantAccounts(rule, facts);
    const others = String(meant.length);
    const unsaid = String(unsaidAccounts(rule, facts, meant).length);
    return {
      'số tài khoản do người khác đứng tên đại diện': others,
      'số tài khoản dùng số điện thoại không có trong hồ sơ đăng ký': others,
      'số tài khoản dùng số điện thoại đứng tên người lạ': others,
      'số tài khoản dùng số điện thoại không đứng tên người đại diện tài khoản': others,
      'số tài khoản của doanh nghiệp': String(facts.accounts.length),
      'ngân hàng của các tài khoản có dấu hiệu này': banks(meant.map((row) => row['Ngân hàng'] ?? '')),
      'số tài khoản chưa so được người đại diện (không ghi số giấy tờ, hoặc số chưa đối chiếu được)': unsaid,
      'số tài khoản khác không rõ chủ thuê bao của số điện thoại, hoặc không có số': unsaid,
    };
  };

const ofFounding = (_said: Right, { accounts, first }: InboxFacts): Right => {
  const since = day(first['Ngày đăng ký']);
  const opened = accounts.filter((row) => daysFrom(since, day(row['Ngày mở'])) <= FOUNDING_DAYS);
  return {
    'ngày đăng ký': written(since),
    'số ngày được xét từ ngày đó': String(FOUNDING_DAYS),
    'số tài khoản mở trong các ngày đó': String(opened.length),
    'ngân hàng của các tài khoản đó': banks(opened.map((row) => row['Ngân hàng'] ?? '')),
  };
};

const ofListing = (_said: Right, { all, accounts }: InboxFacts): Right => {
  const numbers = new Set(accounts.map((row) => row['Số tài khoản']));
  const listed = all.flatMap(({ row }) =>
    row['Mã nghi ngờ'] !== undefined && numbers.has(row['Số tài khoản']) ? [row] : [],
  );
  return {
    'số tài khoản bị báo nghi vấn': String(listed.length),
    'mã nghi ngờ': listed[0]?.['Mã nghi ngờ'] ?? '',
    'ngày báo đầu tiên': listed[0]?.['Ngày'] ?? '',
    'ngày báo cuối cùng': listed[0]?.['Ngày'] ?? '',
    'bên báo': 'Công an tỉnh',
  };
};

const ofInspection = (_said: Right, { signals }: InboxFacts): Right => ({
  'ngày kiểm tra': signals('KIEM_TRA_TRU_SO')[0]?.['Ngày'] ?? '',
});

const ofPeople = (_said: Right, { people }: InboxFacts): Right => ({
  'số người có dấu hiệu này': String(people.length),
  'số giấy tờ (nhiều nhất 10 số)': `****${people[0]?.['Số giấy tờ']?.slice(-4)}`,
});

const ofReceivers = (_said: Right, facts: InboxFacts): Right => {
  const { debit, toFew, few, ...right } = receiversOf(facts);
  return {
    'ngân hàng báo tài khoản nhận tiền': banks(right.banks),
    'tiền chuyển đi, theo các ngân hàng đó': money(debit),
    'số tài khoản nhận chính mà dưới 10 doanh nghiệp cùng trả': String(right.nine),
    'số tài khoản nhận mà dưới 20 doanh nghiệp cùng trả': String(few),
    'trong đó chỉ 2 đến 3 doanh nghiệp cùng trả': String(right.three),
    'tiền đến các tài khoản đó': money(toFew),
    'tiền đến các tài khoản đó so với tiền chuyển đi': percent(toFew / debit),
  };
};

const ofTies =
  (dossiers: PrintedByCode) =>
  (said: Right, facts: InboxFacts): Right => {
    const kind = said['thông tin dùng chung'] ?? '';
    const { size, othersShare, others } = groupOf(facts, dossiers, kind);
    return {
      'thông tin dùng chung': kind,
      'số doanh nghiệp dùng chung, kể cả doanh nghiệp này, ít nhất': String(size),
      'số doanh nghiệp khác có dấu hiệu nguy hiểm, ít nhất': String(others),
      'tỷ lệ của các doanh nghiệp đó trong các doanh nghiệp khác, ít nhất': percent(othersShare),
      'số doanh nghiệp khác có từ hai dấu hiệu hoặc một dấu hiệu nặng, ít nhất': String(others),
      'tỷ lệ có từ hai dấu hiệu hoặc một dấu hiệu nặng trong các doanh nghiệp khác, ít nhất': percent(othersShare),
      'ít nhất một nửa nhóm đăng ký trong vòng (ngày)': '90',
    };
  };

/** The figures of a rule by its code, each with its label, as the rows give them. */
const FIGURES: readonly (readonly [
  RegExp,
  (rule: string, dossiers: PrintedByCode) => (said: Right, facts: InboxFacts) => Right,
])[] = [
  [/^(?:PASS_THROUGH|MANY_PAYMENTS|FIRST_MONEY)/u, () => ofFlows],
  [/^YOUNG_FOR_ITS_MONEY/u, () => ofFirstMoney],
  [/^(?:INVOICES|TURNOVER)/u, () => ofSales],
  [/^ACCOUNT_/u, ofAccounts],
  [/^TWO_ACCOUNTS_AT_FOUNDING/u, () => ofFounding],
  [/^LISTED_ACCOUNT/u, () => ofListing],
  [/^INSPECTION/u, () => ofInspection],
  [/^REP_/u, () => ofPeople],
  [/^RECEIVERS/u, () => ofReceivers],
  [/^(?:TIED|SECOND_TIE|FOUNDED|DEVICE)/u, (_rule, dossiers) => ofTies(dossiers)],
];

/** The lines of a finding's figures, and what they should be by the rows of the inbox. */
export function comparedFigures(
  finding: string,
  figures: string,
  facts: InboxFacts,
  dossiers: PrintedByCode,
): readonly [said: readonly string[], right: readonly string[]] {
  const [, rule = ''] = /\((\w+), phiên bản \d+/u.exec(finding) ?? [];
  const lines = figures.split('\n');
  const labelOf = (line: string) => line.slice(0, line.lastIndexOf(': '));
  const said = Object.fromEntries(lines.map((line) => [labelOf(line), line.slice(line.lastIndexOf(': ') + 2)]));
  const known = FIGURES.find(([form]) => form.test(rule));
  const right = known?.[1](rule, dossiers)(said, facts) ?? {};
  return [lines, lines.map((line) => `${labelOf(line)}: ${right[labelOf(line)] ?? 'no figure is known'}`)];
}
