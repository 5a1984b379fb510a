import type { NoticeState } from '#shared/domain/notification/states.ts';
import type { NoticeInLedger } from '#shared/domain/notification/notice/notice-in-ledger.ts';
import type { OutcomeFact, OutcomeKind } from './outcome-fact.ts';

const STATES: Partial<Record<OutcomeKind, NoticeState>> = {
  notified: 'in_force',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

/** The newest state of a notice in the ledger; undefined where the ledger has none. @param facts in their order */
export function newestInLedger(facts: readonly OutcomeFact[], noticeId: string): NoticeInLedger | undefined {
  const own = facts.filter((fact) => fact.noticeId === noticeId);
  let last: NoticeInLedger | undefined;
  for (const { kind, sequence = 0, at } of own) {
    const state = STATES[kind];
    if (state === undefined || sequence < (last?.sequence ?? 1)) continue;
    last = {
      sequence,
      state,
      at,
      flaggedAt: own.findLast((fact) => fact.kind === 'flagged' && fact.at <= at)?.at,
      isAcknowledged: own.some((fact) => fact.kind === 'acknowledged' && fact.sequence === sequence),
    };
  }
  return last;
}
