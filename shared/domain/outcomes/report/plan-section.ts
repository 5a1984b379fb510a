import type { ClockStatus } from '#shared/domain/vietnamese/due-days.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { OutcomeFigures } from '../figures/outcome-figures.ts';
import { type ReportCell, type ReportSection, unlessFew, tableOf } from './report.ts';
import { type MeasureHistory, measuresInPeriod, spansOn } from './measures-in-period.ts';
import type { RegisterQuality } from '../figures/register-quality.ts';
import type { BankShare } from '../figures/told-by-banks.ts';

/** The data of a report beside the ledger: the measures that were on, and the state of the companies. */
export interface ReportContext extends MeasureHistory {
  readonly asOf: string;
  readonly ruleSet: string;
  readonly checkpoint?: string | undefined;
  readonly verdicts?: Readonly<Record<string, number>> | undefined;
  readonly activities?: Readonly<Record<string, number>> | undefined;
  /** The number of companies by deadline and status. */
  readonly duties?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  readonly banks?: Readonly<Record<string, BankShare>> | undefined;
  readonly quality?: RegisterQuality | undefined;
}

interface PlanTask {
  /** A task of the plan of the province's People's Committee for Công điện 139/CĐ-TTg. */
  readonly section: string;
  readonly task: string;
  readonly indicator: string;
  /** The measure without which the task has no figure, because it waits for a direction. */
  readonly measure?: Measure;
  /**
   * Whether the figure is a total that section II also shows. Other figures below 5 are hidden, because they could
   * identify people.
   */
  readonly isTotal?: true;
  readonly figure?: (figures: OutcomeFigures, about: ReportContext) => number | string | undefined;
  /** Who has to give the figure, where the system can't count it; otherwise nothing was recorded in the period. */
  readonly givenBy?: string;
}

const byFacts =
  (...facts: readonly string[]) =>
  ({ byFact, cases }: OutcomeFigures): number | undefined =>
    cases === 0 ? undefined : facts.reduce((sum, fact) => sum + (byFact[fact] ?? 0), 0);

const byCodes =
  (codes: readonly string[]) =>
  ({ byReasonCode, cases }: OutcomeFigures): number | undefined =>
    cases === 0 ? undefined : codes.reduce((sum, code) => sum + (byReasonCode[code] ?? 0), 0);

/** The companies whose term for paying in the capital has these statuses. */
const byCapital =
  (...statuses: readonly ClockStatus[]) =>
  (_figures: OutcomeFigures, { duties }: ReportContext): number | undefined => {
    const counts = duties?.['capitalContribution'];
    return counts && statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  };

const BY_STATE_BANK = 'Ngân hàng Nhà nước (khu vực) tổng hợp từ các ngân hàng, ví điện tử và cung cấp';
const NOTHING_RECORDED = 'Công an tỉnh (hệ thống chưa ghi vụ việc, kết quả đánh giá nào trong kỳ)';
const WITHOUT_DIRECTION = 'chưa có: chưa có văn bản chỉ đạo, Công an tỉnh thực hiện khi có';
const CONTRIBUTIONS_GIVEN_BY = 'Sở Tài chính gửi tệp góp vốn (GOP_VON)';

/** The tasks of which no figure is counted: the bodies themselves write what they did. */
const TOLD_BY_BODIES: readonly (readonly [section: string, body: string])[] = [
  ['II.4', 'Cơ quan quản lý viễn thông (Sở Khoa học và Công nghệ)'],
  ['II.5', 'Sở Tài chính (Quyết định 194/QĐ-TTg)'],
  ['II.9', 'Cơ quan được giao tại mục II.9'],
  ['II.11', 'Cơ quan được giao tại mục II.11'],
  ['II.12', 'Cơ quan được giao tại mục II.12'],
];

