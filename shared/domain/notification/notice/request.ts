import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '#shared/domain/risk/decision.ts';

const REVIEW = 'Đề nghị rà soát, tăng cường giám sát tài khoản.';

/**
 * The request to a bank, which is a review. Only a competent authority's written decision may order blocking (phong
 * tỏa; NĐ 52/2024 Art. 11, TT 17/2024 Art. 6), so the text mentions blocking only together with such a decision and
 * asks for nothing beyond it.
 */
export function bankRequest(decision: AuthorityDecision | undefined): string {
  if (decision === undefined) return REVIEW;
  const { number, date, authority } = decision;
  return (
    `${REVIEW} Căn cứ văn bản số ${number} ngày ${formatDate(date)} của ${authority}: ` +
    'việc phong tỏa, nếu văn bản yêu cầu, chỉ thực hiện đúng đối tượng, phạm vi và thời hạn ghi trong văn bản đó.'
  );
}
