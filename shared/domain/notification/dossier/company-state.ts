import { formatDate, formatMonth, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type {
  ChangeKind,
  CompanyFacts,
  Flow,
  RegistrationChange,
  Signal,
} from '#shared/domain/risk/facts/company-facts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import type { FoldedVersions, FormerHead } from '#shared/domain/risk/facts/fold-versions.ts';
import { officialStatusOf } from '#shared/domain/risk/facts/official-status.ts';
import type { ShownFigure } from './figures.ts';

/** The tax statuses (TT 86/2024/TT-BTC, Phụ lục I). */
const TAX_STATUSES: Readonly<Record<string, string>> = {
  '00': 'đang hoạt động',
  '01': 'ngừng hoạt động, đã chấm dứt hiệu lực mã số thuế',
  '02': 'đã chuyển cơ quan thuế quản lý',
  '03': 'ngừng hoạt động, chưa hoàn thành thủ tục chấm dứt hiệu lực mã số thuế',
  '04': 'đang hoạt động, chưa đủ thông tin đăng ký thuế',
  '05': 'tạm ngừng hoạt động, kinh doanh',
  '06': 'không hoạt động tại địa chỉ đã đăng ký',
  '07': 'chờ làm thủ tục phá sản',
  '09': 'chờ xác minh tình trạng hoạt động tại địa chỉ đã đăng ký',
  '10': 'chờ cập nhật số định danh cá nhân',
};

/** The legal statuses (NĐ 168/2025/NĐ-CP, Điều 35). */
const LEGAL_STATUSES: Readonly<Record<string, string>> = {
  1: 'đang hoạt động',
  2: 'tạm ngừng kinh doanh',
  3: 'không hoạt động tại địa chỉ đã đăng ký',
  4: 'bị thu hồi do cưỡng chế về quản lý thuế',
  5: 'đang làm thủ tục giải thể, bị chia, bị hợp nhất, bị sáp nhập',
  6: 'đang làm thủ tục phá sản',
  7: 'đã giải thể, phá sản, chấm dứt tồn tại',
};

/** What offices and earlier registrations say of a company, whether it speaks against the company or for it. */
export interface CompanyState {
  /** The day of the registration in force, and the known changes, the oldest first. */
  readonly registrationOf: IsoDate;
  readonly changes: readonly RegistrationChange[];
  readonly formerHeads: readonly FormerHead[];
  readonly tax?: CompanyFacts['taxStatuses'][number] | undefined;
  readonly legal?: CompanyFacts['legalStatuses'][number] | undefined;
  readonly inspection?: CompanyFacts['inspections'][number] | undefined;
  readonly insured?: CompanyFacts['insured'][number] | undefined;
  /** The returns with revenue, the number of those whose revenue is unknown, and the capital paid in. */
  readonly sold: CompanyFacts['returns'];
  readonly unknownReturns: number;
  readonly paidIn: CompanyFacts['contributions'];
}

/** After every day on which something can have happened, because later rows were left out before. */
const ALL_DAYS = '9999-12-31';

export function companyStateOf(versions: FoldedVersions, signals: readonly Signal[]): CompanyState {
  const folded = foldSignals(signals, versions.changes, ALL_DAYS);
  const { tax, legal, inspection } = officialStatusOf(folded);
  return {
    registrationOf: versions.roleTakenOn,
    changes: folded.changes,
    formerHeads: versions.formerHeads,
    tax,
    legal,
    inspection,
    insured: folded.insured.at(-1),
    sold: folded.returns.filter(({ revenue = 0 }) => revenue > 0),
    unknownReturns: folded.returns.filter(({ revenue }) => revenue === undefined).length,
    paidIn: folded.contributions,
  };
}

export const CHANGED: Readonly<Record<ChangeKind, string>> = {
  representative: 'người đại diện theo pháp luật',
  address: 'địa chỉ trụ sở',
  capital: 'vốn điều lệ',
  name: 'tên',
};
const NONE = 'Chưa có dữ liệu';

/** The state of a company, a line for each matter. What nobody has sent is said to be unknown. */
export function stateInWords(
  { changes, registrationOf, tax, legal, inspection, insured }: CompanyState,
  months: readonly Flow[],
): readonly ShownFigure[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Bản đăng ký nêu ở trên có từ ngày', formatDate(registrationOf)],
    [
      'Thay đổi đã được báo',
      changes.length === 0 ? 'Chưa có dòng nào về thay đổi' : changesInWords(changes, registrationOf),
    ],
    ['Trạng thái thuế', tax && `${statusInWords(tax, TAX_STATUSES)}${moneySince(tax, months)}`],
    ['Trạng thái pháp lý', legal && statusInWords(legal, LEGAL_STATUSES)],
    [
      'Kiểm tra trụ sở gần nhất',
      inspection &&
        `Ngày ${formatDate(inspection.on)}: ${inspection.found ? 'có hoạt động' : 'không tìm thấy doanh nghiệp'}`,
    ],
    [
      'Lao động đóng bảo hiểm xã hội',
      insured &&
        `${insured.count === 0 ? 'Không có ai' : `${insured.count} người`}, theo số báo ngày ${formatDate(insured.on)}`,
    ],
  ];
  return lines.map(([label, value]) => ({ label, value: value ?? NONE }));
}

