import { checkAccounts, checkMonths } from './dossier-accounts.ts';
import { checkCompany } from './dossier-company.ts';
import { checkPeople } from './dossier-people.ts';
import { checkSources } from './dossier-sources.ts';
import { namedSentence } from './dossier-summary.ts';
import type { About, TableRow } from './dossier-table.ts';
import { TIES, checkMembers, checkTies, joinedOn, tiesIn } from './dossier-ties.ts';
import { LABELS } from './figures.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { type Changed, changesOf } from './head-changes.ts';
import { when } from './shown.ts';

/** A class of tables by the words of its heading, and the statements of its rows. */
type TableClass = readonly [name: string, heading: RegExp, check: (rows: readonly TableRow[], about: About) => void];

const CHANGES: Readonly<Record<string, Changed>> = {
  'người đại diện theo pháp luật': 'NGUOI_DAI_DIEN',
  'địa chỉ trụ sở': 'DIA_CHI',
  'vốn điều lệ': 'VON',
};

function checkEvents(rows: readonly TableRow[], about: About): void {
  const { company, world, check, sentence, dossier } = about;
  check(
    'thứ tự của diễn biến',
    '',
    rows.map(([on]) => lastDayOf(when(on))),
    rows.map(([on]) => lastDayOf(when(on))).sort(),
  );
  const begun = tiesIn(dossier)
    .map(({ since }) => since)
    .sort()[0];
  for (const [on = '', what = ''] of rows) {
    const right = dayOf(what, when(on));
    if (right !== undefined) check('ngày của diễn biến', what, when(on), right);
    else if (sentence(what) !== undefined)
      check('ngày của diễn biến', what, what.includes(on) || !/\d\d\/\d\d\/\d{4}/u.test(what), true);
  }
  function dayOf(what: string, on: string): string | undefined {
    if (what === 'Đăng ký doanh nghiệp') return company.registeredOn;
    const [, month] = /^Dấu hiệu nặng nhất về tiền: (?:từ )?tháng ([\d/]+)/u.exec(what) ?? [];
    if (month !== undefined && sentence(what) !== undefined) return when(month);
    const [, bank] = /^Mở tài khoản tại (.+)$/u.exec(what) ?? [];
    const opened = company.accounts.flatMap((one) =>
      bankNameOf(one['ngan hang'] ?? '') === bank ? [when(one['ngay mo'])] : [],
    );
    if (bank !== undefined) return opened.find((day) => day === on) ?? opened[0];
    const [, changed] = /^Thay đổi (.+)$/u.exec(what) ?? [];
    const days = changed === undefined ? [] : changesOf(company, CHANGES[changed] ?? 'TEN');
    if (changed !== undefined) return days.find((day) => day === on) ?? days[0];
    if (what === 'Gửi thông báo cho cơ quan Công an') return world.asOf;
    if (what.startsWith('Doanh nghiệp này và một doanh nghiệp khác có thông tin')) return joinedOn(company.code, about);
    return what.startsWith('Hai doanh nghiệp đầu tiên của nhóm có thông tin') ? begun : undefined;
  }
}

const lastDayOf = (on: string) => (on.length === 7 ? `${on}-32` : on);

/** A finding's sentence, and its figures, each of which is a figure of the sentence. */
function checkFindings(rows: readonly TableRow[], { check, sentence, dossier }: About): void {
  for (const [number, text = '', figures = ''] of rows) {
    const [first = ''] = text.split('\n');
    // The sentence stands before the annexes under the same number
    const isNamed = /^(?:Thời kỳ|Căn cứ): /u.test(first);
    const right = sentence(isNamed || first === 'Nêu ở mục I.' ? namedSentence(dossier, number) : first);
    if (right === undefined) continue;
    for (const line of figures.split('\n').filter(Boolean)) {
      const at = line.lastIndexOf(': ');
      const [label, value] = [line.slice(0, at), line.slice(at + 2)];
      const name = LABELS.find(([form, figure]) => form.test(label) && right[figure] !== undefined)?.[1];
      if (name === undefined || right[name] === undefined) check.uncovered(`số liệu: ${label}`);
      else check.figure(`số liệu: ${label}`, line, value, right[name]);
    }
  }
}

export const TABLES: readonly TableClass[] = [
  ['doanh nghiệp', /^Nội dung\|Theo dữ liệu đăng ký/u, checkCompany],
  ['người', /^TT\|Họ tên, vai trò/u, checkPeople],
  ['tài khoản', /^TT\|Ngân hàng, ví; số tài khoản/u, checkAccounts],
  ['dòng tiền', /^Tháng\|Tiền vào/u, checkMonths],
  ['nhóm', /^TT\|Doanh nghiệp\|Sớm nhất/u, checkMembers],
  ['liên hệ', TIES, checkTies],
  ['diễn biến', /^Ngày\|Diễn biến/u, checkEvents],
  ['nguồn', /^Số\|Nguồn, tệp/u, checkSources],
  ['dấu hiệu', /^TT\|Dấu hiệu/u, checkFindings],
];
