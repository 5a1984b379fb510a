import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReportPeriod } from '../figures/outcome-figures.ts';
import { HIDDEN, type ReportCell, type ReportColumn, type ReportKind } from './report.ts';

export const NO_FIGURE = 'không có số liệu';
const FEWER = 'dưới 5';
const NOT_SHOWN = 'ẩn';

/** Writes a figure as officers read it, with dots between thousands and a comma before decimals. */
export function reportCellText(cell: ReportCell, { unit }: Pick<ReportColumn, 'unit'>): string {
  if (cell === undefined) return NO_FIGURE;
  if (cell === HIDDEN) return NOT_SHOWN;
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return FEWER;
  return unit === 'percent' ? `${withThousandsSeparators(cell)}%` : withThousandsSeparators(cell);
}

/** The format does not use the machine's locale, so that a figure has the same text everywhere. */
export function withThousandsSeparators(figure: number): string {
  const [whole = '', decimals] = String(Math.abs(figure)).split('.');
  const dotted = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
  return `${figure < 0 ? '-' : ''}${dotted}${decimals === undefined ? '' : `,${decimals}`}`;
}

const KIND_TITLES: Readonly<Record<ReportKind, string>> = {
  '6-months': 'BÁO CÁO SÁU THÁNG',
  year: 'BÁO CÁO NĂM',
  'ad-hoc': 'BÁO CÁO ĐỘT XUẤT',
  month: 'BÁO CÁO BIẾN ĐỘNG THÁNG',
};

export const reportTitle = (kind: ReportKind): string => KIND_TITLES[kind];

export const periodText = ({ from, to }: ReportPeriod): string =>
  `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;

export const SUBTITLE = 'Kết quả xác thực, hậu kiểm dữ liệu đăng ký doanh nghiệp và cảnh báo tài khoản có nghi vấn';
