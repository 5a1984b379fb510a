import { addMonths, formatDate } from '../dates.ts';
import { stretchSince } from '../facts/flows.ts';
import { evidenceOf, SIGNS_OF_MONEY, throughMessage, type ThroughEvidence, wentThrough } from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';

const FIVE_HOURS = 300;

/** Old debts are paid and last customers pay; nobody needs an account that empties as it fills while business is suspended. */
export const suspendedPassage: Rule<ThroughEvidence & { readonly suspendedFrom: string }> = {
  code: 'PASS_THROUGH_SUSPENDED',
  version: 1,
  group: 'accounts',
  question:
    'Trong thời gian tạm ngừng kinh doanh, tiền vào tài khoản có được chuyển đi hầu hết trong vòng 5 giờ không?',
  legalBasis: `Điều 206 Luật Doanh nghiệp; ${SIGNS_OF_MONEY}; mốc 5 giờ là ${PRACTICE}`,
  fact: 'suspension',
  evaluate: ({ facts, money, standing: { suspendedFrom } }) => {
    if (suspendedFrom === undefined || money.to <= suspendedFrom.slice(0, 7)) return undefined;
    const since = stretchSince(addMonths(suspendedFrom, 1).slice(0, 7), facts.accounts);
    if (since.holdMinutes === undefined || since.holdMinutes >= FIVE_HOURS || !wentThrough(since)) return undefined;
    return { ...evidenceOf(since), suspendedFrom };
  },
  message: (found) =>
    throughMessage(found, `Tạm ngừng kinh doanh từ ngày ${formatDate(found.suspendedFrom)}, mà trong`),
};
