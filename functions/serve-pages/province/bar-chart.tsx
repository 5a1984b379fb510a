import { type ReportCell, reportCellText } from '#shared/domain/outcomes/report/report.ts';
import { escapedText, FONT, svgText } from '#shared/domain/vietnamese/text/svg-text.ts';
import { Figure } from '../layout/picture.tsx';

const PAGE = { width: 760, label: 300, bar: 380, row: 26 } as const;

interface ChartProps {
  readonly label: string;
  /** Each bar with its count, which may be one that must not be shown. */
  readonly bars: readonly (readonly [name: string, count: ReportCell])[];
}

/** A picture of counts as bars. A hidden count has no bar, because its length would tell it. */
export function BarChart({ label, bars }: ChartProps) {
  const lengthOf = (count: ReportCell) => (typeof count === 'number' ? count : 0);
  const most = Math.max(1, ...bars.map(([, count]) => lengthOf(count)));
  const height = bars.length * PAGE.row + 8;
  const texts = bars.map(([name, count]) => [name, reportCellText(count, { unit: 'count' })] as const);
  const drawn = bars.flatMap(([, count], n) => {
    const long = Math.round((lengthOf(count) / most) * PAGE.bar);
    const [name = '', text = ''] = texts[n] ?? [];
    const y = n * PAGE.row + 22;
    return [
      svgText(PAGE.label - 10, y, name, 'font-size="15" text-anchor="end" fill="#0b0c0c"'),
      `<rect x="${PAGE.label}" y="${y - 15}" width="${long}" height="20" fill="#1d3f72"/>`,
      svgText(PAGE.label + long + 8, y, text, 'font-size="15" fill="#0b0c0c"'),
    ];
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" font-family="${FONT}">`,
    `<title>${escapedText(`${label}: ${texts.map((one) => one.join(' ')).join('; ')}`)}</title>`,
    ...drawn,
    '</svg>',
  ].join('\n');
  return <Figure label={label} svg={svg} />;
}
