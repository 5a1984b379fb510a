import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { FONT, escapedText, fittedText, svgText } from '#shared/domain/vietnamese/text/svg-text.ts';
import { SHARED_KINDS, type SharedKind } from './band.ts';
import { KIND_NAMES } from './kind-names.ts';
import { type Network, tieNumbers } from './network.ts';
import { type RingGroup, ringGroups, ringLineId } from './ring-groups.ts';
import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';

/**
 * The pixel sizes of the picture, which has companies on the left in order of time and shared values on the right near
 * their companies.
 */
const NETWORK_PAGE = {
  width: 1000,
  margin: 24,
  legend: 86,
  header: 126,
  footer: 16,
  company: { width: 460, height: 40, step: 45 },
  value: { width: 350, height: 62, step: 72 },
} as const;

interface PlacedGroup extends RingGroup {
  /** The vertical middle of the box. */
  readonly y: number;
}

interface PlacedValue {
  readonly tie: Network['ties'][number];
  readonly y: number;
  /** The vertical middles of the boxes of the value's companies. */
  readonly companies: readonly number[];
}

interface NetworkLayout {
  readonly height: number;
  readonly companies: readonly PlacedGroup[];
  readonly values: readonly PlacedValue[];
}

/** Computes the positions of a network's companies and values; the same network always gives the same positions. */
function layOutNetwork(network: Network, subject: string | undefined): NetworkLayout {
  const { company, value, header, footer } = NETWORK_PAGE;
  const groups = ringGroups(network, subject);
  const inner = Math.max(groups.length * company.step, network.ties.length * value.step);
  const companies = groups.map((group, place) => ({
    ...group,
    y: header + centred(place, groups.length, company.step, inner),
  }));
  const middles = new Map(
    companies.flatMap(({ members, y }) => members.map((one) => [one.enterpriseCode, y] as const)),
  );
  const values = network.ties
    .map((tie) => ({ tie, companies: [...new Set(tie.companies.map((code) => middles.get(code) ?? header))] }))
    .sort((a, b) => mean(a.companies) - mean(b.companies) || ascending(contentOf(a.tie), contentOf(b.tie)))
    .map(({ tie, companies: at }, place) => ({
      tie,
      companies: at,
      y: header + centred(place, network.ties.length, value.step, inner),
    }));
  return { height: header + inner + footer, companies, values };
}

const contentOf = ({ kind, companies, since }: PlacedValue['tie']): string => [kind, since, ...companies].join(' ');

/** The middle of one of `count` boxes that share `inner` pixels, no closer than `step`. */
const centred = (place: number, count: number, step: number, inner: number): number => {
  const spread = Math.max(step, inner / Math.max(1, count));
  return Math.round((place + 0.5) * spread + (inner - count * spread) / 2);
};

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);

/** The labels of the picture beside codes and kinds, for readers who may see them. */
export interface NetworkLabels {
  /** The company that the picture is made for, which is marked. */
  readonly subject?: string | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** The shared values, in the order of the network's ties. */
  readonly values?: readonly { readonly values: readonly string[] }[] | undefined;
  /** The scores of the companies of which the police are notified. */
  readonly scores?: Readonly<Record<string, number>> | undefined;
  /**
   * The addresses to which the boxes of companies link, where the picture is a part of a page; a box of several links to
   * the line of its first one.
   */
  readonly links?: Readonly<Record<string, string>> | undefined;
}

// The dash pattern and width that distinguish the kinds on a black-and-white print, besides the numbers at both
// ends of a line.
const STROKES: Readonly<Record<SharedKind, { readonly colour: string; readonly dash: string }>> = {
  person: { colour: '#7a1420', dash: '' },
  address: { colour: '#0f4f3a', dash: '10 4' },
  phone: { colour: '#123f75', dash: '3 4' },
  email: { colour: '#6b4600', dash: '10 3 2 3' },
  holder: { colour: '#4b2a75', dash: '6 2' },
  agent: { colour: '#333b46', dash: '1 5' },
  counterparty: { colour: '#07494e', dash: '14 5' },
  device: { colour: '#5c2b0a', dash: '5 5' },
  invoice: { colour: '#424e15', dash: '7 3 1 3' },
};
const LETTERS = { company: 54, value: 42 };

