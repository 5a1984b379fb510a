import type { ReplyItem } from '#shared/tables/replies.ts';
import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import { moneyPictureOf } from '#shared/domain/notification/dossier/draw-money.ts';
import { withOwnSigns } from '#shared/domain/risk/rings/draw-network.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { Network } from '#shared/domain/risk/rings/network.ts';
import { SummaryList, Link } from '../layout/components.tsx';
import { Picture } from '../layout/picture.tsx';
import { whenAndBy } from '../layout/done-by.ts';
import { formatInstant } from '../layout/instant.ts';
import { describeLegalForm, parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { GatheredCase } from './gather.ts';

/**
 * The case in a few lines: who, why, how much, with whom, since when, what next; with the picture of the money.
 * @param officer the reader, whose own decision is marked as such
 */
export function CaseSummary({ found, officer }: { readonly found: GatheredCase; readonly officer: string }) {
  const { notice, dossier, decisions, onWhoseWord, accounts } = found;
  const last = decisions.at(-1);
  const { content, sequence, issuedAt } = notice;
  const money = moneyPictureOf(dossier);
  const [main] = dossier.findings.toSorted((a, b) => b.finding.weight - a.finding.weight);
  const answered = accounts.filter(({ answer }) => answer !== undefined).length;
  return (
    <div class="desk-glance">
      {dossier.withdrawal !== undefined && <p class="govuk-inset-text">{`Đã rút: ${dossier.withdrawal}`}</p>}
      {onWhoseWord !== undefined && <p class="govuk-inset-text">{onWhoseWord}</p>}
      <SummaryList
        entries={[
          ['Ai', whoIn(content.enterpriseCode, dossier.caseFile)],
          [
            'Vì sao',
            [
              ...(main ? [main.finding.message] : []),
              `Điểm ${String(content.score).replace('.', ',')} trên 100. ${dossier.level}`,
            ].join(' '),
          ],
          ['Tiền', money?.sentence ?? 'Chưa ngân hàng nào báo dòng tiền.'],
          ['Cùng ai', withWhom(content.network)],
          [
            'Từ khi nào',
            `Đăng ký ${formatDate(content.registeredOn)}; báo từ ${formatInstant(issuedAt)}, bản số ${sequence}`,
          ],
          [
            'Tiếp theo',
            [
              last ? decisionText(last, officer) : 'Chưa quyết định',
              ...(accounts.length === 0
                ? []
                : [`ngân hàng đã trả lời về ${answered} trong ${accounts.length} tài khoản`]),
            ].join('; '),
          ],
        ]}
      />
      {money && <Picture label="Dòng tiền theo tháng" svg={money.svg} />}
    </div>
  );
}

function whoIn(code: string, caseFile: CaseFile | undefined): string {
  if (!caseFile) return `Mã số ${code}`;
  const { legalForm, charterCapital, headOfficeAddress, people } = caseFile.registration;
  const form = parseLegalForm(legalForm ?? '');
  const heads = people.filter(({ role }) => role === 'legal_representative').map(({ fullName }) => fullName);
  return [
    `Mã số ${code}`,
    ...(form ? [describeLegalForm(form)] : legalForm === undefined ? [] : [legalForm]),
    ...(charterCapital === undefined ? [] : [`vốn ${formatMoney(charterCapital)}`]),
    ...(heads.length === 0 ? [] : [`đại diện ${heads.join(', ')}`]),
    headOfficeAddress,
  ].join('; ');
}

function withWhom(network: Network | undefined) {
  if (!network) return 'Không thấy doanh nghiệp nào dùng chung thông tin.';
  const kinds = [...new Set(network.ties.map(({ kind }) => KIND_NAMES[kind].toLowerCase()))];
  return (
    <>
      <Link to="#ring">{`${network.members.length} doanh nghiệp của nhóm`}</Link>
      {`; ${withOwnSigns(network.withBadSigns)}; dùng chung: ${kinds.join(', ')}`}
    </>
  );
}

function decisionText(item: ReplyItem, viewer: string): string {
  const { reply } = item;
  if (reply.kind !== 'police-decision') return '';
  const { outcome, reason, decision, forged } = reply.body;
  const decided = outcome === 'confirmed' ? 'Xác nhận' : 'Bác bỏ';
  return [
    `${decided} ${whenAndBy(item, viewer, 'hệ thống của công an')}`,
    ...(decision === undefined ? [] : [`văn bản số ${decision.number} ngày ${formatDate(decision.date)}`]),
    ...(forged === undefined ? [] : ['hồ sơ đăng ký giả mạo, đã giao cơ quan đăng ký doanh nghiệp']),
    ...(reason === undefined ? [] : [`lý do: ${reason}`]),
  ].join('; ');
}
