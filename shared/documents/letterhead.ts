import type { Paragraph, Table } from 'docx';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { columnsWithoutRules, paragraph, ruledLine } from './docx-parts.ts';

const SHARES = [42, 58] as const;

export interface LetterheadContent {
  /** The letters of the paper's kind in its symbol: `HS`, `BC`. */
  readonly symbol: string;
  /** The day of the paper, or the year alone where a person writes the day and the month. */
  readonly on: string;
  readonly title: string;
  readonly subtitle: string;
  readonly addressee: string;
  readonly legalBases: readonly string[];
}

/**
 * The head of a paper: quốc hiệu, the issuing body, số/ký hiệu, place and date, title, kính gửi, căn cứ (NĐ
 * 30/2020/NĐ-CP, Annex I part II).
 */
export function letterheadOf(heading: LetterheadContent): (Paragraph | Table)[] {
  const { symbol, on, title, subtitle, addressee, legalBases } = heading;
  return [
    headOf(on, [numbered(`${symbol}-`)]),
    paragraph(`\n${title}`, { centre: true, bold: true, size: 28, after: 20 }),
    paragraph(subtitle, { centre: true, bold: true, after: 160 }),
    paragraph(addressee, { centre: true, size: 28, after: 160 }),
    ...basesOf(legalBases),
  ];
}

/** The head of a letter (công văn), which has its subject under its number and no title. */
export function letterHeadOf({
  on,
  about,
  addressee,
  legalBases,
}: Pick<LetterheadContent, 'on' | 'addressee' | 'legalBases'> & { readonly about: string }): (Paragraph | Table)[] {
  return [
    headOf(on, [numbered(''), paragraph(`V/v ${about}`, { centre: true, size: 24 })]),
    paragraph(`\n${addressee}`, { centre: true, size: 28, after: 160 }),
    ...basesOf(legalBases),
  ];
}

const numbered = (kind: string): Paragraph =>
  paragraph(`Số:          /${kind}${HOME_PROVINCE.issuer.symbol}`, { centre: true, size: 26 });

const basesOf = (legalBases: readonly string[]): Paragraph[] => [
  ...legalBases.map((basis, n, all) =>
    paragraph(`Căn cứ ${basis}${n === all.length - 1 ? '.' : ';'}`, { italics: true, body: true, after: 40 }),
  ),
  paragraph('', { after: 20 }),
];

function headOf(on: string, underIssuer: readonly Paragraph[]): Table {
  const { issuer } = HOME_PROVINCE;
  return columnsWithoutRules(
    [
      [
        paragraph(issuer.over, { centre: true, size: 24, after: 0 }),
        paragraph(issuer.name, { centre: true, bold: true, size: 24, after: 20 }),
        ruledLine(SHARES[0]),
        ...underIssuer,
      ],
      [
        paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { centre: true, bold: true, size: 24, after: 0 }),
        paragraph('Độc lập - Tự do - Hạnh phúc', { centre: true, bold: true, size: 26, after: 20 }),
        ruledLine(SHARES[1]),
        paragraph(`${issuer.place}, ${inWords(on)}`, { centre: true, italics: true }),
      ],
    ],
    SHARES,
  );
}

/** Writes a date such as `ngày 05 tháng 01 năm 2026`; days below 10 and the first two months get a zero. */
function inWords(day: string): string {
  if (day.length === 4) return `ngày      tháng      năm ${day}`;
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
