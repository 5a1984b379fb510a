import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import {
  type Part,
  QUALITY_MEASURES,
  type QualityMeasure,
  type QualityParts,
  type RegisterQuality,
} from '../figures/register-quality.ts';
import { communeToday } from '../figures/territory.ts';
import { communeName } from './annexes.ts';
import {
  percentOf,
  SMALLEST_SHOWN_COUNT,
  type ReportCell,
  type ReportSection,
  type ReportTable,
  textColumn,
  withThousandsSeparators,
} from './report.ts';

const HEADINGS = {
  complete: 'Đầy đủ',
  timely: 'Đúng hạn',
  agreeing: 'Khớp dữ liệu Công an',
  found: 'Có tại trụ sở',
} as const satisfies Record<QualityMeasure, string>;

/** Smaller groups say nothing of a commune or a month, and may say something of a person. */
const SMALLEST_GROUP = 30;
const MONTHS_SHOWN = 12;

/** How clean the register is, as registers of other countries publish it: in all, by commune, and by month of registration. */
export function qualityTables({ all, byCommune, byMonth }: RegisterQuality): readonly ReportTable[] {
  const table = (name: string, what: string, rows: readonly (readonly [string, QualityParts])[]): ReportTable => ({
    name: `Sổ đăng ký theo ${name}`,
    title: `Sổ đăng ký theo ${name}, vào ngày số liệu (khoảng tin cậy 95%)`,
    columns: [textColumn(what, 32), ...QUALITY_MEASURES.map((measure) => textColumn(HEADINGS[measure], 17))],
    rows: rows.map(([label, parts]) => [label, ...cellsOf(parts, SMALLEST_GROUP)]),
    total: ['Cả tỉnh', ...cellsOf(all, SMALLEST_SHOWN_COUNT)],
    notes: NOTES,
  });
  return [
    table('xã, phường', 'Xã, phường', byName(byCommune)),
    table(
      'tháng',
      'Tháng đăng ký',
      Object.entries(byMonth)
        .slice(-MONTHS_SHOWN)
        .map(([month, parts]) => [formatMonth(month), parts]),
    ),
  ];
}

export const qualityAnnex = (quality: RegisterQuality): ReportSection => ({
  heading: 'PHỤ LỤC 6. ĐỘ SẠCH CỦA SỔ ĐĂNG KÝ DOANH NGHIỆP',
  isAnnex: true,
  paragraphs: [],
  tables: qualityTables(quality),
});

const NOTES = [
  'Đầy đủ: có loại hình, ngành chính, vốn, trụ sở cụ thể và giấy tờ của người đại diện. Đúng hạn: trong các nghĩa vụ góp vốn, báo cáo, kê khai chủ sở hữu hưởng lợi đã đến hạn. Khớp: mọi người đã đối chiếu được của doanh nghiệp đều đúng. Có tại trụ sở: theo lần kiểm tra của mẫu ngẫu nhiên.',
  `Khoảng tin cậy Wilson. Nhóm dưới ${SMALLEST_GROUP} doanh nghiệp không tính tỷ lệ.`,
];

/** The communes by their names of today, of which all outside the province are one. */
function byName(byCommune: RegisterQuality['byCommune']): [string, QualityParts][] {
  const groups = Map.groupBy(Object.entries(byCommune), ([code]) => communeName(code === '' ? '' : communeToday(code)));
  return [...groups].map(([name, own]) => [name, sumOf(own.map(([, parts]) => parts))]);
}

const sumOf = (all: readonly QualityParts[]): QualityParts => {
  const sum = (measure: QualityMeasure): Part => ({
    part: all.reduce((total, parts) => total + parts[measure].part, 0),
    whole: all.reduce((total, parts) => total + parts[measure].whole, 0),
  });
  return { complete: sum('complete'), timely: sum('timely'), agreeing: sum('agreeing'), found: sum('found') };
};

const cellsOf = (parts: QualityParts, least: number): ReportCell[] =>
  QUALITY_MEASURES.map((measure) => shareText(parts[measure], least));

function shareText(part: Part, least: number): ReportCell {
  const interval = part.whole < least ? undefined : wilsonInterval(part);
  const share = percentOf(part.part, part.whole);
  if (!interval || share === undefined) return part.whole === 0 ? undefined : `dưới ${least}`;
  const [from, to] = interval.map(withThousandsSeparators);
  return `${withThousandsSeparators(share)}% (${from}–${to})`;
}

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/** Wilson's interval of 95 % for a share, in per cent with one decimal; undefined for a whole of 0. */
export function wilsonInterval({ part, whole }: Part): readonly [from: number, to: number] | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * whole)) / whole);
  const [centre, scale] = [share + Z ** 2 / (2 * whole), 1 + Z ** 2 / whole];
  const percent = (value: number) => Math.round((1000 * value) / scale) / 10;
  return [percent(centre - spread), percent(centre + spread)];
}
