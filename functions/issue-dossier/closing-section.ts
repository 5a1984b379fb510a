import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { glossaryOf } from '#shared/domain/notification/dossier/glossary.ts';
import { leftOutInWords } from '#shared/domain/notification/dossier/shown-rows.ts';
import type { SourceFile } from '#shared/domain/notification/dossier/sources.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable } from './annex-table.ts';

const UNKNOWN = 'Chưa có dữ liệu';

export function timelineSection({ timeline }: Dossier): (Paragraph | Table)[] {
  return [
    heading('PHỤ LỤC 4. DIỄN BIẾN'),
    annexTable(
      [
        { heading: 'Ngày', share: 18, align: 'centre' },
        { heading: 'Diễn biến', share: 82 },
      ],
      timeline.map(({ on, what }) => [formatDate(on), what]),
    ),
  ];
}

/** The files from which the facts were read, so that a prosecutor can ask for them. */
export function sourcesSection({ caseFile }: Dossier): (Paragraph | Table)[] {
  const sources = caseFile?.sources ?? [];
  if (sources.length === 0) return [];
  const leftOut = leftOutInWords(caseFile?.leftOut);
  return [
    heading('PHỤ LỤC 5. NGUỒN DỮ LIỆU'),
    annexTable(
      [
        { heading: 'Số', share: 7, align: 'centre' },
        { heading: 'Nguồn, tệp', share: 41 },
        { heading: 'Ngày nhận', share: 15, align: 'centre' },
        { heading: 'Mã kiểm tra (SHA-256)', share: 37 },
      ],
      sources.map((source) => [
        `[${source.number}]`,
        `${feedsOf(source)}\n${source.file}`,
        source.receivedAt === undefined ? UNKNOWN : formatDate(dayInVietnam(new Date(source.receivedAt))),
        source.sha256 ?? 'Tệp đã được gửi lại bằng bản khác',
      ]),
    ),
    ...(leftOut === undefined ? [] : [paragraph(leftOut, { body: true })]),
  ];
}

const feedsOf = ({ rows }: SourceFile): string => [...new Set(rows.map(({ feed }) => FEED_NAMES[feed]))].join('; ');

/** The laws that the dossier rests on, and its terms. */
export function lawsAndTerms(dossier: Dossier): (Paragraph | Table)[] {
  return [
    heading('PHỤ LỤC 6. CĂN CỨ PHÁP LÝ, THUẬT NGỮ'),
    ...dossier.legalBases.map((basis) => paragraph(`Căn cứ ${basis}.`, { italics: true, size: 22, after: 20 })),
    annexTable(
      [
        { heading: 'Mã, thuật ngữ', share: 32 },
        { heading: 'Ý nghĩa', share: 68 },
      ],
      glossaryOf(dossier).map(({ term, meaning }) => [term, meaning]),
    ),
  ];
}