/** How many companies of a network have signs of their own. */
export const withOwnSigns = (companies: number): string =>
  `${companies === 0 ? 'chưa doanh nghiệp nào' : `${companies} doanh nghiệp`} của nhóm có dấu hiệu nguy hiểm của chính mình`;

/** Between which days the companies of a network were registered. */
export const registeredWithin = ({ registeredFrom: from, registeredTo: to }: Network): string =>
  from === to ? `đăng ký cùng ngày ${formatDate(from)}` : `đăng ký từ ${formatDate(from)} đến ${formatDate(to)}`;

/**
 * Draws a network for a dossier (sơ đồ liên hệ) as SVG 1.1: companies, the values that they share, and lines between
 * them. Each value has a number, which its companies repeat. Without labels the picture shows only codes and kinds. The
 * same input gives the same text.
 */
export function drawNetwork(network: Network, labels: NetworkLabels = {}): string {
  const { height, companies, values } = layOutNetwork(network, labels.subject);
  const title = `Nhóm ${network.members.length} doanh nghiệp có liên hệ`;
  const dates =
    `${registeredWithin(network).replace('đ', 'Đ')} · ` +
    `liên hệ sớm nhất từ ${formatDate(network.since)} · ${withOwnSigns(network.withBadSigns)}`;
  const numbers = tieNumbers(network);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${NETWORK_PAGE.width} ${height}" width="${NETWORK_PAGE.width}" height="${height}" role="${labels.links ? 'group' : 'img'}" font-family="${FONT}">`,
    `<title>${escapedText(title)}</title>`,
    `<rect width="${NETWORK_PAGE.width}" height="${height}" fill="#ffffff"/>`,
    svgText(NETWORK_PAGE.margin, 38, title, 'font-size="22" font-weight="bold" fill="#000000"'),
    svgText(NETWORK_PAGE.margin, 62, dates, 'font-size="14" fill="#222222"'),
    ...legend(network),
    ...values.flatMap(lines),
    ...companies.map((group) => companyBox(group, labels)),
    ...values.map((value) => valueBox(value, numbers.get(value.tie) ?? 0, shownValue(value, network, labels))),
    '</svg>',
    '',
  ].join('\n');
}

const legend = ({ ties }: Network): string[] => {
  const used = SHARED_KINDS.filter((kind) => ties.some((tie) => tie.kind === kind));
  let [x, y]: [number, number] = [NETWORK_PAGE.margin, NETWORK_PAGE.legend];
  return used.map((kind) => {
    const name = KIND_NAMES[kind];
    const width = 58 + Math.round(name.length * 7.9);
    if (x + width > NETWORK_PAGE.width - NETWORK_PAGE.margin) [x, y] = [NETWORK_PAGE.margin, y + 20];
    const drawn =
      `<line x1="${x}" y1="${y}" x2="${x + 34}" y2="${y}" ${stroke(kind)}/>` +
      svgText(x + 42, y + 5, name, 'font-size="14" fill="#000000"');
    x += width;
    return drawn;
  });
};

const lines = ({ tie, y, companies }: PlacedValue): string[] => {
  const from = NETWORK_PAGE.margin + NETWORK_PAGE.company.width;
  const to = NETWORK_PAGE.width - NETWORK_PAGE.margin - NETWORK_PAGE.value.width;
  const middle = (from + to) / 2;
  return companies.map(
    (at) => `<path d="M${from} ${at} C${middle} ${at} ${middle} ${y} ${to} ${y}" fill="none" ${stroke(tie.kind)}/>`,
  );
};

