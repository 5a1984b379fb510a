import type { CaseAccount, CaseFile } from './case-file.ts';
import { isReplaced, moneyAfterCeasing, signsOfWork } from './company-state.ts';
import { accountNamed, gravestMoney } from './money-meant.ts';
import { documentOf, MOST_IN_BRIEF, named, peopleInWords } from './people-in-words.ts';
import type { LeftOutRows, SourceKind } from './sources.ts';
import type { Evidence, Finding } from '#shared/domain/risk/rules/finding.ts';
import type { SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { PoliceNotice } from './police-notice.ts';

/** What a reader needs before the annexes, in whole sentences. */
export interface Exhibit {
  /** Who, which accounts, how much, from when to when. */
  readonly summary: readonly string[];
  /** The money of each account, where its bank reported any. */
  readonly money: readonly string[];
  readonly people: readonly string[];
  /** What speaks for the company. */
  readonly favourable: readonly string[];
  /** What was not received, so that nothing is said of it. */
  readonly notReceived: readonly string[];
}

/** @param gravest the heaviest finding, which stands in the summary and therefore not among the other ones */
export function exhibitOf(notice: PoliceNotice, caseFile: CaseFile | undefined, gravest?: Finding): Exhibit {
  return {
    summary: [
      whoInWords(notice, caseFile),
      ...accountsInWords(notice, caseFile),
      ...(isAgainst(gravest) ? [`${GRAVEST}${gravest.message}`] : []),
      ...gravestMoney(notice.findings, caseFile?.accounts ?? []).flatMap(({ isAll, finding, sentence }) =>
        isAll || finding.code === gravest?.code ? [] : [sentence],
      ),
    ],
    money:
      caseFile === undefined
        ? []
        : [
            ...named(caseFile.accounts.map(accountMoney), 'tài khoản', 'Phụ lục 1'),
            ...caseFile.accounts.flatMap(moneyBeforeOpening).slice(0, MOST_IN_BRIEF),
            ...moneyAfterCeasing(
              caseFile.state,
              caseFile.accounts.flatMap(({ months }) => months),
            ),
          ],
    people: peopleInWords(caseFile),
    favourable: favourable(notice.findings, caseFile),
    notReceived:
      caseFile === undefined
        ? ['Dữ liệu đứng sau thông báo không còn được lưu.']
        : notReceived(caseFile, notice.findings),
  };
}

const GRAVEST = 'Dấu hiệu nặng nhất: ';
const isAgainst = (finding: Finding | undefined): finding is Finding => finding !== undefined && finding.weight > 0;

function whoInWords({ name, enterpriseCode, registeredOn }: PoliceNotice, caseFile: CaseFile | undefined): string {
  const heads = (caseFile?.people ?? []).filter(({ declared }) => declared.role === 'legal_representative');
  const head =
    heads.length === 0
      ? ''
      : ` Người đại diện theo pháp luật${caseFile && isReplaced(caseFile.state, 'representative') ? ' trước khi thay đổi' : ''}: ${heads
          .map((person) => `${person.declared.fullName} (${documentOf(person)})`)
          .join('; ')}.`;
  return `Doanh nghiệp: ${name}, mã số ${enterpriseCode}, đăng ký ngày ${formatDate(registeredOn)}.${head}`;
}

/** The money that banks reported of an account; undefined where they reported none. */
interface ReportedMoney {
  readonly credit: number;
  readonly debit: number;
  /** The months; `from` is undefined where a dossier doesn't show the first ones. */
  readonly from?: string | undefined;
  readonly to: string;
}

/** The money of an account, which its sentence and the sum of its table say alike. */
export function moneyOf({ months, earlier }: CaseAccount): ReportedMoney | undefined {
  const periods = months.map(({ period }) => period).sort();
  const to = periods.at(-1);
  if (to === undefined) return undefined;
  const sum = (of: 'credit' | 'debit') => months.reduce((all, month) => all + month[of], earlier?.[of] ?? 0);
  return { credit: sum('credit'), debit: sum('debit'), from: earlier ? undefined : periods[0], to };
}

const timeOf = ({ from, to }: Pick<ReportedMoney, 'from' | 'to'>): string =>
  from === undefined
    ? `Đến tháng ${formatMonth(to)}`
    : from === to
      ? `Tháng ${formatMonth(to)}`
      : `Từ tháng ${formatMonth(from)} đến tháng ${formatMonth(to)}`;

function accountsInWords({ accounts: noticed }: PoliceNotice, caseFile: CaseFile | undefined): readonly string[] {
  const accounts = caseFile?.accounts ?? [];
  if (accounts.length === 0)
    return noticed.length === 0
      ? []
      : [
          `Tài khoản: ${noticed.map(({ bank, accountNumber }) => `${accountNumber} tại ${bankNameOf(bank)}`).join('; ')}.`,
        ];
  const texts = accounts.map(accountNamed);
  const more = texts.length - MOST_IN_BRIEF;
  const list = `Tài khoản: ${texts.slice(0, MOST_IN_BRIEF).join('; ')}${more > 0 ? ` và ${formatCount(more)} tài khoản khác` : ''}.`;
  const money = accounts.flatMap((account) => moneyOf(account) ?? []);
  const to = money
    .map((one) => one.to)
    .sort()
    .at(-1);
  if (to === undefined) return [list, 'Chưa nhận được tổng tiền vào, tiền ra của tài khoản nào nêu trên.'];
  const from = money.some((one) => one.from === undefined) ? undefined : money.map((one) => one.from ?? '').sort()[0];
  const sum = (of: 'credit' | 'debit') => formatMoney(money.reduce((all, one) => all + one[of], 0));
  const whole =
    money.length === accounts.length ? '' : ` (số liệu của ${money.length} trên ${accounts.length} tài khoản)`;
  return [list, `${timeOf({ from, to })}, ngân hàng báo tiền vào ${sum('credit')}, tiền ra ${sum('debit')}${whole}.`];
}

function accountMoney(account: CaseAccount): string {
  const { bank, accountNumber, openedOn } = account.register;
  const opened = openedOn === undefined ? 'chưa rõ ngày mở' : `mở ngày ${formatDate(openedOn)}`;
  const money = moneyOf(account);
  const said =
    money === undefined
      ? 'chưa nhận được số liệu dòng tiền'
      : `${timeOf(money).toLowerCase()}, tiền vào ${formatMoney(money.credit)}, tiền ra ${formatMoney(money.debit)}`;
  return `Số ${accountNumber} (${bankNameOf(bank)}), ${opened}: ${said}.`;
}

/** Two statements of a bank that contradict each other are said to do so. */
function moneyBeforeOpening({ register: { openedOn, bank, accountNumber }, months }: CaseAccount): readonly string[] {
  if (openedOn === undefined) return [];
  const before = months.filter(({ period, credit, debit }) => period < openedOn.slice(0, 7) && credit + debit > 0);
  if (before.length === 0) return [];
  const credit = before.reduce((sum, row) => sum + row.credit, 0);
  return [
    `${bankNameOf(bank)} báo tài khoản số ${accountNumber} mở ngày ${formatDate(openedOn)}, nhưng cũng báo tiền vào ${formatMoney(credit)} trong ${before.length} tháng trước tháng đó; hai số liệu này chưa khớp, cần hỏi lại ngân hàng.`,
  ];
}

function favourable(findings: readonly Finding[], caseFile: CaseFile | undefined): readonly string[] {
  const people = caseFile?.people ?? [];
  const inOrder = people.filter(
    ({ compared }) =>
      (compared?.result === 'match' || compared?.result === 'variation') && compared.documentStatus === 'valid',
  ).length;
  const said = [
    ...findings.filter(({ weight }) => weight < 0).map(({ message }) => message),
    ...(caseFile === undefined ? [] : signsOfWork(caseFile.state)),
    ...(inOrder === 0
      ? []
      : [
          `${inOrder} trên ${people.length} người có nhân thân khớp dữ liệu Công an và giấy tờ còn giá trị khi nhận vai trò.`,
        ]),
  ];
  return said.length === 0 ? ['Trong dữ liệu đã nhận chưa thấy.'] : [...new Set(said)];
}

/** The kinds of rows about a company that a reader would expect, by their names. */
const EXPECTED: readonly (readonly [SignalKind, string])[] = [
  ['TRANG_THAI_THUE', 'trạng thái thuế'],
  ['TRANG_THAI_PHAP_LY', 'trạng thái pháp lý'],
  ['TO_KHAI_THUE', 'tờ khai thuế'],
  ['HOA_DON', 'hóa đơn'],
  ['GOP_VON', 'góp vốn'],
  ['BHXH', 'lao động đóng bảo hiểm xã hội'],
  ['KIEM_TRA_TRU_SO', 'kiểm tra trụ sở'],
];

const PAID_ON =
  'Số tiền chuyển đi nêu ở các dấu hiệu là tiền chuyển cho từng tài khoản nhận, do ngân hàng gửi riêng, không phải tổng tiền ra.';

/** The kinds of rows whose absence is a sign, the figures of findings that rest on it, and whose rows were received. */
const ABSENCES: readonly (readonly [SignalKind, (evidence: Evidence) => boolean, string])[] = [
  [
    'TO_KHAI_THUE',
    (evidence) => ['owed', 'owedQuarters', 'due'].some((name) => Number(evidence[name] ?? 0) > 0),
    'Các kỳ khai thuế nêu là quá hạn nằm trong thời gian mà cơ quan thuế đã gửi dữ liệu tờ khai của doanh nghiệp khác.',
  ],
  [
    'BHXH',
    ({ insured }) => insured === 0,
    'Nêu chưa thấy lao động nào vì dữ liệu lao động của doanh nghiệp khác trong thời gian đó đã nhận được, còn của doanh nghiệp này thì không có.',
  ],
];

function notReceived(
  { sources, leftOut = [], people, accounts }: CaseFile,
  findings: readonly Finding[],
): readonly string[] {
  const rows: readonly (SourceKind | LeftOutRows)[] = [...sources.flatMap((file) => file.rows), ...leftOut];
  const kinds = new Set(rows.map(({ kind }) => kind));
  const missing = EXPECTED.filter(([kind]) => !kinds.has(kind)).map(([, what]) => what);
  const unknown = people.filter(({ known }) => known === undefined).length;
  const silent = accounts.filter(({ months }) => months.length === 0).length;
  const untold = accounts.flatMap(({ months }) => months.filter((row) => row.untold !== undefined)).length;
  const said = [
    ...(missing.length === 0 ? [] : [`Chưa nhận được dòng nào của doanh nghiệp này về: ${missing.join(', ')}.`]),
    ...ABSENCES.flatMap(([kind, isSign, why]) =>
      !kinds.has(kind) && findings.some(({ evidence }) => isSign(evidence)) ? [why] : [],
    ),
    ...(unknown === 0 ? [] : [`Chưa có dữ liệu Công an về ${unknown} trên ${people.length} người.`]),
    ...(accounts.length === 0
      ? ['Chưa nhận được tài khoản nào của doanh nghiệp.']
      : silent === 0
        ? []
        : [
            `Chưa nhận được số liệu dòng tiền của ${silent} trên ${accounts.length} tài khoản.`,
            ...(rows.some(({ feed }) => feed === 'counterparties') ? [PAID_ON] : []),
          ]),
    ...(untold === 0
      ? []
      : [`Ngân hàng để trống ${untold} tổng tiền vào hoặc tiền ra của tháng; các tổng trong hồ sơ tính là 0.`]),
  ];
  return said.length === 0 ? ['Mỗi loại dữ liệu đều có ít nhất một dòng về doanh nghiệp này.'] : said;
}
