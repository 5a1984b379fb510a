import type { Output } from './output.ts';
import type { Check } from './check.ts';
import { plain } from './rows.ts';
import { daysFrom, endOf, periodIn } from './days-and-quarters.ts';
import { money, when } from './shown.ts';
import type { World } from './world.ts';
import type { Company, Signal } from './company.ts';
import type { Task } from './output.ts';
import { documentOf } from './cells.ts';

const JOINT_STOCK = /^(?:cong ty co phan|ctcp|cp)/u;
const ONE_MEMBER = /mot thanh vien|mtv|^th1/u;
const PRIVATE = /tu nhan|dntn/u;

/** The articles on contributing and on reducing capital that bind a form of company (Luật Doanh nghiệp). */
export function articlesOf(company: Company): readonly [contribute: string, reduce: string] | undefined {
  const form = plain(company.first['loai hinh doanh nghiep'] ?? '');
  if (PRIVATE.test(form)) return undefined;
  if (JOINT_STOCK.test(form)) return ['khoản 1 Điều 113', 'điểm d khoản 3 Điều 113'];
  return ONE_MEMBER.test(form) ? ['khoản 2 Điều 75', 'khoản 3 Điều 75'] : ['khoản 2 Điều 47', 'khoản 4 Điều 47'];
}

function checkCapital({ why }: Task, company: Company, check: Check): void {
  const [, due, contribute, rest = '', reduce] =
    /^Hạn góp vốn hết ngày (\S+) \((.+?) Luật Doanh nghiệp\), (.*?)\. Đề nghị .* \(((?:điểm \S+ )?khoản[^()]*)\)\.$/su.exec(
      why,
    ) ?? [];
  check('điều luật về góp vốn', why, [contribute, reduce], articlesOf(company) ?? 'không có nghĩa vụ này');
  const paid = company.signals('GOP_VON').reduce((all, one) => all + (one.amount ?? 0), 0);
  const [, some, capital] = /góp ([\d.]+ đồng) trên vốn điều lệ ([\d.]+ đồng)/u.exec(rest) ?? [];
  check('vốn đã góp', why, some === undefined ? 0 : money(some), paid);
  if (capital !== undefined) check('vốn điều lệ phải góp', why, money(capital), company.capital);
  check('chưa góp đủ', why, paid < company.capital, true);
  const days = daysFrom(company.registeredOn, when(due));
  check('hạn góp vốn', why, days >= 88 && days <= 93, true);
}

