import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { moneyPictureOf } from '#shared/domain/notification/dossier/draw-money.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { heading, paragraph, signaturesOf, table } from '#shared/documents/docx-parts.ts';
import { picture } from '#shared/documents/picture.ts';
import { againstIn, IN_SUMMARY, namedFindings } from './named-findings.ts';
import { ringInSentences, ringPicture } from './network-section.ts';

const said = (sentences: readonly string[]): Paragraph[] =>
  sentences.map((sentence) => paragraph(sentence, { body: true }));

/** Who, which accounts, how much, from when to when, and what is asked. */
export const summarySection = ({ exhibit, request, withdrawal, notice }: Dossier): Paragraph[] => [
  heading('I. TÓM TẮT VÀ ĐỀ NGHỊ'),
  ...(withdrawal === undefined ? [] : [paragraph(`Lý do rút: ${withdrawal}`, { body: true, bold: true })]),
  ...said(exhibit.summary),
  paragraph(request, { body: true, bold: notice.state === 'withdrawn' }),
];

export function moneySection(dossier: Dossier): Paragraph[] {
  const { exhibit } = dossier;
  const drawn = moneyPictureOf(dossier);
  return [
    heading('II. TIỀN QUA CÁC TÀI KHOẢN'),
    ...(drawn === undefined
      ? []
      : [
          picture({ svg: drawn.svg, name: 'money.svg', title: 'Dòng tiền', description: drawn.sentence }),
          paragraph('Dòng tiền theo tháng (cùng số liệu với các bảng ở Phụ lục 1)', { centre: true, italics: true }),
        ]),
    ...said(exhibit.money.length === 0 ? ['Chưa nhận được tài khoản nào có số đầy đủ.'] : exhibit.money),
  ];
}

/** The people, the ring, the findings with the strongest first, what speaks for the company, and what is missing. */
export function closingSections(dossier: Dossier, ring: string | undefined): (Paragraph | Table)[] {
  const { exhibit } = dossier;
  return [
    heading('III. NGƯỜI CÓ LIÊN QUAN'),
    ...said(exhibit.people.length === 0 ? ['Dữ liệu về người không còn được lưu.'] : exhibit.people),
    heading('IV. NHÓM DOANH NGHIỆP CÓ LIÊN HỆ'),
    ...said(ringInSentences(dossier)),
    ...ringPicture(ring),
    ...findingsSummary(dossier),
    heading('VI. ĐIỀU CÓ LỢI CHO DOANH NGHIỆP'),
    ...said(exhibit.favourable),
    heading('VII. DỮ LIỆU CHƯA NHẬN ĐƯỢC'),
    ...said(exhibit.notReceived),
    signaturesOf([HOME_PROVINCE.police, `Lưu: VT, hồ sơ ${dossier.notice.id}`]),
  ];
}

function findingsSummary(dossier: Dossier): (Paragraph | Table)[] {
  const shown = namedFindings(dossier);
  const more = againstIn(dossier.findings).length - shown.length;
  return [
    heading('V. DẤU HIỆU, NẶNG TRƯỚC NHẸ SAU'),
    ...(shown.length === 0
      ? [paragraph('Không có.')]
      : [
          table(
            [
              { heading: 'TT', share: 6, align: 'centre' },
              { heading: 'Dấu hiệu', share: 94 },
            ],
            shown.map(({ finding }, n) => [String(n + 1), n === 0 ? IN_SUMMARY : finding.message]),
          ),
        ]),
    paragraph(
      `${more === 0 ? '' : `Còn ${more} dấu hiệu nhẹ hơn. `}Số liệu, căn cứ, nguồn của mỗi dấu hiệu: Phụ lục 2, cùng số thứ tự.`,
      { italics: true },
    ),
  ];
}