const PLAN: readonly PlanTask[] = [
  {
    section: 'II.2',
    task: 'Cơ sở dữ liệu tài khoản thanh toán, ví điện tử có nghi vấn (khi có chỉ đạo)',
    indicator: 'Lượt mã nghi ngờ 2, 3, 4, 6, 7, 8 trong thông báo gửi ngân hàng',
    measure: 'suspiciousAccounts',
    figure: byCodes(['2', '3', '4', '6', '7', '8']),
  },
  {
    section: 'II.2',
    task: 'Cảnh báo, phòng ngừa',
    indicator: 'Thông báo gửi ngân hàng, ví điện tử',
    isTotal: true,
    figure: ({ events, cases }) => (cases === 0 ? undefined : events.notifiedBanks),
  },
  {
    section: 'II.2',
    task: 'Ngăn chặn',
    indicator: 'Thông báo ngân hàng trả lời đã áp dụng biện pháp',
    isTotal: true,
    figure: ({ events, cases }) => (cases === 0 ? undefined : events.acted),
  },
  {
    section: 'II.2',
    task: 'Thu hồi tiền',
    indicator: 'Số tiền ngân hàng, ví điện tử trả lời đã giữ lại, hoàn trả',
    isTotal: true,
    figure: ({ recovered: { bank } }) => (bank === undefined ? undefined : formatMoney(bank)),
    givenBy: 'các ngân hàng, ví điện tử ghi khi trả lời thông báo',
  },
  {
    section: 'II.2',
    task: 'Thu hồi tiền',
    indicator: 'Số tiền thu hồi, trả lại theo quyết định của Công an',
    isTotal: true,
    figure: ({ recovered: { police } }) => (police === undefined ? undefined : formatMoney(police)),
    givenBy: 'Công an tỉnh ghi khi quyết định vụ việc',
  },
  {
    section: 'II.2',
    task: 'Mô hình phối hợp liên ngành',
    indicator: 'Kết quả phối hợp',
    givenBy: 'Công an tỉnh (Phòng Cảnh sát hình sự) cung cấp',
  },
  {
    section: 'II.3',
    task: 'Xác thực sinh trắc học chủ tài khoản, ví điện tử',
    indicator: 'Tài khoản, ví đã đối chiếu sinh trắc học',
    givenBy: BY_STATE_BANK,
  },
  {
    section: 'II.3',
    task: 'Sinh trắc học người đại diện khi dùng ngân hàng điện tử doanh nghiệp',
    indicator: 'Người đại diện đã đối chiếu',
    givenBy: BY_STATE_BANK,
  },
  {
    section: 'II.3',
    task: 'Rà soát tài khoản doanh nghiệp (khi có chỉ đạo)',
    indicator: 'Thông báo gửi ngân hàng có mã 1 (hồ sơ, người đại diện không khớp)',
    measure: 'accountReview',
    figure: byCodes(['1']),
  },
  {
    section: 'II.3',
    task: 'Phát hiện giao dịch từ địa chỉ IP nước ngoài (khi có chỉ đạo)',
    indicator: 'Doanh nghiệp được gắn cờ có dấu hiệu này',
    measure: 'foreignIp',
    figure: byFacts('foreign-ip'),
  },
  {
    section: 'II.3',
    task: 'Đối chiếu người đại diện của tài khoản với chủ thuê bao di động (khi có chỉ đạo)',
    indicator:
      'Doanh nghiệp được gắn cờ có tài khoản dùng số điện thoại mà chủ thuê bao được báo là người khác (không tính số chưa rõ chủ)',
    measure: 'accountReview',
    figure: byFacts('account-phone'),
  },
  {
    section: 'II.3',
    task: 'Rà soát tài khoản nhận và chuyển tiền ngay',
    indicator: 'Doanh nghiệp được gắn cờ có tiền chuyển qua tài khoản',
    figure: byFacts('pass-through'),
  },
  {
    section: 'II.3',
    task: 'Ngân hàng cung cấp thông tin tài khoản nghi vấn cho Công an',
    indicator: 'Doanh nghiệp được gắn cờ có tài khoản bị nêu là nghi vấn',
    measure: 'suspiciousAccounts',
    figure: byFacts('listing'),
  },
  {
    section: 'II.6',
    task: 'Kiểm tra việc góp vốn điều lệ sau khi cấp giấy chứng nhận',
    indicator: 'Doanh nghiệp đã hết hạn góp đủ vốn mà hệ thống đã đối chiếu dữ liệu góp vốn',
    figure: byCapital('kept', 'late', 'missed'),
    givenBy: CONTRIBUTIONS_GIVEN_BY,
  },
  {
    section: 'II.6',
    task: 'Kiểm tra việc góp vốn điều lệ sau khi cấp giấy chứng nhận',
    indicator: 'Trong đó góp đủ đúng hạn',
    figure: byCapital('kept'),
    givenBy: CONTRIBUTIONS_GIVEN_BY,
  },
  {
    section: 'II.6',
    task: 'Cải tiến quy trình thành lập doanh nghiệp',
    indicator: 'Kết quả cải tiến',
    givenBy: 'Sở Tài chính cung cấp',
  },
  {
    section: 'II.6',
    task: 'Hậu kiểm doanh nghiệp không có hoạt động thực tế',
    indicator: 'Doanh nghiệp không có hoạt động vào ngày số liệu (chuyển cơ quan đăng ký, thuế hậu kiểm)',
    figure: (_figures, { activities }) => activities && (activities['inactive'] ?? 0),
  },
  {
    section: 'II.6',
    task: 'Cùng Công an tỉnh xác thực người đại diện theo pháp luật, người được ủy quyền',
    indicator: 'Dấu hiệu về danh tính người đại diện, người được ủy quyền ở doanh nghiệp được gắn cờ',
    figure: byFacts('representative-identity', 'other-identity', 'authorisation', 'representative-age'),
  },
  {
    section: 'II.6',
    task: 'Chủ động cung cấp thông tin, hồ sơ cho Công an tỉnh',
    indicator: 'Doanh nghiệp được gắn cờ và lập hồ sơ gửi Công an',
    isTotal: true,
    figure: ({ events, cases }) => (cases === 0 ? undefined : events.flagged),
  },
];

