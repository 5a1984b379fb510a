import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { SHARED_KINDS, type SharedKind } from './band.ts';
import { layOut, PAGE, type PlacedCompany, type PlacedValue } from './draw-layout.ts';
import { KIND_NAMES } from './kind-names.ts';
import type { Network } from './network.ts';

// A colour, and a dash that tells the kinds apart on a black-and-white print.
const STROKES: Readonly<Record<SharedKind, { readonly colour: string; readonly dash: string }>> = {
  person: { colour: '#a8323e', dash: '' },
  address: { colour: '#1f6f54', dash: '9 3' },
  phone: { colour: '#1d5fa8', dash: '2 3' },
  email: { colour: '#8a5a00', dash: '9 3 2 3' },
  holder: { colour: '#6b3fa0', dash: '5 2' },
  agent: { colour: '#4d5663', dash: '1 5' },
  counterparty: { colour: '#0b6e75', dash: '12 4' },
  device: { colour: '#7a3b10', dash: '4 4' },
  invoice: { colour: '#5b6b1f', dash: '6 2 1 2' },
};
const FONT = "'Noto Sans','DejaVu Sans',Arial,sans-serif";

/**
 * A network as a picture for a dossier (sơ đồ liên hệ), SVG 1.1: companies by their codes, the values they share by kind
 * alone, and lines between: nothing personal. The same network gives the same text.
 */
export function drawNetwork(network: Network): string {
  const { height, companies, values } = layOut(network);
  const title = `Nhóm ${network.members.length} doanh nghiệp có liên hệ`;
  const dates =
    `Đăng ký từ ${formatDate(network.registeredFrom)} đến ${formatDate(network.registeredTo)} · ` +
    `liên hệ từ ${formatDate(network.since)} · ${network.withBadSigns} doanh nghiệp có dấu hiệu của chính mình`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" font-family="${FONT}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${PAGE.width}" height="${height}" fill="#ffffff"/>`,
    text(PAGE.margin, 38, title, 'font-size="22" font-weight="bold" fill="#1c2430"'),
    text(PAGE.margin, 62, dates, 'font-size="14" fill="#4d5663"'),
    ...legend(network),
    ...values.flatMap(lines),
    ...companies.map(companyBox),
    ...values.map(valueBox),
    '</svg>',
    '',
  ].join('\n');
}

const legend = ({ ties }: Network): string[] => {
  const used = SHARED_KINDS.filter((kind) => ties.some((tie) => tie.kind === kind));
  let x: number = PAGE.margin;
  return used.map((kind) => {
    const name = KIND_NAMES[kind];
    const drawn =
      `<line x1="${x}" y1="86" x2="${x + 34}" y2="86" ${stroke(kind)}/>` +
      text(x + 42, 91, name, 'font-size="13" fill="#1c2430"');
    x += 58 + Math.round(name.length * 7.4);
    return drawn;
  });
};

const lines = ({ tie, y, companies }: PlacedValue): string[] => {
  const from = PAGE.margin + PAGE.company.width;
  const to = PAGE.width - PAGE.margin - PAGE.value.width;
  const middle = (from + to) / 2;
  return companies.map(
    (at) =>
      `<path d="M${from} ${at} C${middle} ${at} ${middle} ${y} ${to} ${y}" fill="none" ${stroke(tie.kind)} opacity="0.75"/>`,
  );
};

const companyBox = ({ member: { enterpriseCode, since }, y }: PlacedCompany): string => {
  const { width, height } = PAGE.company;
  const top = y - height / 2;
  const from = `liên hệ từ ${formatDate(since)}`;
  return [
    `<rect x="${PAGE.margin}" y="${top}" width="${width}" height="${height}" rx="4" fill="#f4f6f9" stroke="#8894a4"/>`,
    text(PAGE.margin + 12, top + 18, enterpriseCode, 'font-size="13" font-weight="bold" fill="#1c2430"'),
    text(PAGE.margin + 12, top + 35, from, 'font-size="12" fill="#4d5663"'),
  ].join('');
};

const valueBox = ({ tie, y }: PlacedValue): string => {
  const { width, height } = PAGE.value;
  const left = PAGE.width - PAGE.margin - width;
  const top = y - height / 2;
  const { colour } = STROKES[tie.kind];
  const shared = `${tie.companies.length} doanh nghiệp · từ ${formatDate(tie.since)}`;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${height / 2}" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`,
    text(left + 22, top + 20, KIND_NAMES[tie.kind], `font-size="13" font-weight="bold" fill="${colour}"`),
    text(left + 22, top + 37, shared, 'font-size="12" fill="#4d5663"'),
  ].join('');
};

const stroke = (kind: SharedKind): string => {
  const { colour, dash } = STROKES[kind];
  return `stroke="${colour}" stroke-width="1.8"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
};

const text = (x: number, y: number, content: string, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${escapeText(content)}</text>`;

const escapeText = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
