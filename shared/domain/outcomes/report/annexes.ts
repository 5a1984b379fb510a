import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import type { FlagCounts, OutcomeFigures } from '../figures/outcome-figures.ts';
import { unlessFew, type ReportSection, tableOf, tableWithTotal } from './report.ts';
import { breakdownTable, type LabelledRow } from './outcome-sections.ts';
import { monthChart } from './month-chart.ts';
import { homeTerritory } from '#shared/domain/vietnamese/address/gazetteer.ts';
import { SPLIT_COMMUNE } from '../figures/territory.ts';

const REASONS: Readonly<Record<string, string>> = {
  '1': 'Hồ sơ tài khoản, người đại diện không khớp dữ liệu quốc gia',
  '2': 'Tài khoản bị quảng cáo, mua bán trên mạng',
  '3': 'Nhận từ nhiều tài khoản rồi chuyển, rút ngay',
  '4': 'Nhận tiền từ tài khoản trong danh sách nghi ngờ',
  '5': 'Trong danh sách cảnh báo của cơ quan Công an, cơ quan khác',
  '6': 'Giao dịch bất thường',
  '7': 'Một thiết bị dùng cho nhiều tài khoản',
  '8': 'Dấu hiệu khác',
};

/** The tables behind the report's figures, and a chart of the months. */
export function annexes(figures: OutcomeFigures): readonly ReportSection[] {
  const { byCommune, byTrade, flags } = figures;
  return [
    {
      heading: 'PHỤ LỤC 1. THEO THÁNG',
      isAnnex: true,
      paragraphs: [],
      tables: [monthTable(figures)],
      charts: monthChart(figures.byMonth),
    },
    {
      heading: 'PHỤ LỤC 2. THEO XÃ, PHƯỜNG',
      isAnnex: true,
      paragraphs: ['Theo địa giới hiện nay của tỉnh; doanh nghiệp gắn cờ trước ngày sắp xếp tính vào xã, phường mới.'],
      tables: [
        breakdownTable(
          {
            name: 'Theo xã, phường',
            title: 'Doanh nghiệp gắn cờ trong kỳ theo xã, phường của trụ sở',
            what: 'Xã, phường',
          },
          byLabel(byCommune, communeName),
          flags,
          true,
        ),
      ],
    },
    {
      heading: 'PHỤ LỤC 3. THEO NGÀNH NGHỀ',
      isAnnex: true,
      paragraphs: [],
      tables: [
        breakdownTable(
          {
            name: 'Theo ngành nghề',
            title: 'Doanh nghiệp gắn cờ trong kỳ theo ngành cấp 2 của ngành chính (VSIC)',
            what: 'Ngành cấp 2',
          },
          byLabel(byTrade, (code) => (code === '' ? 'Chưa có mã ngành' : `Ngành ${code}`)),
          flags,
          true,
        ),
      ],
    },
    {
      heading: 'PHỤ LỤC 4. THEO MÃ NGHI NGỜ TRONG THÔNG BÁO GỬI NGÂN HÀNG',
      isAnnex: true,
      paragraphs: [],
      tables: [
        tableOf(
          { name: 'Theo mã nghi ngờ', title: 'Số thông báo có mã (một thông báo có thể có nhiều mã)' },
          Object.entries(figures.byReasonCode),
          [
            ['Mã', 10, 'text', ([code]) => code],
            ['Nội dung', 70, 'text', ([code]) => REASONS[code] ?? ''],
            ['Thông báo', 20, 'count', ([, count]) => unlessFew(count)],
          ],
        ),
      ],
    },
  ];
}

const monthTable = ({ byMonth }: OutcomeFigures) =>
  tableWithTotal({ name: 'Theo tháng', title: 'Sự việc theo tháng' }, Object.entries(byMonth), [
    ['Tháng', 20, 'text', ([month]) => formatMonth(month)],
    ['Gắn cờ', 16, 'count', ([, { flagged }]) => flagged],
    ['Báo ngân hàng', 16, 'count', ([, { notifiedBanks }]) => notifiedBanks],
    ['Xác nhận', 16, 'count', ([, { confirmed }]) => confirmed],
    ['Bác bỏ', 16, 'count', ([, { dismissed }]) => dismissed],
    ['Kết luận trái', 16, 'count', ([, { overturned }]) => overturned],
  ]);

/** Joins keys that have the same name into one row, such as all cases in no commune of the province. */
function byLabel(
  table: Readonly<Record<string, FlagCounts>>,
  labelOf: (key: string) => string,
): readonly LabelledRow[] {
  const labels = Map.groupBy(Object.entries(table), ([key]) => labelOf(key));
  return [...labels].map(([label, entries]) => ({ label, counts: sumOf(entries.map(([, counts]) => counts)) }));
}

const sumOf = (counts: readonly FlagCounts[]): FlagCounts => {
  const total = (name: keyof FlagCounts) => counts.reduce((sum, one) => sum + one[name], 0);
  return {
    flagged: total('flagged'),
    confirmed: total('confirmed'),
    dismissed: total('dismissed'),
    fell: total('fell'),
    pending: total('pending'),
    overturned: total('overturned'),
  };
};

/** The commune's name by today's list. Other cases are outside the province, or their address has no commune. */
export function communeName(code: string): string {
  if (code === '') return 'Địa chỉ chưa rõ xã, phường';
  if (code === SPLIT_COMMUNE) return 'Xã cũ chia về nhiều xã (chưa xác định)';
  const [commune] = homeTerritory().communesOf(new Set([code]));
  return commune ? `${commune.kind} ${commune.name}` : 'Ngoài tỉnh hoặc không có trong danh mục';
}