function checkPostCheck({ why }: Task, company: Company, world: World, check: Check): void {
  const since = when(/(?:Sau|Từ) ngày (\d\d\/\d\d\/\d{4})/u.exec(why)?.[1]);
  const some = (kind: string) => company.signals(kind).filter(({ amount }) => (amount ?? 0) > 0);
  const after = (all: readonly Signal[]) =>
    all.filter(({ on, note }) => (note === '' ? on : endOf(periodIn(note))) > since).length;
  const unknown = (kind: string) => after(company.signals(kind).filter(({ amount }) => amount === undefined));
  const filed = after(company.signals('TO_KHAI_THUE'));
  if (/không nộp tờ khai/u.test(why)) check('không nộp tờ khai', why, 0, filed);
  const returns = /(\d+) tờ khai thuế/u.exec(why)?.[1] ?? (/tờ khai thuế duy nhất/u.test(why) ? '1' : undefined);
  if (returns !== undefined) check('số tờ khai', why, Number(returns), filed);
  if (/không có doanh thu/u.test(why)) check('không có doanh thu', why, 0, after(some('TO_KHAI_THUE')));
  if (returns !== undefined) {
    const all = /(?:đều|duy nhất) chưa rõ doanh thu/u.test(why) ? filed : 0;
    const said = /(\d+) tờ chưa rõ doanh thu/u.exec(why)?.[1] ?? all;
    check('tờ khai chưa rõ doanh thu', why, Number(said), unknown('TO_KHAI_THUE'));
  }
  if (/không có hóa đơn/u.test(why)) check('không có hóa đơn', why, 0, after(some('HOA_DON')) + unknown('HOA_DON'));
  if (/không có lao động/u.test(why)) check('không có lao động', why, 0, after(some('BHXH')));
  const all = [...some('TO_KHAI_THUE'), ...some('HOA_DON'), ...some('BHXH')];
  if (/Chưa thấy hoạt động/u.test(why)) check('chưa thấy hoạt động', why, 0, all.length);
  const [, what, last] = /Lần hoạt động cuối: (.+?) đến ngày (\d\d\/\d\d\/\d{4})/u.exec(why) ?? [];
  if (what !== undefined) {
    const invoiced = world
      .of('activities', 'ma so ben ban')
      .filter(({ cells }) => cells['ma so ben ban'] === company.code && (money(cells['tong tien']) ?? 0) > 0)
      .map(({ cells }) => endOf(periodIn(cells['ky'] ?? '')));
    const days = [...all.map(({ on, note }) => (note === '' ? on : endOf(periodIn(note)))), ...invoiced].sort();
    check('lần hoạt động cuối', why, when(last), days.at(-1));
  }
  const visited = /(?:Kiểm tra ngày|\(ngày) (\d\d\/\d\d\/\d{4})/u.exec(why)?.[1];
  if (visited !== undefined)
    check('kiểm tra nêu trong việc', why, when(visited), company.signals('KIEM_TRA_TRU_SO').at(-1)?.on);
}

const GENDERS: Readonly<Record<string, string>> = { nam: 'male', nu: 'female', male: 'male', female: 'female' };
/** A day or a gender as the worklist writes it. */
const valueOf = (cell = '') => GENDERS[plain(cell)] ?? when(cell);
const policeRows = (world: World, numbers: readonly string[]) =>
  world
    .of('identities', 'so giay to')
    .filter(({ cells }) => [cells['so giay to'], cells['so cmnd cu']].some((one) => numbers.includes(documentOf(one))))
    .map(({ cells }) => cells);

/** A repair adds only zeros before the number that stands in a row; of many rows alike it shows the last digits. */
function checkRepair({ current, proposed, why }: Task, { versions }: Company, check: Check): void {
  const isMasked = current.startsWith('*');
  const stands = versions.some(({ rows }) => rows.some((cells) => Object.values(cells).includes(current)));
  const digits = (text: string) => text.replace(/ \(.+/u, '');
  const added = isMasked ? digits(current) === digits(proposed) : /^0+$/u.test(proposed.slice(0, -current.length));
  check('giá trị đã sửa khi đọc', `${current} -> ${proposed}: ${why}`, added && (isMasked || stands), true);
}

const TERM = /trong \d+ ngày kể từ|chậm nhất ngày \d\d\/|Luật không đặt thời hạn/u;

/** Checks a line of the office's worklist. */
export function checkTask(task: Task, world: World, check: Check): void {
  check('thời hạn của việc', task.why, TERM.test(task.why), true);
  const company = world.company(task.enterpriseCode);
  if (task.kind === 'capital_report_due') return checkCapital(task, company, check);
  if (task.kind === 'post_check') return checkPostCheck(task, company, world, check);
  if (task.kind === 'correction' && task.field === 'documentNumber')
    return check(
      'số giấy tờ đang khai',
      task.current,
      company.people.some((one) => documentOf(one['so giay to']) === task.current),
      true,
    );
  if (task.kind === 'correction' && task.field === 'fullName')
    return check(
      'họ tên đang khai',
      task.current,
      company.people.some((one) => plain(one['ho va ten'] ?? '') === plain(task.current)),
      true,
    );
  if (task.kind === 'correction' && (task.field === 'dateOfBirth' || task.field === 'gender')) {
    const heading = task.field === 'gender' ? 'gioi tinh' : 'ngay sinh';
    const meant = company.people.filter((one) => valueOf(one[heading]) === task.current);
    const numbers = meant.map((one) => documentOf(one['so giay to']));
    const known = policeRows(world, numbers).map((one) => valueOf(one[heading]));
    const inNumbers = numbers.map((number) => (Number(number[3]) % 2 === 0 ? 'male' : 'female'));
    const right = task.field === 'gender' ? [...known, ...inNumbers] : known;
    return check('giá trị đề xuất sửa', `${task.current} -> ${task.proposed}`, right.includes(task.proposed), true);
  }
  if (task.kind === 'repair') return checkRepair(task, company, check);
  if (task.kind === 'expired_document')
    return check(
      'giấy tờ đang khai',
      task.current,
      company.people.some((one) => documentOf(one['so giay to']).endsWith(task.current.slice(-4))),
      true,
    );
  check.uncovered(`việc ${task.kind} ${task.field}`);
}

/** Checks a notice to a bank: the account is there, belongs to the company, and has the listing that the notice names. */
export function checkNotice(
  { bank, accountNumber, enterpriseCode }: Output['notices'][number],
  world: World,
  check: Check,
): void {
  const own = world
    .company(enterpriseCode)
    .accounts.some((one) => one['so tai khoan'] === accountNumber && one['ngan hang'] === bank);
  const listed = world
    .of('suspicious-accounts', 'ma nghi ngo')
    .some(({ cells }) => cells['so tai khoan'] === accountNumber && cells['ngan hang'] === bank);
  check('tài khoản của thông báo', `${bank} ${accountNumber}`, own || listed, true);
}
