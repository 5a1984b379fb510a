import { createHandler as recordReply } from '#functions/record-reply/handler.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { receiverApi } from '#test/support/receiver-api.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

export const BANKS = ['970436', '970418'] as const;
export const ACCOUNTS = BANKS.map((bank) => ({ bank, accountNumber: '0001111', ref: `k1-${contentId({ bank })}` }));
type WorldAccount = (typeof ACCOUNTS)[number];
export const scopeOf = (bank: string) => `receiver/bank.${bank}`;
export const noticeIdIn = ({ bank, ref }: WorldAccount) => noticeIdOf(bankReceiver(bank), ref);

/** The steps that handle a bank's notice, over real tables; replies wait in a list that is handed on in any order. */
export async function world() {
  const { notices, replies, sentReplies: waiting, clock, call } = await receiverApi();
  clock.now = new Date('2026-01-05T03:00:00.000Z');
  const step = bankNotices(notices, clock);
  const hear = recordReply({
    replies,
    notices,
    reviews: { write: async () => true },
    companies: { record: async () => {} },
    accounts: { record: async () => {}, concernedBy: async () => ({ companies: [], listed: false }) },
    assess: async () => {},
    notifyBanks: async () => {},
    enter: async () => {},
    hash: keyedHash('a secret for tests'),
    expiry: () => 2_000_000_000,
    outcomes: { record: async () => {} },
    rulesDayOf: () => '2026-01-05',
    now: () => clock.now,
    park: async () => {},
  });
  return {
    notices,
    step,
    clock,
    waiting,
    call,
    hear: async (message: ReplyRecorded) => hear(sqsEvent(record('m', message)), lambdaContext()),
    states: async () =>
      new Map(
        await Promise.all(
          ACCOUNTS.map(
            async (one) => [noticeIdIn(one), await notices.get(bankReceiver(one.bank), noticeIdIn(one))] as const,
          ),
        ),
      ),
  };
}

export type BankWorld = Awaited<ReturnType<typeof world>>;
