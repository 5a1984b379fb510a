import type { Dossier, DossierFinding } from '#shared/domain/notification/dossier/dossier.ts';
import { SummaryList } from '../layout/components.tsx';
import { Section } from '../layout/section.tsx';
import { FindingSources } from './source-files.tsx';

const weight = (value: number) => `${value > 0 ? '+' : ''}${String(Math.round(value * 100) / 100).replace('.', ',')}`;

/** Each finding with its figures, its law and its source rows, the heaviest first. Findings of weight 0 are folded. */
export function FindingsSection({ dossier }: { readonly dossier: Dossier }) {
  const ordered = [...dossier.findings, ...dossier.uncounted].toSorted((a, b) => b.finding.weight - a.finding.weight);
  return (
    <Section id="findings" title="Dấu hiệu">
      {ordered.map((found) => (
        <One found={found} dossier={dossier} />
      ))}
    </Section>
  );
}

function One({ found, dossier: { caseFile } }: { readonly found: DossierFinding; readonly dossier: Dossier }) {
  const { finding, figures, period } = found;
  return (
    <details class="govuk-details" open={finding.weight > 0}>
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
