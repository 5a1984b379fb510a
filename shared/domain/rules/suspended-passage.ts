import { firstFullMonth, formatDate } from '../dates.ts';
import { stretchesAround } from '../facts/flows.ts';
import { evidenceOf, SIGNS_OF_MONEY, throughMessage, type ThroughEvidence, wentThrough } from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';

const FIVE_HOURS = 300;

/** Old debts are paid and last customers pay; nobody needs an account that empties as it fills while business is suspended. */
export const suspendedPassage: Rule<ThroughEvidence & { readonly suspendedFrom: string }> = {
  code: 'PASS_THROUGH_SUSPENDED',
  version: 1,
  group: 'accounts',
  question:
    'Từ tháng đầu tạm ngừng kinh doanh trọn tháng, từ 94 % tiền vào tài khoản (của một, hai tháng: từ 96,5 %) có được chuyển đi trong vòng 5 giờ không?',
  legalBasis: `Điều 206 Luật Doanh nghiệp; ${SIGNS_OF_MONEY}; mốc 5 giờ là ${PRACTICE}`,
  fact: 'pass-through',
  evaluate: ({ facts, money, standing: { suspendedFrom } }) => {
    if (suspendedFrom === undefined || money.to < firstFullMonth(suspendedFrom)) return undefined;
    const [, since] = stretchesAround(firstFullMonth(suspendedFrom), facts.accounts);
    if (since.holdMinutes === undefined || since.holdMinutes > FIVE_HOURS || !wentThrough(since)) return undefined;
    return { ...evidenceOf(since), suspendedFrom };
  },
  message: (found) =>
    throughMessage(found, `Tạm ngừng kinh doanh từ ngày ${formatDate(found.suspendedFrom)}, mà trong`),
};
