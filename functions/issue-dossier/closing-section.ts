import type { Paragraph, Table } from 'docx';
import { dayInWords } from '#shared/domain/notification/dossier/timeline.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { glossaryOf } from '#shared/domain/notification/dossier/glossary.ts';
import { leftOutInWords } from '#shared/domain/notification/dossier/shown-rows.ts';
import type { SourceFile } from '#shared/domain/notification/dossier/sources.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { heading, paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable, SMALL } from './annex-table.ts';

const UNKNOWN = 'Chưa có dữ liệu';

export function timelineSection({ timeline }: Dossier): (Paragraph | Table)[] {
  return [
    heading('PHỤ LỤC 4. DIỄN BIẾN'),
    annexTable(
      [
        { heading: 'Ngày', share: 18, align: 'centre' },
        { heading: 'Diễn biến', share: 82 },
      ],
      timeline.map((event) => [dayInWords(event), event.what]),
    ),
  ];
}

/** The files from which the facts were read, so that a prosecutor can ask for them. */
export function sourcesSection({ caseFile, notice }: Dossier): (Paragraph | Table)[] {
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
        source.receivedAt === undefined ? UNKNOWN : formatDate(dayOf(source.receivedAt)),
        source.sha256 ?? 'Tệp đã được gửi lại bằng bản khác',
      ]),
    ),
    ...(sources.some(
      ({ receivedAt = '' }) => receivedAt !== '' && dayOf(receivedAt) > (notice.changedOn ?? notice.issuedOn),
    )
      ? [paragraph(LATER, { body: true })]
      : []),
    ...(leftOut === undefined ? [] : [paragraph(leftOut, { body: true })]),
  ];
}

const LATER =
  'Hồ sơ xét dữ liệu như vào ngày ghi ở đầu hồ sơ; tệp có ngày nhận sau ngày đó là bản được nạp lại để xét như vậy.';
const dayOf = (instant: string) => dayInVietnam(new Date(instant));

const feedsOf = ({ rows }: SourceFile): string => [...new Set(rows.map(({ feed }) => FEED_NAMES[feed]))].join('; ');

/** The laws that the dossier rests on, and its terms. */
export function lawsAndTerms(dossier: Dossier): (Paragraph | Table)[] {
  return [
    heading('PHỤ LỤC 6. CĂN CỨ PHÁP LÝ, THUẬT NGỮ'),
    paragraph(`Căn cứ ${dossier.legalBases.join('; ')}.`, { italics: true, size: SMALL }),
    annexTable(
      [
        { heading: 'Mã, thuật ngữ', share: 32 },
        { heading: 'Ý nghĩa', share: 68 },
      ],
      glossaryOf(dossier).map(({ term, meaning }) => [term, meaning]),
    ),
  ];
}