/** The changes, and those after the registration in force, whose new values are therefore unknown. */
function changesInWords(changes: readonly RegistrationChange[], registrationOf: IsoDate): string {
  const named = changes.map(({ kind, on }) => `${formatDate(on)}: ${CHANGED[kind]}`);
  const unknown = [...new Set(changes.flatMap(({ kind, on }) => (on > registrationOf ? [CHANGED[kind]] : [])))];
  const later =
    unknown.length === 0
      ? []
      : [`Chưa nhận được bản đăng ký sau các thay đổi đó: ${unknown.join(', ')} nêu trong hồ sơ này là của trước đó`];
  return [...named, ...later].join('\n');
}

const statusInWords = (
  { code, sub, on }: CompanyFacts['taxStatuses'][number],
  names: Readonly<Record<string, string>>,
): string => `${sub ?? code}${names[code] === undefined ? '' : ` (${names[code]})`}, từ ngày ${formatDate(on)}`;

export const taxStatusInWords = (tax: CompanyFacts['taxStatuses'][number]): string =>
  `Trạng thái thuế ${statusInWords(tax, TAX_STATUSES)}.`;

/** The tax statuses under which nothing should be sold any more. */
const CEASED = new Set(['01', '03', '05', '06', '07']);

/** The money that came in after the month in which a company ceased for the tax office. */
function moneySince({ code, on }: CompanyFacts['taxStatuses'][number], months: readonly Flow[]): string {
  const later = CEASED.has(code) ? months.filter(({ period, credit }) => period > on.slice(0, 7) && credit > 0) : [];
  const periods = later.map(({ period }) => period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  const credit = later.reduce((sum, month) => sum + month.credit, 0);
  return `; sau tháng đó các ngân hàng vẫn báo tiền vào ${formatMoney(credit)} (${first === last ? `tháng ${formatMonth(first)}` : `tháng ${formatMonth(first)} đến ${formatMonth(last)}`})`;
}

/** What offices say that speaks for a company. */
export function signsOfWork({
  tax,
  legal,
  inspection,
  insured,
  sold,
  unknownReturns,
  paidIn,
}: CompanyState): readonly string[] {
  const revenue = sold.reduce((sum, one) => sum + (one.revenue ?? 0), 0);
  const capital = paidIn.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(tax?.code === '00' ? [taxStatusInWords(tax)] : []),
    ...(legal?.code === '1' ? [`Trạng thái pháp lý ${statusInWords(legal, LEGAL_STATUSES)}.`] : []),
    ...(inspection?.found ? [`Kiểm tra trụ sở ngày ${formatDate(inspection.on)}: có hoạt động.`] : []),
    ...(insured && insured.count > 0
      ? [`${insured.count} người đóng bảo hiểm xã hội, theo số báo ngày ${formatDate(insured.on)}.`]
      : []),
    ...(revenue > 0 ? [`Đã nộp ${sold.length} tờ khai thuế có doanh thu, cộng ${formatMoney(revenue)}.`] : []),
    ...(unknownReturns > 0 ? [`Đã nộp ${unknownReturns} tờ khai thuế chưa rõ doanh thu.`] : []),
    ...(capital > 0 ? [`Đã góp vốn ${formatMoney(capital)}.`] : []),
  ];
}

/** The tax status that stopped a company, with the money that came in after it, where any did. */
export function moneyAfterCeasing({ tax }: CompanyState, months: readonly Flow[]): readonly string[] {
  const since = tax && moneySince(tax, months);
  return tax && since ? [`Trạng thái thuế ${statusInWords(tax, TAX_STATUSES)}${since}.`] : [];
}

/** Whether the registration in force was changed later in this, so that what it says is of before. */
export const isReplaced = ({ changes, registrationOf }: CompanyState, what: ChangeKind): boolean =>
  changes.some(({ kind, on }) => kind === what && on > registrationOf);
