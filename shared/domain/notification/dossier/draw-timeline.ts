import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { FONT, escapedText, svgText } from '#shared/domain/vietnamese/text/svg-text.ts';
import { dayInWords, type TimelineEntry } from './timeline.ts';

const PAGE = { width: 1000, top: 34, row: 26, axis: { from: 110, to: 420 }, text: 440 } as const;
/** The most events of a picture: the first one and the latest. */
const MOST = 14;
const LETTERS = 62;

/**
 * Draws the events of a case (diễn biến) as SVG 1.1: a row for each event, with its day, its place on one scale of time
 * with the years marked, and its beginning in words. The same events give the same text.
 * @param entries the oldest first
 */
export function drawTimeline(entries: readonly TimelineEntry[]): string | undefined {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  const shown = entries.length <= MOST ? entries : [first, ...entries.slice(1 - MOST)];
  const placeOf = scaleOf(first.on, last.on);
  const height = PAGE.top + shown.length * PAGE.row + 6;
  const hidden = entries.length - shown.length;
  const title = `Diễn biến từ ${dayInWords(first)} đến ${dayInWords(last)}${hidden === 0 ? '' : `; ${hidden} việc khác ở bảng`}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" font-family="${FONT}">`,
    `<title>${escapedText(title)}</title>`,
    `<rect width="${PAGE.width}" height="${height}" fill="#ffffff"/>`,
    ...yearsBetween(first.on, last.on).flatMap((year) => yearMark(year, placeOf(`${year}-01-01`), height)),
    ...shown.flatMap((entry, n) => eventRow(entry, placeOf(entry.on), PAGE.top + (n + 0.5) * PAGE.row)),
    '</svg>',
  ].join('\n');
}

const timeOf = (day: IsoDate): number => Date.parse(day);

function scaleOf(from: IsoDate, to: IsoDate): (day: IsoDate) => number {
  const [start, span] = [timeOf(from), Math.max(1, timeOf(to) - timeOf(from))];
  const { axis } = PAGE;
  return (day) => Math.round(axis.from + ((timeOf(day) - start) / span) * (axis.to - axis.from));
}

/** The years that begin between two days; of very many of them every fifth. */
function yearsBetween(from: IsoDate, to: IsoDate): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  return years.length <= 6 ? years : years.filter((year) => year % 5 === 0);
}

const yearMark = (year: number, x: number, height: number): string[] => [
  `<line x1="${x}" y1="${PAGE.top - 6}" x2="${x}" y2="${height}" stroke="#767676" stroke-dasharray="3 4"/>`,
  svgText(x, PAGE.top - 14, String(year), 'font-size="14" text-anchor="middle" fill="#222222"'),
];

const eventRow = (entry: TimelineEntry, x: number, y: number): string[] => [
  svgText(4, y + 5, dayInWords(entry), 'font-size="15" font-weight="bold" fill="#000000"'),
  `<line x1="${x}" y1="${y}" x2="${PAGE.text - 8}" y2="${y}" stroke="#b1b4b6"/>`,
  `<circle cx="${x}" cy="${y}" r="6" fill="#1d3f72"/>`,
  svgText(PAGE.text, y + 5, beginningOf(entry.what), 'font-size="15" fill="#000000"'),
];

const beginningOf = (text: string): string =>
  text.length <= LETTERS ? text : `${text.slice(0, LETTERS).replace(/\s+\S*$/u, '')}…`;
