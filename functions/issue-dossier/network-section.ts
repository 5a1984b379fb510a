import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { registeredWithin, withOwnSigns } from '#shared/domain/risk/rings/draw-network.ts';
import { leftOutOfNetwork, MOST_NAMED, type Network, tieNumbers } from '#shared/domain/risk/rings/network.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable } from './annex-table.ts';
import { picture as drawing } from '#shared/documents/picture.ts';

const KEPT_BY_BANKS: ReadonlySet<SharedKind> = new Set(['counterparty', 'device']);
const NO_TIES =
  'Đến ngày lập hồ sơ, không thấy người, địa chỉ, liên lạc, tài khoản, thiết bị hay hóa đơn nào dùng chung với doanh nghiệp khác trong dữ liệu đã nhận.';
const SINCE =
  'Ngày liên hệ là ngày doanh nghiệp đăng ký sau được đăng ký; nếu thông tin được thay đổi sau đó thì liên hệ có thể muộn hơn.';

/** The values that too many companies share to name them, in words. */
const crowdedInWords = ({ crowded }: Network): string | undefined =>
  crowded &&
  `Còn dùng chung ${crowded.map((kind) => KIND_NAMES[kind].toLowerCase()).join(', ')} với hơn ${MOST_NAMED} doanh nghiệp khác; số này quá nhiều nên không nêu tên.`;

const NUMBER = { heading: 'TT', share: 6, align: 'centre' } as const;

/** The most shared values that are named before the annexes. */
const MOST_TIES = 4;

/** The ring in a few sentences. */
export function ringInSentences({ notice, caseFile }: Dossier): readonly string[] {
  const { network, enterpriseCode } = notice;
  if (!network) return [NO_TIES];
  const crowded = crowdedInWords(network);
  const left = crowded === undefined ? [] : [crowded];
  if (network.ties.length === 0) return left;
  const ties = network.ties.map((tie, n) => ({ ...tie, values: caseFile?.ties[n]?.values ?? [] }));
  const own = ties.filter(({ companies }) => companies.includes(enterpriseCode));
  const alike = Map.groupBy(own.length > 0 ? own : ties, ({ kind, since, companies, values }) =>
    [kind, since, ...companies, ...values].join(' '),
  );
  const shown = [...alike.values()].toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_TIES);
  const more = ties.length - shown.flat().length;
  return [
    ringInWords(network),
    ...shown.map((tied) => tieInWords(tied, enterpriseCode)),
    ...(more === 0 ? [] : [`Còn ${more} thông tin dùng chung khác trong nhóm: xem Phụ lục 3.`]),
    ...left,
  ];
}

type ShownTie = Network['ties'][number] & { readonly values: readonly string[] };

const sizeOf = ([tie]: readonly ShownTie[]): number => tie?.companies.length ?? 0;

/** Values of one kind that the same companies share since the same day; banks keep what tells these apart. */
function tieInWords([tie, ...more]: readonly ShownTie[], own: string): string {
  if (tie === undefined) return '';
  const { kind, since, companies, values } = tie;
  const what = `${more.length === 0 ? '' : `${more.length + 1} `}${more.length === 0 ? KIND_NAMES[kind] : KIND_NAMES[kind].toLowerCase()}${values.length === 0 ? '' : ` ${values.join('; ')}`}`;
  return `${what}: ${companies.length} doanh nghiệp${othersOf(companies, own)}, sớm nhất từ ${formatDate(since)}.`;
}

/** The other companies of a value by their codes, where these are few. */
function othersOf(companies: readonly string[], own: string): string {
  const others = companies.filter((code) => code !== own);
  const with_ = others.length < companies.length ? 'cùng ' : '';
  return others.length > MOST_TIES ? '' : ` (${with_}${others.join(', ')})`;
}

/** The picture of the ring with its caption. */
export const ringPicture = (svg: string | undefined): Paragraph[] =>
  svg === undefined
    ? []
    : [
        drawing({ svg, name: 'ring.svg', title: 'Sơ đồ liên hệ', description: 'Nhóm doanh nghiệp có liên hệ' }),
        paragraph('Sơ đồ liên hệ (tệp ring.svg kèm hồ sơ; cùng nội dung với Phụ lục 3)', {
          centre: true,
          italics: true,
        }),
      ];

const ringInWords = (network: Network): string =>
  `Nhóm ${network.members.length + (network.leftOut?.companies ?? 0)} doanh nghiệp ${registeredWithin(network)}, ` +
  `liên hệ sớm nhất từ ${formatDate(network.since)}; ${withOwnSigns(network.withBadSigns)}.`;

/** The companies of the ring and what they share. */
export function networkAnnex({ notice, caseFile }: Dossier): (Paragraph | Table)[] {
  const title = heading('PHỤ LỤC 3. NHÓM DOANH NGHIỆP CÓ LIÊN HỆ');
  if (!notice.network || notice.network.ties.length === 0) return [title, paragraph('Không có.')];
  const { members, ties } = notice.network;
  const numbers = tieNumbers(notice.network);
  const leftOut = leftOutOfNetwork(notice.network);
  const shown = ties
    .map((tie, n) => ({ ...tie, number: numbers.get(tie) ?? n + 1, values: caseFile?.ties[n]?.values ?? [] }))
    .sort((a, b) => a.number - b.number);
  const withoutValue = shown.filter(({ values }) => values.length === 0);
  /** Several receivers or devices, whose values the banks keep, are told apart by a number. */
  const nameOf = (kind: SharedKind, number: number): string => {
    const alike = withoutValue.filter((tie) => tie.kind === kind);
    const place = alike.findIndex((tie) => tie.number === number);
    return alike.length < 2 || place === -1 || !KEPT_BY_BANKS.has(kind)
      ? KIND_NAMES[kind]
      : `${KIND_NAMES[kind]} thứ ${place + 1}`;
  };
  return [
    title,
    paragraph(SINCE, { body: true }),
    annexTable(
      [NUMBER, { heading: 'Doanh nghiệp', share: 74 }, { heading: 'Sớm nhất từ ngày', share: 20, align: 'centre' }],
      members.map((member, n) => [
        String(n + 1),
        [member.enterpriseCode, caseFile?.names[member.enterpriseCode] ?? ''].filter(Boolean).join(' - ') +
          (member.enterpriseCode === notice.enterpriseCode ? ' (doanh nghiệp trong hồ sơ này)' : ''),
        formatDate(member.since),
      ]),
    ),
    paragraph('', { after: 60 }),
    annexTable(
      [
        NUMBER,
        { heading: 'Thông tin dùng chung, giá trị', share: 40 },
        { heading: 'Sớm nhất từ ngày', share: 16, align: 'centre' },
        { heading: 'Các doanh nghiệp', share: 38 },
      ],
      // The numbers are those of the picture
      shown.map(({ kind, since: from, companies, values, number }) => [
        String(number),
        [nameOf(kind, number), ...values].join('\n'),
        formatDate(from),
        companies.join(', '),
      ]),
    ),
    ...(leftOut === undefined ? [] : [paragraph(leftOut, { body: true })]),
  ];
}
