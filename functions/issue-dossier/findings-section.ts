import type { Paragraph, Table } from 'docx';
import type { Dossier, DossierFinding } from '#shared/domain/notification/dossier/dossier.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable } from './annex-table.ts';

const COLUMNS = [
  { heading: 'TT', share: 6, align: 'centre' },
  { heading: 'Dấu hiệu, thời kỳ', share: 37 },
  { heading: 'Số liệu', share: 25 },
  { heading: 'Căn cứ pháp lý', share: 18 },
  { heading: 'Nguồn', share: 14 },
] as const;

export function findingsSection({ findings, score }: Dossier): (Paragraph | Table)[] {
  return [
    heading('PHỤ LỤC 2. SỐ LIỆU, CĂN CỨ, NGUỒN CỦA TỪNG DẤU HIỆU'),
    findings.length === 0 ? paragraph('Không có.') : findingsTable(findings),
    paragraph('', { after: 20 }),
    paragraph(score, { body: true }),
  ];
}

/** The findings of weight 0. */
export function uncountedFindings({ uncounted }: Dossier): (Paragraph | Table)[] {
  if (uncounted.length === 0) return [];
  return [
    paragraph('Dấu hiệu không tính điểm, được ghi nhận để tham khảo', { bold: true, keepNext: true }),
    findingsTable(uncounted),
  ];
}

const findingsTable = (findings: readonly DossierFinding[]): Table =>
  annexTable(
    COLUMNS,
    findings.map(({ finding, figures, period, sources }, n) => [
      String(n + 1),
      [
        finding.message,
        ...(period === undefined ? [] : [`Thời kỳ: ${period}.`]),
        `(${finding.code}, phiên bản ${finding.version}; trọng số ${String(finding.weight).replace('.', ',')})`,
      ].join('\n'),
      figures.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      finding.legalBasis,
      sources === '' ? 'Không có dòng nào về việc này trong dữ liệu đã nhận' : sources.replaceAll('; ', '\n'),
    ]),
  );
