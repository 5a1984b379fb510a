import type { Send } from '#shared/clients/queue.ts';
import { hasCome } from '#shared/domain/awaited.ts';
import type { CompanyTouched, RegistrationRecorded, SweepRequested } from '#shared/contracts/messages.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Files } from '#shared/tables/files.ts';
import { heardSoFar } from '#shared/tables/heard.ts';
import type { Verifications } from '#shared/tables/verifications.ts';

export interface Ports {
  readonly assessments: Pick<Assessments, 'due' | 'awaiting'>;
  readonly files: Pick<Files, 'coverage'>;
  readonly verifications: Pick<Verifications, 'unsettled'>;
  readonly verify: Send<RegistrationRecorded>;
  readonly assess: Send<CompanyTouched>;
  readonly rulesClock: RulesClock;
  readonly now: WireClock;
}

/**
 * Sends companies on to be looked at again: those that waited for what a feed has now covered, and by the daily clock
 * those whose next check is due. The clock asks for the first too: a reader that died ends no feed's reading. Sending
 * twice does no harm, and a week missed is caught up.
 */
export async function sweepDue(request: SweepRequested, ports: Ports): Promise<void> {
  if (request.reason === 'feed-heard' && request.feed === 'identities')
    await tell(ports.verify, await ports.verifications.unsettled());
  const coverage = await heardSoFar(ports.files, ports.now);
  const heard = await ports.assessments.awaiting((awaits) => hasCome(awaits, coverage));
  const due = request.reason === 'clock' ? await ports.assessments.due(ports.rulesClock.today()) : [];
  await tell(ports.assess, [...new Set([...heard, ...due])]);
}

async function tell(send: Send<CompanyTouched>, codes: readonly string[]): Promise<void> {
  await send(codes.map((enterpriseCode) => ({ enterpriseCode })));
  log('DUE_COMPANIES_SENT', { count: codes.length });
}
