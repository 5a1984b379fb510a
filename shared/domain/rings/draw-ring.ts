import { formatDate } from '../dates.ts';
import type { SharedKind } from './band.ts';
import { SHARED_KINDS } from './band.ts';
import type { DrawnRing, PlacedCompany, PlacedValue } from './draw-layout.ts';
import { layOut, PAGE } from './draw-layout.ts';
import type { RingTie } from './ring.ts';

/** What may be written beside a company or a value; without it a company is its code and a value its kind. */
export interface RingLabels {
  readonly companyName?: ((enterpriseCode: string) => string | undefined) | undefined;
  readonly valueText?: ((tie: RingTie) => string | undefined) | undefined;
}

// A colour, and a dash that tells the kinds apart on a black-and-white print.
const KINDS: Readonly<Record<SharedKind, { readonly name: string; readonly colour: string; readonly dash: string }>> = {
  person: { name: 'Người đứng tên', colour: '#a8323e', dash: '' },
  address: { name: 'Địa chỉ', colour: '#1f6f54', dash: '9 3' },
  phone: { name: 'Điện thoại', colour: '#1d5fa8', dash: '2 3' },
  email: { name: 'Thư điện tử', colour: '#8a5a00', dash: '9 3 2 3' },
  holder: { name: 'Người đứng sau tài khoản', colour: '#6b3fa0', dash: '5 2' },
  agent: { name: 'Người nộp hồ sơ', colour: '#4d5663', dash: '1 5' },
};
const FONT = "'Noto Sans','DejaVu Sans',Arial,sans-serif";
/**
 * A ring as a picture for a dossier (sơ đồ liên hệ), SVG 1.1: companies, the values they share, and lines between.
 * Values are named by kind alone, nothing personal is written but what `labels` hands in. The same ring gives the same text.
 */
export function drawRing(ring: DrawnRing, labels: RingLabels = {}): string {
  const { height, companies, values } = layOut(ring);
  const title = `Nhóm ${ring.members.length} doanh nghiệp có liên hệ`;
  const dates =
    `Đăng ký từ ${formatDate(ring.registeredFrom)} đến ${formatDate(ring.registeredTo)} · ` +
    `liên hệ từ ${formatDate(ring.since)} · ${ring.withBadSigns} doanh nghiệp có dấu hiệu của chính mình`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" font-family="${FONT}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${PAGE.width}" height="${height}" fill="#ffffff"/>`,
    text(PAGE.margin, 38, title, 'font-size="22" font-weight="bold" fill="#1c2430"'),
    text(PAGE.margin, 62, dates, 'font-size="14" fill="#4d5663"'),
    ...legend(ring),
    ...values.flatMap(lines),
    ...companies.map((placed) => companyBox(placed, labels)),
    ...values.map((placed) => valueBox(placed, labels)),
    '</svg>',
    '',
  ].join('\n');
}

const legend = (ring: DrawnRing): string[] => {
  const used = SHARED_KINDS.filter((kind) => ring.ties.some((tie) => tie.kind === kind));
  let x: number = PAGE.margin;
  return used.map((kind) => {
    const { name, colour, dash } = KINDS[kind];
    const drawn =
      `<line x1="${x}" y1="86" x2="${x + 34}" y2="86" ${stroke(colour, dash)}/>` +
      text(x + 42, 91, name, 'font-size="13" fill="#1c2430"');
    x += 58 + Math.round(name.length * 7.4);
    return drawn;
  });
};

const lines = ({ tie, y, companies }: PlacedValue): string[] => {
  const from = PAGE.margin + PAGE.company.width;
  const to = PAGE.width - PAGE.margin - PAGE.value.width;
  const middle = (from + to) / 2;
  const { colour, dash } = KINDS[tie.kind];
  return companies.map(
    (at) =>
      `<path d="M${from} ${at} C${middle} ${at} ${middle} ${y} ${to} ${y}" fill="none" ${stroke(colour, dash)} opacity="0.75"/>`,
  );
};

const companyBox = ({ member, y }: PlacedCompany, { companyName }: RingLabels): string => {
  const { width, height } = PAGE.company;
  const top = y - height / 2;
  const { enterpriseCode, since } = member;
  const known = `${enterpriseCode} · liên hệ từ ${formatDate(since)}`;
  const name = companyName?.(enterpriseCode);
  const [first, second] = name === undefined ? [enterpriseCode, `liên hệ từ ${formatDate(since)}`] : [name, known];
  return [
    `<rect x="${PAGE.margin}" y="${top}" width="${width}" height="${height}" rx="4" fill="#f4f6f9" stroke="#8894a4"/>`,
    text(PAGE.margin + 12, top + 18, shorten(first, width - 24), 'font-size="13" font-weight="bold" fill="#1c2430"'),
    text(PAGE.margin + 12, top + 35, second, 'font-size="12" fill="#4d5663"'),
  ].join('');
};

const valueBox = ({ tie, y }: PlacedValue, { valueText }: RingLabels): string => {
  const { width, height } = PAGE.value;
  const left = PAGE.width - PAGE.margin - width;
  const top = y - height / 2;
  const { name, colour } = KINDS[tie.kind];
  const label = valueText?.(tie);
  const shared = `${tie.companies.length} doanh nghiệp · từ ${formatDate(tie.since)}`;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${height / 2}" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`,
    text(left + 22, top + 20, shorten(label ?? name, width - 44), `font-size="13" font-weight="bold" fill="${colour}"`),
    text(left + 22, top + 37, label === undefined ? shared : `${name} · ${shared}`, 'font-size="12" fill="#4d5663"'),
  ].join('');
};

const stroke = (colour: string, dash: string): string =>
  `stroke="${colour}" stroke-width="1.8"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;

const text = (x: number, y: number, content: string, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${escapeText(content)}</text>`;

// Fits bold text of 13 pixels; without the font at hand, letters are taken at their usual width.
const shorten = (content: string, pixels: number): string => {
  const letters = Array.from(content.normalize('NFC'));
  let width = 0;
  const fitting = letters.findIndex((letter) => {
    width += letter === ' ' ? 4.6 : /\p{Lu}/u.test(letter) ? 10 : 8.3;
    return width > pixels;
  });
  return fitting === -1
    ? letters.join('')
    : `${letters
        .slice(0, fitting - 1)
        .join('')
        .trimEnd()}…`;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters have no place in XML, not even escaped.
const escapeText = (content: string): string =>
  content
    .toWellFormed()
    .replaceAll(/\p{Cc}|\uFFFE|\uFFFF/gu, ' ')
    .replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');