function companyBox({ members, values, y }: PlacedGroup, labels: NetworkLabels): string {
  const { width, height } = NETWORK_PAGE.company;
  const top = y - height / 2;
  const ties = values.join(', ');
  const { subject, scores = {} } = labels;
  const isSubject = members.some(({ enterpriseCode }) => enterpriseCode === subject);
  const isNotified = members.some(({ enterpriseCode }) => scores[enterpriseCode] !== undefined);
  const fill = isSubject ? '#dddddd' : isNotified ? '#fbe4e4' : '#ffffff';
  const [first, second, address] = members.length === 1 ? aloneIn(members, labels) : severalIn(members, labels);
  const drawn = [
    `<rect x="${NETWORK_PAGE.margin}" y="${top}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="#000000" stroke-width="${isSubject ? 3.5 : 1}"/>`,
    svgText(NETWORK_PAGE.margin + 10, top + 17, first, 'font-size="15" font-weight="bold" fill="#000000"'),
    fittedText(
      { x: NETWORK_PAGE.margin + 10, y: top + 34, size: 13, width: width - 26 - ties.length * 9 },
      shortenedName(second, LETTERS.company - ties.length),
    ),
    svgText(
      NETWORK_PAGE.margin + width - 8,
      top + 34,
      ties,
      'font-size="14" font-weight="bold" text-anchor="end" fill="#000000"',
    ),
  ].join('');
  return address === undefined ? drawn : `<a href="${escapedText(address)}">${drawn}</a>`;
}

type Members = RingGroup['members'];
type BoxTexts = readonly [first: string, second: string, address: string | undefined];

function aloneIn([one]: Members, { subject, names, scores, links }: NetworkLabels): BoxTexts {
  const { enterpriseCode = '', since = '' } = one ?? {};
  const score = scores?.[enterpriseCode];
  const state = score === undefined ? '' : ` · điểm ${String(score).replace('.', ',')}`;
  const mark = enterpriseCode === subject ? ['► ', ' (hồ sơ này)'] : ['', ''];
  const first = `${mark.join(enterpriseCode)} · từ ${formatDate(since)}${state}`;
  return [first, names?.[enterpriseCode] ?? '', links?.[enterpriseCode]];
}

function severalIn(members: Members, { names = {}, scores = {}, links }: NetworkLabels): BoxTexts {
  const codes = members.map(({ enterpriseCode }) => enterpriseCode);
  const notified = codes.filter((code) => scores[code] !== undefined).length;
  const state = notified === 0 ? '' : ` · đã báo ${notified}`;
  return [
    `${codes.length} doanh nghiệp · từ ${formatDate(members[0]?.since ?? '')}${state}`,
    codes.map((code) => names[code] ?? code).join('; '),
    links && `#${ringLineId(codes[0] ?? '')}`,
  ];
}

const shownValue = ({ tie }: PlacedValue, network: Network, { values }: NetworkLabels): string =>
  values?.[network.ties.indexOf(tie)]?.values.join('; ') ?? '';

function valueBox({ tie, y }: PlacedValue, number: number, value: string): string {
  const { width, height } = NETWORK_PAGE.value;
  const left = NETWORK_PAGE.width - NETWORK_PAGE.margin - width;
  const top = y - height / 2;
  const shared = `${tie.companies.length} doanh nghiệp · từ ${formatDate(tie.since)}`;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="10" fill="#ffffff" stroke="${STROKES[tie.kind].colour}" stroke-width="2"/>`,
    svgText(
      left + 14,
      top + 19,
      `${number}. ${KIND_NAMES[tie.kind]}`,
      'font-size="15" font-weight="bold" fill="#000000"',
    ),
    fittedText({ x: left + 14, y: top + 37, size: 14, width: width - 28 }, shortened(value, LETTERS.value)),
    svgText(left + 14, top + 54, shared, 'font-size="13" fill="#222222"'),
  ].join('');
}

/** Shortens a label, because the tables beside the picture contain the whole text. */
const shortened = (content: string, letters: number): string =>
  content.length <= letters ? content : `${content.slice(0, letters - 1).trimEnd()}…`;

/** Shortens a name from its beginning, because companies of a ring differ in their last words. */
const shortenedName = (name: string, letters: number): string => {
  const half = Math.floor(letters / 2);
  return name.length <= letters ? name : `${shortened(name, half)}${name.slice(-half).trimStart()}`;
};

const stroke = (kind: SharedKind): string => {
  const { colour, dash } = STROKES[kind];
  return `stroke="${colour}" stroke-width="1.6"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
};
