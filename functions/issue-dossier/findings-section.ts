import type { Paragraph, Table } from 'docx';
import type { Dossier, DossierFinding } from '#shared/domain/notification/dossier/dossier.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { whoseWord } from '#shared/domain/notification/dossier/finding-sources.ts';
import { annexTable, SMALL } from './annex-table.ts';
import { namedFindings } from './named-findings.ts';

const COLUMNS = [
  { heading: 'TT', share: 6, align: 'centre' },
  { heading: 'Dấu hiệu, thời kỳ, căn cứ, nguồn', share: 42 },
  { heading: 'Số liệu', share: 52 },
] as const;

/** The findings with their figures; a sentence that stands before the annexes under the same number is not repeated. */
export function findingsSection(dossier: Dossier): (Paragraph | Table)[] {
  const { findings, score } = dossier;
  return [
    heading('PHỤ LỤC 2. SỐ LIỆU, CĂN CỨ, NGUỒN CỦA TỪNG DẤU HIỆU'),
    findings.length === 0 ? paragraph('Không có.') : findingsTable(findings, namedFindings(dossier)),
    paragraph(score, { size: SMALL }),
  ];
}

const UNCOUNTED = [COLUMNS[0], { heading: 'Dấu hiệu, thời kỳ, nguồn', share: 94 }];

const sourceOf = (sources: string): string =>
  sources === '' ? 'không có dòng nào về việc này trong dữ liệu đã nhận' : sources;

/** The findings of weight 0, whose sentences have their figures. */
export function uncountedFindings({ uncounted }: Dossier): (Paragraph | Table)[] {
  if (uncounted.length === 0) return [];
  return [
    paragraph('Dấu hiệu không tính điểm, được ghi nhận để tham khảo', { bold: true, keepNext: true }),
    annexTable(
      UNCOUNTED,
      uncounted.map(({ finding, period, sources }, n) => [
        String(n + 1),
        `${finding.message}\n${period === undefined ? '' : `Thời kỳ: ${period}. `}Nguồn: ${sourceOf(sources)}. (${finding.code}, phiên bản ${finding.version})`,
      ]),
    ),
  ];
}

const findingsTable = (findings: readonly DossierFinding[], named: readonly DossierFinding[]): Table =>
  annexTable(
    COLUMNS,
    findings.map((one, n) => {
      const { finding, figures, period, sources } = one;
      const said = whoseWord(finding);
      return [
        String(n + 1),
        [
          ...(named.includes(one) ? [] : [`${finding.message}\n`]),
          ...(period === undefined ? [] : [`Thời kỳ: ${period}. `]),
          `Căn cứ: ${finding.legalBasis}. Nguồn: ${sourceOf(sources)}. `,
          ...(said === undefined ? [] : [`${said} `]),
          `(${finding.code}, phiên bản ${finding.version}; trọng số ${String(finding.weight).replace('.', ',')})`,
        ].join(''),
        figures.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      ];
    }),
  );
