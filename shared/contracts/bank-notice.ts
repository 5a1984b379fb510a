import * as z from 'zod';
import type { BankNoticeContent, BankNoticeRemains } from '#shared/domain/notification/notice/notice.ts';
import { AuthorityDecisionSchema, NoticeScopeSchema } from './notice-parts.ts';

const short = z.string().max(100);

/** The content of a bank's notice after its end: the account and the reason, but no person. */
export const BankNoticeRemainsSchema = z.strictObject({
  bank: short,
  /** Null as long as only `accountAsGiven` is known: the number as the bank's own file has it, in `givenIn`. */
  accountNumber: short.nullable(),
  accountAsGiven: short.optional(),
  givenIn: z.strictObject({ file: z.string(), sheet: z.string().optional(), row: z.int().positive() }).optional(),
  enterpriseCode: short.optional(),
  level: z.enum(['watch', 'act']),
  /** The State Bank's suspicion codes (mã nghi ngờ), 1…8. */
  reasonCodes: z.array(z.int().min(0).max(8)).max(9).readonly(),
} satisfies Record<keyof BankNoticeRemains, z.ZodType>);

/** The content of a bank's notice about one of its accounts while it is in force. */
export const BankNoticeContentSchema = BankNoticeRemainsSchema.extend({
  scope: NoticeScopeSchema,
  /** The request to the bank, in Vietnamese. */
  request: z.string().max(500),
  /** From when to when the money ran for which the account is meant; whole months where no bank tells days. */
  window: z.strictObject({ from: z.iso.date(), to: z.iso.date(), exact: z.enum(['day', 'month']) }).optional(),
  decision: AuthorityDecisionSchema.optional(),
} satisfies Record<Exclude<keyof BankNoticeContent, keyof BankNoticeRemains>, z.ZodType>);
