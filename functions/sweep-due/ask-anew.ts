import type { Send } from '#shared/clients/queue.ts';
import type { AccountTouched, CompanyTouched, SettingsChanged, SweepPart } from '#shared/contracts/messages.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { allShards } from '#shared/tables/shards.ts';
import { askOfNotices } from './review-notices.ts';

export interface AskAnewPorts {
  readonly assessments: Pick<Assessments, 'page'>;
  readonly notices: Pick<Notices, 'pageToReview'>;
  readonly assess: Send<CompanyTouched>;
  readonly notifyBanks: Send<AccountTouched>;
  /** To the sweeps themselves. */
  readonly sweep: Send<SettingsChanged>;
  readonly pageSize: number;
}

/**
 * Sends every company to be assessed again, and every notice that has a last day to be reviewed. A message handles one page
 * and then sends a message for the next. After a crash between the two the page is sent again, which changes nothing.
 */
export async function askAnew({ reason, part }: SettingsChanged, ports: AskAnewPorts): Promise<void> {
  const next = part ? await askPage(part, ports) : allShards.map((shard): SweepPart => ({ of: 'companies', shard }));
  await ports.sweep(next.map((one) => ({ reason, part: one })));
}

/** @returns the next page of this shard: its companies first, then its notices */
async function askPage({ of, shard, after }: SweepPart, ports: AskAnewPorts): Promise<SweepPart[]> {
  const { assessments, notices, assess, pageSize } = ports;
  if (of === 'companies') {
    const { found, next } = await assessments.page(shard, after, pageSize);
    await assess(found.map((enterpriseCode) => ({ enterpriseCode })));
    log('DUE_COMPANIES_SENT', { count: found.length });
    return [next === undefined ? { of: 'notices', shard } : { of, shard, after: next }];
  }
  const { found, next } = await notices.pageToReview(shard, after, pageSize);
  await askOfNotices(found, ports);
  return next === undefined ? [] : [{ of, shard, after: next }];
}
