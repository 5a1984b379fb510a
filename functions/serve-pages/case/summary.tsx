import type { ReplyItem } from '#shared/tables/replies.ts';
import { SummaryList } from '../layout/components.tsx';
import { whenAndBy } from '../layout/done-by.ts';
import { formatInstant } from '../layout/instant.ts';
import { describeLegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { GatheredCase } from './gather.ts';

/** A summary of the case in a few lines. @param officer the reader, whose own decision is marked as such */
export function CaseSummary({ found, officer }: { readonly found: GatheredCase; readonly officer: string }) {
  const { notice, dossier, decisions, onWhoseWord } = found;
  const last = decisions.at(-1);
  const { content, sequence, issuedAt } = notice;
  const registration = dossier.caseFile?.registration;
  const form = parseLegalForm(registration?.legalForm ?? '');
  return (
    <>
      {dossier.withdrawal !== undefined && <p class="govuk-inset-text">{`Đã rút: ${dossier.withdrawal}`}</p>}
      {onWhoseWord !== undefined && <p class="govuk-inset-text">{onWhoseWord}</p>}
      <SummaryList
        entries={[
          ['Mã số doanh nghiệp', content.enterpriseCode],
          ...(registration
            ? ([
                ['Loại hình', form ? describeLegalForm(form) : (registration.legalForm ?? 'chưa có')],
                ['Trụ sở', registration.headOfficeAddress],
                [
                  'Vốn điều lệ',
                  registration.charterCapital === undefined ? 'chưa có' : formatMoney(registration.charterCapital),
                ],
              ] as const)
            : []),
          ['Ngày đăng ký', formatDate(content.registeredOn)],
          ['Điểm', `${String(content.score).replace('.', ',')} trên 100 (bộ quy tắc ${content.ruleSet})`],
          ['Mức', dossier.level],
          ['Báo từ', `${formatInstant(issuedAt)}, bản số ${sequence}`],
          ...(last ? ([['Quyết định gần nhất', decisionText(last, officer)]] as const) : []),
        ]}
      />
    </>
  );
}

function decisionText(item: ReplyItem, viewer: string): string {
  const { reply } = item;
  if (reply.kind !== 'police-decision') return '';
  const { outcome, reason, decision } = reply.body;
  const decided = outcome === 'confirmed' ? 'Xác nhận' : 'Bác bỏ';
  return [
    `${decided} ${whenAndBy(item, viewer, 'hệ thống của công an')}`,
    ...(decision === undefined ? [] : [`văn bản số ${decision.number} ngày ${formatDate(decision.date)}`]),
    ...(reason === undefined ? [] : [`lý do: ${reason}`]),
  ].join('; ');
}
