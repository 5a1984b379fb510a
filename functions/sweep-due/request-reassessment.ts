import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { AccountTouched, CompanyTouched, SweepPart, WholeSweep } from '#shared/contracts/messages.ts';
import { log } from '#shared/runtime/log.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { allShards } from '#shared/tables/shards.ts';
import { AFTER_ASSESSMENT_SECONDS, requestReviews } from './sweep-due.ts';

export interface RequestReassessmentPorts {
  readonly assessments: Pick<Assessments, 'page'>;
  readonly notices: Pick<Notices, 'pageToReview'>;
  readonly accounts: Pick<Accounts, 'listedAt'>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly notifyBanks: SendMessages<AccountTouched>;
  /** Sends messages to this function's own queue. */
  readonly sweep: SendMessages<WholeSweep>;
  readonly pageSize: number;
}

/**
 * Sends every company to be assessed again, every notice that has a last day to be reviewed, and every account that was
 * ever listed to its bank's step: of one that belongs to no company no other message would come. A message handles one
 * page and then sends a message for the next. After a crash between the two the page is sent again, which changes
 * nothing. After a table was restored, each company's recipients are notified again too.
 */
export async function requestReassessment(
  { reason, part }: WholeSweep,
  ports: RequestReassessmentPorts,
): Promise<void> {
  const next = part ? await askPage(part, reason, ports) : firstParts();
  await ports.sweep(next.map((one) => ({ reason, part: one })));
}

const firstParts = (): SweepPart[] => [
  ...allShards.map((shard): SweepPart => ({ of: 'companies', shard })),
  ...INSTITUTION_IDS.map((bank): SweepPart => ({ of: 'listings', shard: bank })),
];

/** @returns the next page of this shard: its companies first, then its notices */
async function askPage(
  { of, shard, after }: SweepPart,
  reason: WholeSweep['reason'],
  ports: RequestReassessmentPorts,
): Promise<SweepPart[]> {
  const { assessments, notices, accounts, assess, notifyBanks, pageSize } = ports;
  if (of === 'listings') {
    const { found, next } = await accounts.listedAt(shard, after, pageSize);
    await notifyBanks(
      found.map((accountRef) => ({ accountRef, bank: shard })),
      AFTER_ASSESSMENT_SECONDS,
    );
    return next === undefined ? [] : [{ of, shard, after: next }];
  }
  if (of === 'companies') {
    const { found, next } = await assessments.page(shard, after, pageSize);
    const renotify = reason === 'table-restored' ? true : undefined;
    await assess(found.map((enterpriseCode) => ({ enterpriseCode, renotify })));
    log('DUE_COMPANIES_SENT', { count: found.length });
    return [next === undefined ? { of: 'notices', shard } : { of, shard, after: next }];
  }
  const { found, next } = await notices.pageToReview(shard, after, pageSize);
  await requestReviews(found, ports);
  return next === undefined ? [] : [{ of, shard, after: next }];
}
