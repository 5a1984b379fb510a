import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { columnsWithoutRules, paragraph, rule } from './docx-parts.ts';

const SHARES = [42, 58] as const;

/** Quốc hiệu, the issuing body, số/ký hiệu, place and date, title, kính gửi, căn cứ (NĐ 30/2020/NĐ-CP, Annex I part II). */
export function letterhead({ notice, title, legalBases }: Dossier): (Paragraph | Table)[] {
  const { issuer, police } = HOME_PROVINCE;
  return [
    columnsWithoutRules(
      [
        [
          paragraph(issuer.over, { centre: true, size: 24, after: 0 }),
          paragraph(issuer.name, { centre: true, bold: true, size: 24, after: 20 }),
          rule(SHARES[0]),
          paragraph(`Số:          /HS-${issuer.symbol}`, { centre: true, size: 26 }),
        ],
        [
          paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { centre: true, bold: true, size: 24, after: 0 }),
          paragraph('Độc lập - Tự do - Hạnh phúc', { centre: true, bold: true, size: 26, after: 20 }),
          rule(SHARES[1]),
          paragraph(`${issuer.place}, ${inWords(notice.changedOn ?? notice.issuedOn)}`, {
            centre: true,
            italics: true,
          }),
        ],
      ],
      SHARES,
    ),
    paragraph(`\n${title}`, { centre: true, bold: true, size: 28, after: 20 }),
    paragraph(`${notice.name}, mã số doanh nghiệp ${notice.enterpriseCode}`, { centre: true, bold: true, after: 160 }),
    paragraph(`Kính gửi: ${police}`, { centre: true, size: 28, after: 160 }),
    ...legalBases.map((basis, n, all) =>
      paragraph(`Căn cứ ${basis}${n === all.length - 1 ? '.' : ';'}`, { italics: true, body: true, after: 40 }),
    ),
    paragraph('', { after: 20 }),
  ];
}

/** `ngày 05 tháng 01 năm 2026`: days below 10 and the first two months with a zero. */
function inWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
