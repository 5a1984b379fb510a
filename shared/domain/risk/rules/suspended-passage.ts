import { firstFullMonth, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { type Stretch, stretchesAround } from '../facts/flows.ts';
import { evidenceOf, isMuch, SIGNS_OF_MONEY, throughMessage, type ThroughEvidence, wentThrough } from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';

const FIVE_HOURS = 300;

type SuspendedEvidence = ThroughEvidence & { readonly suspendedFrom: string };

const suspended = (code: string, question: string, asked: (since: Stretch) => boolean): Rule<SuspendedEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question,
  legalBasis: `Điều 206 Luật Doanh nghiệp; ${SIGNS_OF_MONEY}; mốc 5 giờ là ${PRACTICE}`,
  fact: 'pass-through',
  evaluate: ({ facts, money, officialStatus: { suspendedFrom } }) => {
    if (suspendedFrom === undefined || money.to < firstFullMonth(suspendedFrom)) return undefined;
    const [, since] = stretchesAround(firstFullMonth(suspendedFrom), facts.accounts);
    if (since.holdMinutes === undefined || since.holdMinutes > FIVE_HOURS || !wentThrough(since)) return undefined;
    return asked(since) ? { ...evidenceOf(since), suspendedFrom } : undefined;
  },
  message: (found) =>
    throughMessage(found, `Tạm ngừng kinh doanh từ ngày ${formatDate(found.suspendedFrom)}, mà trong`),
});

/** Old debts are paid and last customers pay; nobody needs an account that empties as it fills while business is suspended. */
export const SUSPENDED_PASSAGES: readonly Rule[] = [
  suspended(
    'PASS_THROUGH_SUSPENDED',
    'Qua từ ba tháng tạm ngừng kinh doanh trọn tháng, từ 94 % của từ 500 triệu đồng tiền vào tài khoản có được chuyển đi trong vòng 5 giờ không?',
    isMuch,
  ),
  suspended(
    'PASS_THROUGH_SUSPENDED_BRIEFLY',
    'Trong một, hai tháng tạm ngừng kinh doanh trọn tháng, từ 96,5 % tiền vào tài khoản (qua nhiều tháng, dưới 500 triệu đồng: từ 94 %) có được chuyển đi trong vòng 5 giờ không?',
    (since) => !isMuch(since),
  ),
];