/** The section with the plan's tasks, each with its figure where there is one. */
export function planSection(figures: OutcomeFigures, about: ReportContext): ReportSection {
  const wasOn = (measure: Measure) => spansOn(measure, about, figures.period).length > 0;
  const figureOf = ({ measure, figure, isTotal, givenBy = NOTHING_RECORDED }: PlanTask): ReportCell => {
    if (measure !== undefined && !wasOn(measure)) return WITHOUT_DIRECTION;
    const count = figure?.(figures, about);
    if (count === undefined) return `chưa có: ${givenBy}`;
    return isTotal ? count : unlessFew(count);
  };
  const off = PLAN.filter(({ measure }) => measure !== undefined && !wasOn(measure));
  return {
    heading: 'VIII. NHIỆM VỤ ĐƯỢC GIAO TRONG KẾ HOẠCH',
    paragraphs: off.length === 0 ? [] : ['Nhiệm vụ chưa có văn bản chỉ đạo thì chưa thực hiện và không có số liệu.'],
    tables: [
      tableOf({ name: 'Nhiệm vụ kế hoạch', title: 'Nhiệm vụ tại mục II.2, II.3, II.6' }, PLAN, [
        ['Mục', 8, 'text', ({ section }) => section],
        ['Nhiệm vụ', 34, 'text', ({ task }) => task],
        ['Chỉ số', 34, 'text', ({ indicator }) => indicator],
        ['Số liệu', 24, 'count', figureOf],
      ]),
      tableOf(
        {
          name: 'Phần các cơ quan tự ghi',
          title: 'Nhiệm vụ tại mục II.4, II.5, II.9, II.11, II.12: từng cơ quan ghi kết quả của mình',
        },
        TOLD_BY_BODIES,
        [
          ['Mục', 8, 'text', ([section]) => section],
          ['Cơ quan', 32, 'text', ([, body]) => body],
          ['Kết quả thực hiện (cơ quan ghi)', 60, 'text', () => ''],
        ],
      ),
      measuresInPeriod(about, figures.period),
    ],
  };
}
