import { type Holding, severalOfOneDay } from '#shared/domain/risk/owners/holding.ts';
import type { OwnerFault, OwnersStatus } from '#shared/domain/risk/owners/owners-status.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { answeredUntil, OFFICE_TERM } from './asked-in-writing.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/** What the office has to clarify with a company about its declaration of beneficial owners: one task a fault. */
export function ownersWorklist(
  enterpriseCode: string,
  { state, dueOn, missing, surplus, contradicting }: OwnersStatus,
): WorklistEntry[] {
  const late = state === 'overdue' && dueOn !== undefined ? ` Hạn kê khai đã hết ngày ${formatDate(dueOn)}.` : '';
  const entry = (
    { holder, article, from, ...shares }: OwnerFault,
    { asked, says }: { readonly asked: string; readonly says: string },
  ): WorklistEntry => ({
    kind: 'beneficial_owner',
    field: 'beneficialOwner',
    current: percent(shares.declaredShare ?? shares.declaredVotingShare),
    proposed: percent(largest(shares)),
    why: `${says} (${article}).${late} ${asked}${answeredUntil(enterpriseCode)}.`,
    person: holder.name,
    ...from,
  });
  const found = [
    ...missing.map((one) =>
      entry(one, {
        says: `Theo danh sách thành viên, cổ đông (kể cả qua tổ chức) thì có ${percent(largest(one))} vốn hoặc quyền biểu quyết nhưng chưa được kê khai`,
        asked: 'Đề nghị doanh nghiệp bổ sung',
      }),
    ),
    ...surplus.map((one) =>
      entry(one, {
        says: 'Được kê khai nhưng theo danh sách thành viên, cổ đông thì dưới 25% và không ghi quyền chi phối',
        asked: 'Đề nghị doanh nghiệp giải trình hoặc khai lại',
      }),
    ),
    ...contradicting.map((one) =>
      entry(one, {
        says: `Tỷ lệ kê khai khác tỷ lệ tính từ danh sách thành viên, cổ đông (${percent(largest(one))})`,
        asked: 'Đề nghị doanh nghiệp khai lại',
      }),
    ),
  ];
  if (found.length > 0 || late === '') return found;
  const why = `Chưa kê khai chủ sở hữu hưởng lợi (Nghị định 168/2025/NĐ-CP Điều 18, 52).${late} Đề nghị doanh nghiệp kê khai${answeredUntil(enterpriseCode)}.`;
  return [{ kind: 'beneficial_owner', field: 'beneficialOwner', current: '', proposed: '', why }];
}

/** Asks which of several shares of one holder and day is right: a list has each holder once. */
export function holdingsWorklist(holdings: readonly Holding[]): WorklistEntry[] {
  return severalOfOneDay(holdings).flatMap(([kept, ...others]) => {
    if (!kept) return [];
    const said = others.map((one) => percent(largest(one))).join('; ');
    const day = formatDate(kept.since);
    const why = `Danh sách thành viên, cổ đông ngày ${day} ghi người này ${others.length + 1} lần với tỷ lệ khác nhau (${percent(largest(kept))}; ${said}), đang tính theo tỷ lệ lớn hơn. Đề nghị xác nhận tỷ lệ đúng; dòng sửa lại ghi ngày của lần sửa.${OFFICE_TERM}`;
    const { holder, from } = kept;
    return {
      kind: 'beneficial_owner',
      field: 'beneficialOwner',
      current: percent(largest(kept)),
      proposed: said,
      why,
      person: holder.name,
      ...from,
    };
  });
}

/** The larger one of the shares of the capital and of the votes. */
const largest = ({ share, votingShare }: Pick<OwnerFault, 'share' | 'votingShare'>): number | undefined =>
  share === undefined ? votingShare : Math.max(share, votingShare ?? 0);

const percent = (share: number | undefined): string =>
  share === undefined ? '' : `${String(share).replace('.', ',')}%`;
