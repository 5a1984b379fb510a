import * as z from 'zod';
import { AuthorityDecision, NoticeScope } from './notice-parts.ts';

const short = z.string().max(100);

/** What a bank's notice keeps once it has ended: the account it was about, and why. No name of a person. */
export const BankNoticeRemains = z.strictObject({
  bank: short,
  accountNumber: short,
  enterpriseCode: short.optional(),
  level: z.enum(['watch', 'act']),
  /** The State Bank's suspicion codes (mã nghi ngờ), 1…8. */
  reasonCodes: z.array(z.int().min(0).max(8)).max(9).readonly(),
});

/** What a bank's notice says about one of its accounts while it is in force. */
export const BankNoticeContent = BankNoticeRemains.extend({
  scope: NoticeScope,
  /** What is asked of the bank, in Vietnamese. */
  request: z.string().max(500),
  decision: AuthorityDecision.optional(),
});
