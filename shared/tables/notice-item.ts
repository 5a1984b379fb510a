import * as z from 'zod';
import { ENDED_STATES, HANDLING_STATUSES } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { BankNoticeContentSchema, BankNoticeRemainsSchema } from '#shared/contracts/bank-notice.ts';
import { NoticeStateSchema } from '#shared/contracts/notice-parts.ts';
import { PoliceNoticeContentSchema } from '#shared/contracts/police-notice.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';

const record = {
  noticeId: z.string(),
  subject: z.string(),
  sequence: z.int().positive(),
  withdrawnBecause: z.string().max(100).optional(),
  fingerprint: z.string(),
  issuedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  expiresOn: z.iso.date().optional(),
  reviewOn: z.iso.date().optional(),
  handlingStatus: z.enum(HANDLING_STATUSES),
  causedByReceiver: z.boolean().optional(),
  otherGrounds: z.string().optional(),
  repliedAs: z.string().optional(),
  accountStatus: z.string().optional(),
};
const toBank = { ...record, receiver: z.templateLiteral(['bank#', z.string()]) };

/** The receiver is part of every key, so that no receiver reaches another's. */
const NoticeItem = {
  police: z.object({
    ...record,
    receiver: z.literal(POLICE),
    state: NoticeStateSchema,
    content: PoliceNoticeContentSchema,
  }),
  bank: z.discriminatedUnion('state', [
    z.object({ ...toBank, state: z.literal('in_force'), content: BankNoticeContentSchema }),
    z.object({ ...toBank, state: z.enum(ENDED_STATES), content: BankNoticeRemainsSchema }),
  ]),
};

/** @throws {NeverPossible} where the item is no notice, or holds what its receiver must not get */
export function noticeOf(item: Readonly<Record<string, unknown>>): Notice {
  const parsed = (item['receiver'] === POLICE ? NoticeItem.police : NoticeItem.bank).safeParse(item);
  if (!parsed.success) throw new NeverPossible('notice_unreadable');
  return parsed.data;
}
