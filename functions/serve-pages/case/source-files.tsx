import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { sourceFilterOf } from '#shared/domain/notification/dossier/finding-sources.ts';
import { leftOutInWords } from '#shared/domain/notification/dossier/shown-rows.ts';
import { citeAll, citeRows, type CitedSources, type SourceFile } from '#shared/domain/notification/dossier/sources.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { SummaryList, Table, Section } from '../layout/components.tsx';
import type { Dossier, DossierFinding } from '#shared/domain/notification/dossier/dossier.ts';

const received = ({ receivedAt }: SourceFile): string =>
  receivedAt === undefined ? 'bản trước của tệp' : `nhận ${formatDate(dayInVietnam(new Date(receivedAt)))}`;

/** The sources of the rows that a finding rests on: feed, file, day and row. */
function FindingSources({
  finding,
  cited: { sources, leftOut },
}: {
  readonly finding: Finding;
  readonly cited: CitedSources;
}) {
  const rests = sourceFilterOf(finding);
  const shown = sources.flatMap((source) => {
    const rows = citeRows([source], rests);
    return rows === '' ? [] : [{ source, rows: rows.replaceAll(`[${source.number}] `, '') }];
  });
  const others = citeAll({ sources: [], leftOut }, rests);
  if (shown.length === 0) return <>Chưa rõ dòng nào: dữ liệu gốc không còn được giữ.</>;
  return (
    <ul class="govuk-list">
      {shown.map(({ source, rows }) => (
        <li>{`${feedsOf(source)}: tệp ${source.file} (${received(source)}), ${rows}`}</li>
      ))}
      {others === '' ? null : <li>{others}</li>}
    </ul>
  );
}

const feedsOf = ({ rows }: SourceFile) => [...new Set(rows.map(({ feed }) => FEED_NAMES[feed]))].join('; ');

/** Every file that the case was read from, with its checksum, so that a prosecutor can ask for it. */
export function SourceFiles({ cited: { sources, leftOut } }: { readonly cited: CitedSources }) {
  const others = leftOutInWords(leftOut);
  if (sources.length === 0) return null;
  return (
    <Section id="sources" title="Nguồn dữ liệu" folded>
      <Table
        caption="Các tệp đã đọc"
        columns={['Dữ liệu', 'Tệp', 'Ngày nhận', 'Dòng', 'SHA-256']}
        rows={sources.map((source) => [
          feedsOf(source),
          source.file,
          received(source),
          citeRows([source], () => true).replaceAll(`[${source.number}] `, ''),
          <code class="desk-code">{source.sha256 ?? 'tệp đã được gửi lại'}</code>,
        ])}
      />
      {others === undefined ? null : <p class="govuk-body">{others}</p>}
    </Section>
  );
}

const weight = (value: number) => `${value > 0 ? '+' : ''}${String(Math.round(value * 100) / 100).replace('.', ',')}`;

const MOST_SHOWN = 3;

/** Each finding with its figures, its law and its source rows, the heaviest first. All but the first three are folded. */
export function FindingsSection({ dossier }: { readonly dossier: Dossier }) {
  const ordered = [...dossier.findings, ...dossier.uncounted]
    .toSorted((a, b) => b.finding.weight - a.finding.weight)
    .map((found) => <One found={found} dossier={dossier} />);
  const others = ordered.slice(MOST_SHOWN);
  return (
    <Section id="findings" title="Dấu hiệu">
      {ordered.slice(0, MOST_SHOWN)}
      {others.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{`${others.length} dấu hiệu khác`}</span>
          </summary>
          <div class="govuk-details__text">{others}</div>
        </details>
      )}
    </Section>
  );
}

interface OneProps {
  readonly found: DossierFinding;
  readonly dossier: Dossier;
}

function One({ found, dossier: { caseFile } }: OneProps) {
  const { finding, figures, period } = found;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{finding.message}</span>
      </summary>
      <div class="govuk-details__text">
        <SummaryList
          entries={[
            ...figures.map(({ label, value }) => [label, value] as const),
            ...(period === undefined ? [] : [['Thời gian', period] as const]),
            ['Căn cứ', finding.legalBasis],
            ['Nguồn', <FindingSources finding={finding} cited={caseFile ?? { sources: [] }} />],
            ['Trọng số', weight(finding.weight)],
            ['Mã dấu hiệu', `${finding.code}, phiên bản ${finding.version}`],
          ]}
        />
      </div>
    </details>
  );
}
