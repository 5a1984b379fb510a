import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import type { MonthFigures } from '../figures/outcome-figures.ts';
import { type ReportChart, withThousandsSeparators } from './report.ts';

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

/** A bar chart of months as SVG; none where all values are 0. */
export function monthChart(byMonth: Readonly<Record<string, MonthFigures>>): readonly ReportChart[] {
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
  const [busiest] = [...months].sort(([, a], [, b]) => b.flagged - a.flagged);
  const says = busiest
    ? `Nhiều nhất: tháng ${formatMonth(busiest[0])}, ${withThousandsSeparators(busiest[1].flagged)} doanh nghiệp được gắn cờ.`
    : '';
  const title = 'Gắn cờ, xác nhận, bác bỏ theo tháng';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="Times New Roman, serif"><title>${title}. ${says}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${[...lines, ...bars, ...legend].join('')}</svg>`;
  return [{ name: 'theo-thang', title, says, svg }];
}

/** Rounds to two decimals, so that all machines give the same text. */
const at = (place: number): string => String(Math.round(place * 100) / 100);

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', size: number): string =>
  `<text x="${at(x)}" y="${at(y)}" font-size="${size}" text-anchor="${anchor}">${words}</text>`;
