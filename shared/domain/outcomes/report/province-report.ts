import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { SenderFigures } from '../figures/input-figures.ts';
import type { OutcomeFigures } from '../figures/outcome-figures.ts';
import { annexes } from './annexes.ts';
import { clocksSection } from './clocks-section.ts';
import { banksSection, inputsSection } from './duty-sections.ts';
import { eventsTable, moneySection, flagStatusSection } from './outcome-sections.ts';
import { planSection, type ReportContext } from './plan-section.ts';
import {
  type Report,
  type ReportKind,
  type ReportSection,
  NO_FIGURE,
  periodText,
  SUBTITLE,
  reportTitle,
} from './report.ts';
import { qualityAnnex } from './quality-tables.ts';
import { rulesAnnex, rulesSection } from './rules-section.ts';

interface ReportSources {
  readonly kind: ReportKind;
  readonly now: OutcomeFigures;
  /** The same days of the year before. */
  readonly before: OutcomeFigures;
  readonly senders: readonly SenderFigures[];
  readonly about: ReportContext;
}

/** The province's report to UBND tỉnh through Phòng Cảnh sát hình sự (the plan, III.1). The same figures give the same report. */
export function provinceReport({ kind, now, before, senders, about }: ReportSources): Report {
  const { period } = now;
  const { police } = HOME_PROVINCE;
  return {
    title: reportTitle(kind),
    subtitle: `${SUBTITLE}\n(${periodText(period)})`,
    addressee: `Kính gửi: Ủy ban nhân dân tỉnh (qua Phòng Cảnh sát hình sự - ${police})`,
    legalBases: [
      'Công điện số 139/CĐ-TTg ngày 23/12/2024 của Thủ tướng Chính phủ',
      'Kế hoạch của Ủy ban nhân dân tỉnh thực hiện Công điện số 139/CĐ-TTg (mục III.1)',
      'Nghị định số 168/2025/NĐ-CP về đăng ký doanh nghiệp',
    ],
    period,
    madeFrom: about.asOf,
    symbol: 'BC',
    sections: [
      scopeSection(now, about),
      { heading: 'II. KẾT QUẢ TRONG KỲ', paragraphs: nothingIn(now), tables: [eventsTable(now, before)] },
      flagStatusSection(now, before),
      moneySection(now),
      banksSection(now, about),
      clocksSection(now, senders, about),
      inputsSection(senders),
      planSection(now, about),
      rulesSection(now),
      {
        heading: 'X. ĐÁNH GIÁ, KHÓ KHĂN, ĐỀ XUẤT',
        paragraphs: ['(Người ký báo cáo viết phần này: hệ thống không đánh giá thay.)'],
        tables: [],
      },
      ...annexes(now),
      rulesAnnex(now),
      ...(about.quality ? [qualityAnnex(about.quality)] : []),
    ],
    receivers: ['Như trên', `${police} (để tổng hợp)`, 'Lưu: VT'],
  };
}

const nothingIn = ({ cases }: OutcomeFigures): readonly string[] =>
  cases === 0 ? [`Kỳ báo cáo ${NO_FIGURE}: sổ kết quả không ghi nhận sự việc nào trong kỳ.`] : [];

const inOneList = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' và ');

function scopeSection({ byRuleSet, period }: OutcomeFigures, about: ReportContext): ReportSection {
  const sets = Object.entries(byRuleSet).map(([set, count]) => `${set === '' ? 'không rõ' : set} (${count})`);
  const isOpen = period.to > about.asOf;
  const isOver = period.from < '2025-07-01' && period.to >= '2025-07-01';
  return {
    heading: 'I. PHẠM VI VÀ NGUỒN SỐ LIỆU',
    paragraphs: [
      `Phạm vi: ${HOME_PROVINCE.kind} ${HOME_PROVINCE.name} theo địa giới từ 01/07/2025 (${inOneList(HOME_PROVINCE.formerly)} trước đây, Nghị quyết 202/2025/QH15; ${HOME_PROVINCE.communes} xã, phường). Số liệu trước ngày đó và số liệu cùng kỳ được tính lại theo địa giới này.`,
      ...(isOver ? ['Kỳ báo cáo có cả thời gian trước và sau ngày sắp xếp đơn vị hành chính.'] : []),
      ...(isOpen ? ['Kỳ báo cáo chưa kết thúc vào ngày số liệu: số liệu mới tính đến ngày đó.'] : []),
      `Nguồn: sổ kết quả của hệ thống đến ngày ${formatDate(period.to)}; dữ liệu hệ thống vào ngày ${formatDate(about.asOf)}; bộ quy tắc đang dùng ${about.ruleSet}${sets.length === 0 ? '' : `; bộ quy tắc khi gắn cờ (số doanh nghiệp): ${sets.join(', ')}`}.`,
      about.checkpoint === undefined
        ? 'Điểm kiểm chứng của sổ nhật ký: không có số liệu.'
        : `Điểm kiểm chứng của sổ nhật ký (nguồn, số mục, mã gốc): ${about.checkpoint.split('\n').join('; ')}.`,
      'Cờ của hệ thống là đề nghị rà soát; kết luận là của cơ quan Công an. Số từ 1 đến 4 trong các bảng chi tiết có thể chỉ ra người cụ thể nên ghi “dưới 5” hoặc “ẩn”; hiệu của hai báo cáo có ngày trùng nhau vẫn có thể cho biết một số như vậy, nên không gửi kèm cho nơi không được xem cả hai.',
    ],
    tables: [],
  };
}
