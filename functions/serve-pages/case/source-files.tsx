import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { sourceFilterOf } from '#shared/domain/notification/dossier/finding-sources.ts';
import { citeRows, type SourceFile, type SourceTable } from '#shared/domain/notification/dossier/sources.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { Table } from '../layout/components.tsx';
import { Section } from '../layout/section.tsx';

const received = ({ receivedAt }: SourceFile): string =>
  receivedAt === undefined ? 'bản trước của tệp' : `nhận ${formatDate(dayInVietnam(new Date(receivedAt)))}`;

/** The sources of the rows that a finding rests on: feed, file, day and row. */
export function FindingSources({ finding, sources }: { readonly finding: Finding; readonly sources: SourceTable }) {
  const cited = sources.flatMap((source) => {
    const rows = citeRows([source], sourceFilterOf(finding));
    return rows === '' ? [] : [{ source, rows: rows.replaceAll(`[${source.number}] `, '') }];
  });
  if (cited.length === 0) return <>Chưa rõ dòng nào: dữ liệu gốc không còn được giữ.</>;
  return (
    <ul class="govuk-list">
      {cited.map(({ source, rows }) => (
        <li>{`${feedsOf(source)}: tệp ${source.file} (${received(source)}), ${rows}`}</li>
      ))}
    </ul>
  );
}

const feedsOf = ({ rows }: SourceFile) => [...new Set(rows.map(({ feed }) => FEED_NAMES[feed]))].join('; ');

/** Every file that the case was read from, with its checksum, so that a prosecutor can ask for it. */
export function SourceFiles({ sources }: { readonly sources: SourceTable }) {
  if (sources.length === 0) return null;
  return (
    <Section id="sources" title="Nguồn dữ liệu">
      <Table
        caption="Các tệp đã đọc"
        columns={['Dữ liệu', 'Tệp', 'Ngày nhận', 'Dòng', 'SHA-256'].map((label) => ({ label }))}
        rows={sources.map((source) => [
          feedsOf(source),
          source.file,
          received(source),
          citeRows([source], () => true).replaceAll(`[${source.number}] `, ''),
          <code class="desk-code">{source.sha256 ?? 'tệp đã được gửi lại'}</code>,
        ])}
      />
    </Section>
  );
}
