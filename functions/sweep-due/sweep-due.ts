import type { Send } from '#shared/clients/queue.ts';
import type { CompanyTouched, RegistrationRecorded, SweepRequested } from '#shared/contracts/messages.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import { reportUnanswered, type UnansweredPorts } from './report-unanswered.ts';
import { reviewNotices, type ReviewPorts } from './review-notices.ts';

export interface Ports extends ReviewPorts, UnansweredPorts {
  readonly rulesClock: RulesClock;
  readonly notices: Pick<Notices, 'toReview' | 'waiting'>;
  readonly assessments: Pick<Assessments, 'due'>;
  readonly verifications: Pick<Verifications, 'unsettled'>;
  readonly verify: Send<RegistrationRecorded>;
  readonly assess: Send<CompanyTouched>;
}

/**
 * Sends companies on to be looked at again: by the daily clock those whose next check is due, by a feed just heard
 * those on whom its silence, or its data, may now speak. Sending twice does no harm, and a week missed is caught up.
 * The clock also asks which notices still stand, and names whoever left some unanswered; changed settings ask it of all.
 */
export async function sweepDue(request: SweepRequested, ports: Ports): Promise<void> {
  if (request.reason === 'feed-heard' && request.feed === 'identities') {
    await tell(ports.verify, await ports.verifications.unsettled());
    return;
  }
  const day = request.reason === 'clock' ? ports.rulesClock.today() : undefined;
  await tell(ports.assess, await ports.assessments.due(day));
  if (request.reason === 'feed-heard') return;
  await reviewNotices(day, ports);
  if (request.reason === 'clock') await reportUnanswered(ports);
}

async function tell(send: Send<CompanyTouched>, codes: readonly string[]): Promise<void> {
  await send(codes.map((enterpriseCode) => ({ enterpriseCode })));
  log('DUE_COMPANIES_SENT', { count: codes.length });
}
