import { COMPANY_CLOCKS } from '../clocks/company-duties.ts';
import type { ClockStatus } from '#shared/domain/vietnamese/due-days.ts';
import { type ClockName, LEGAL_CLOCKS, type LegalClock } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { StatusCounts } from '../figures/clock-counts.ts';
import type { SenderFigures } from '../figures/input-figures.ts';
import type { OutcomeFigures } from '../figures/outcome-figures.ts';
import type { ReportContext } from './plan-section.ts';
import type { ReportCell, ReportColumn, ReportSection, ReportTable } from './report.ts';

const UNITS = { 'calendar-days': 'ngày', 'working-days': 'ngày làm việc', months: 'tháng', hours: 'giờ' } as const;

/** The section with all watched deadlines, and the status of those with known duties. */
export function clocksSection(
  figures: OutcomeFigures,
  senders: readonly SenderFigures[],
  about: Pick<ReportContext, 'duties'>,
): ReportSection {
  return {
    heading: 'VI. THỜI HẠN',
    paragraphs: [
      'Thời hạn tính theo lịch làm việc của Việt Nam; ngày đến hạn được tính lại khi lịch nghỉ thay đổi. Hạn của doanh nghiệp tính vào ngày số liệu, chỉ khi có đơn vị gửi dữ liệu góp vốn, bản kê khai chủ sở hữu hưởng lợi: quá hạn là chưa có chứng từ, chưa phải kết luận vi phạm. Báo cáo theo yêu cầu được coi là có khi nhận được dòng góp vốn từ ngày yêu cầu; việc đăng ký giảm vốn được coi là làm khi có thay đổi vốn trong hạn hoặc đã góp đủ. Các hạn khác tính vào ngày cuối kỳ.',
      'Hạn quyết định thu hồi tính từ ngày nhận văn bản của Công an xác định giả mạo đến khi cơ quan đăng ký kinh doanh đóng việc đó. Hệ thống không ghi nhận sự cố và yêu cầu của chủ thể dữ liệu: các hạn đó do đơn vị vận hành báo cáo.',
    ],
    tables: [clocksTable(figures, { ...duties(about), ...feedFiles(senders) })],
  };
}

/** @param others counts of deadlines that can't be counted from the ledger's facts */
export function clocksTable(
  { clocks, cases }: Pick<OutcomeFigures, 'clocks' | 'cases'>,
  others: Readonly<Partial<Record<ClockName, StatusCounts>>>,
): ReportTable {
  const counted: Readonly<Partial<Record<string, StatusCounts>>> = { ...(cases > 0 && clocks), ...others };
  return {
    name: 'Thời hạn',
    title: 'Thời hạn theo dõi và việc thực hiện',
    columns: [
      { heading: 'Việc', share: 24, unit: 'text' },
      { heading: 'Thời hạn', share: 11, unit: 'text' },
      { heading: 'Căn cứ', share: 25, unit: 'text' },
      ...['Phát sinh', 'Đúng hạn', 'Còn hạn', 'Quá hạn, chưa làm', 'Làm muộn'].map(
        (heading): ReportColumn => ({ heading, share: 8, unit: 'count' }),
      ),
    ],
    rows: Object.entries<LegalClock>(LEGAL_CLOCKS).map(([name, clock]) => [
      clock.name,
      `${clock.count} ${UNITS[clock.unit]}`,
      clock.source + (clock.toCompare ? ' (theo tài liệu dẫn lại)' : ''),
      ...countCells(counted[name]),
    ]),
  };
}

function countCells(counts: StatusCounts | undefined): ReportCell[] {
  if (!counts) return [undefined, undefined, undefined, undefined, undefined];
  const { due, late, kept, missed } = counts;
  return [due + late + kept + missed, kept, due, late, missed];
}

/** Counts of companies by deadline and status, by their last assessment. */
function duties({ duties: known }: Pick<ReportContext, 'duties'>): Partial<Record<ClockName, StatusCounts>> {
  if (!known) return {};
  const count = (clock: ClockName, status: ClockStatus) => known[clock]?.[status] ?? 0;
  return Object.fromEntries(
    COMPANY_CLOCKS.filter((clock) => known[clock] !== undefined).map((clock) => [
      clock,
      {
        due: count(clock, 'due'),
        late: count(clock, 'late'),
        kept: count(clock, 'kept'),
        missed: count(clock, 'missed'),
      },
    ]),
  );
}

/** Months of flows whose agreed day has come by the period's end. */
function feedFiles(senders: readonly SenderFigures[]): Partial<Record<ClockName, StatusCounts>> {
  const total = (of: (sender: SenderFigures) => number) => senders.reduce((sum, sender) => sum + of(sender), 0);
  const asked = total(({ monthsDue }) => monthsDue);
  if (asked === 0) return {};
  const late = total(({ silentMonths }) => silentMonths.length);
  const missed = total(({ lateMonths }) => lateMonths.length);
  return { feedFile: { due: 0, late, missed, kept: asked - late - missed } };
}
