import * as z from 'zod';
import { AuthorityDecision, NoticeScope } from './notice-parts.ts';

const short = z.string().max(100);

/** What a notice that has ended still tells a bank: the account it was about, and why. Nobody's name. */
export const BankNoticeRemains = z.strictObject({
  bank: short,
  accountNumber: short,
  enterpriseCode: short.optional(),
  level: z.enum(['watch', 'act']),
  /** The State Bank's suspicion codes (mã nghi ngờ), 1…8. */
  reasonCodes: z.array(z.int().min(0).max(8)).max(9).readonly(),
});

/** What a bank is told of one of its accounts while the notice is in force. */
export const BankNoticeContent = BankNoticeRemains.extend({
  scope: NoticeScope,
  /** What is asked of the bank, in Vietnamese. */
  request: z.string().max(500),
  decision: AuthorityDecision.optional(),
});
