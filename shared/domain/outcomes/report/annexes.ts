import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import type { FlagCounts, MonthFigures, OutcomeFigures } from '../figures/outcome-figures.ts';
import { unlessFew } from './cells.ts';
import { communeName } from './commune-name.ts';
import { breakdownTable, type LabelledRow } from './outcome-sections.ts';
import type { ReportChart, ReportSection } from './report.ts';
import { withThousandsSeparators } from './wording.ts';

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 44;
const BOTTOM = 40;
const TOP = 34;

/** The columns differ in brightness as well as in colour, so that a black-and-white print shows the difference. */
const SERIES = [
  { of: ({ flagged }: MonthFigures) => flagged, name: 'Gắn cờ', fill: '#1d3f72' },
  { of: ({ confirmed }: MonthFigures) => confirmed, name: 'Xác nhận', fill: '#6f94c4' },
  { of: ({ dismissed }: MonthFigures) => dismissed, name: 'Bác bỏ', fill: '#d6dde8' },
];

/** A bar chart of a year's months as SVG; undefined where all values are 0. */
function monthChart(byMonth: Readonly<Record<string, MonthFigures>>): readonly ReportChart[] {
  const months = Object.entries(byMonth);
  const most = Math.max(0, ...months.flatMap(([, month]) => SERIES.map(({ of }) => of(month))));
  if (most === 0) return [];
  const slot = (WIDTH - LEFT - 10) / months.length;
  const bar = Math.min(22, (slot - 6) / SERIES.length);
  const tall = (count: number) => ((HEIGHT - TOP - BOTTOM) * count) / most;
  const bars = months.flatMap(([month, figures], n) => [
    ...SERIES.map(({ of, fill }, place) => {
      const height = tall(of(figures));
      const x = LEFT + n * slot + (slot - bar * SERIES.length) / 2 + place * bar;
      return `<rect x="${at(x)}" y="${at(HEIGHT - BOTTOM - height)}" width="${at(bar - 1)}" height="${at(height)}" fill="${fill}" stroke="#1d3f72" stroke-width="0.5"/>`;
    }),
    text(LEFT + n * slot + slot / 2, HEIGHT - BOTTOM + 16, formatMonth(month), 'middle', 10),
  ]);
  const lines = [0, 0.5, 1].map((share) => {
    const y = HEIGHT - BOTTOM - tall(most * share);
    return `<path d="M${LEFT} ${at(y)}H${WIDTH}" stroke="#999" stroke-width="0.5"/>${text(LEFT - 4, y + 4, withThousandsSeparators(Math.round(most * share)), 'end', 11)}`;
  });
  const legend = SERIES.map(
    ({ name, fill }, n) =>
      `<rect x="${LEFT + n * 120}" y="8" width="12" height="12" fill="${fill}" stroke="#1d3f72" stroke-width="0.5"/>${text(LEFT + n * 120 + 18, 19, name, 'start', 12)}`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="Times New Roman, serif"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${[...lines, ...bars, ...legend].join('')}</svg>`;
  const [busiest] = [...months].sort(([, a], [, b]) => b.flagged - a.flagged);
  const says = busiest
    ? `Nhiều nhất: tháng ${formatMonth(busiest[0])}, ${withThousandsSeparators(busiest[1].flagged)} doanh nghiệp được gắn cờ.`
    : '';
  return [{ name: 'theo-thang', title: 'Gắn cờ, xác nhận, bác bỏ theo tháng', says, svg }];
}

/** Rounds to two decimals, so that all machines give the same text. */
const at = (place: number): string => String(Math.round(place * 100) / 100);

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', size: number): string =>
  `<text x="${at(x)}" y="${at(y)}" font-size="${size}" text-anchor="${anchor}">${words}</text>`;

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
        {
          name: 'Theo mã nghi ngờ',
          title: 'Số thông báo có mã (một thông báo có thể có nhiều mã)',
          columns: [
            { heading: 'Mã', share: 10, unit: 'text' },
            { heading: 'Nội dung', share: 70, unit: 'text' },
            { heading: 'Thông báo', share: 20, unit: 'count' },
          ],
          rows: Object.entries(figures.byReasonCode).map(([code, count]) => [
            code,
            REASONS[code] ?? '',
            unlessFew(count),
          ]),
        },
      ],
    },
  ];
}

const monthTable = ({ byMonth }: OutcomeFigures) => {
  const months = Object.entries(byMonth);
  const total = (of: (month: (typeof byMonth)[string]) => number) =>
    months.reduce((sum, [, month]) => sum + of(month), 0);
  const column = (heading: string) => ({ heading, share: 16, unit: 'count' }) as const;
  return {
    name: 'Theo tháng',
    title: 'Sự việc theo tháng',
    columns: [
      { heading: 'Tháng', share: 20, unit: 'text' } as const,
      ...['Gắn cờ', 'Báo ngân hàng', 'Xác nhận', 'Bác bỏ', 'Kết luận trái'].map(column),
    ],
    rows: months.map(([month, one]) => [
      formatMonth(month),
      one.flagged,
      one.notifiedBanks,
      one.confirmed,
      one.dismissed,
      one.overturned,
    ]),
    total: [
      'Tổng số',
      total(({ flagged }) => flagged),
      total(({ notifiedBanks }) => notifiedBanks),
      total(({ confirmed }) => confirmed),
      total(({ dismissed }) => dismissed),
      total(({ overturned }) => overturned),
    ],
  };
};

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
